import { describe, expect, test } from '@jest/globals';
import { aroundOn, dossierOf, told } from '../../../../test/support/dossier.ts';
import { idOf, sealed } from '../../../../test/support/events.ts';
import { groupsOf } from './groups.ts';
import { itemsOn } from './items-on.ts';

const [assen, emmen, ann, bo] = ['Assen', 'Emmen', 'ann', 'bo'].map(idOf) as [string, string, string, string];

const events = [
  told('2025-10-01', 'team.formed.v1', 'heat', {
    sort: 'theme-team',
    name: 'Warmte',
    open: true,
    sponsorRole: 'mayor',
  }),
  told('2025-10-01', 'team.joined.v1', 'heat', { organisation: assen, role: 'adviser' }),
  told('2025-10-03', 'team.joined.v1', 'heat', { person: ann, organisation: emmen, role: 'adviser' }),
  told('2025-10-05', 'team.joined.v1', 'heat', { person: bo, role: 'planner' }),
  told('2025-10-06', 'team.ambassador-named.v1', 'heat', { person: bo, role: 'planner' }),
  told('2025-10-08', 'team.joined.v1', 'heat', { person: ann, organisation: emmen, role: 'facilitator' }),
  told('2025-10-20', 'team.left.v1', 'heat', { person: bo, role: 'planner' }),
  told('2025-10-10', 'team.goal-set.v1', 'heat', { goal: 'Een plan', due: '2025-11-01' }),
  told('2025-10-11', 'team.goal-set.v1', 'heat', { goal: 'Een film' }),
  told('2025-11-04', 'team.goal-reached.v1', 'heat', { goal: 'Een plan' }),
  told('2025-11-05', 'team.goal-reached.v1', 'heat', { goal: 'Een lied' }),
  told('2025-10-02', 'team.formed.v1', 'bettering', { sort: 'improvement', name: 'Beter', open: false }),
  told('2025-10-09', 'team.round-held.v1', 'bettering', { round: 2, phase: 'plan' }),
  told('2025-10-03', 'team.round-held.v1', 'bettering', { round: 1, phase: 'plan' }),
  told('2025-10-06', 'team.round-held.v1', 'bettering', { round: 1, phase: 'act', result: sealed('.') }),
  told('2025-10-15', 'team.composition-counted.v1', 'bettering', {
    parts: [
      { key: 'staff', represented: 3, there: 40 },
      { key: 'managers', represented: 1, there: 0 },
    ],
  }),
  told('2025-12-01', 'team.composition-counted.v1', 'bettering', {
    parts: [{ key: 'staff', represented: 7, there: 40 }],
  }),
  told('2025-12-31', 'team.ended.v1', 'bettering'),
];

const groupsOn = (day: string) =>
  groupsOf(itemsOn('team', dossierOf(...events), day), aroundOn(day, ['Assen', 'Emmen']));
const [better, heat] = [0, 1];

describe('the groups of a programme', () => {
  test('given who joined and left, then those stay who were there on the day', () => {
    const rolesOn = (day: string) =>
      groupsOn(day)
        .groups.at(heat)
        ?.members.map(({ role, since }) => [role, since]);
    expect(groupsOn('2025-10-01').groups.map(({ name }) => name)).toEqual(['Warmte']);
    expect(rolesOn('2025-10-07')).toEqual([
      ['adviser', '2025-10-01'],
      ['adviser', '2025-10-03'],
      ['planner', '2025-10-05'],
    ]);
    expect(rolesOn('2025-10-20')).toEqual([
      ['adviser', '2025-10-01'],
      ['facilitator', '2025-10-03'],
    ]);
    expect(groupsOn('2025-10-20').groups.at(heat)).toMatchObject({
      sort: 'theme-team',
      sponsorRole: 'mayor',
      open: true,
      members: [
        { organisation: { name: 'Assen' }, person: null },
        { organisation: { name: 'Emmen' }, person: ann },
      ],
    });
  });

  test('given an ambassador who leaves, then there is none', () => {
    expect(groupsOn('2025-10-19').groups.at(heat)?.ambassadors).toMatchObject([{ person: bo, since: '2025-10-06' }]);
    expect(groupsOn('2025-10-20').groups.at(heat)?.ambassadors).toEqual([]);
  });

  test('say of each goal whether it was reached, and how late it is', () => {
    expect(groupsOn('2025-11-03').groups.at(heat)?.goals).toEqual([
      {
        goal: 'Een plan',
        setOn: '2025-10-10',
        due: '2025-11-01',
        reachedOn: null,
        late: { due: '2025-11-01', days: 2 },
      },
      { goal: 'Een film', setOn: '2025-10-11', due: null, reachedOn: null, late: null },
    ]);
    expect(groupsOn('2025-11-05').groups.at(heat)?.goals).toMatchObject([
      { goal: 'Een plan', reachedOn: '2025-11-04', late: null },
      { goal: 'Een film', reachedOn: null },
      { goal: 'Een lied', setOn: null, reachedOn: '2025-11-05' },
    ]);
  });

  test('tell rounds phase by phase, and the cross-section each time that it was counted', () => {
    const { rounds, compositions } = groupsOn('2025-12-01').groups.at(better) ?? {};
    expect(rounds).toEqual([
      {
        round: 1,
        phases: [
          { phase: 'plan', on: '2025-10-03' },
          { phase: 'act', on: '2025-10-06' },
        ],
      },
      { round: 2, phases: [{ phase: 'plan', on: '2025-10-09' }] },
    ]);
    // 3 of 40 is 7.5 percent, 7 of 40 is 17.5.
    expect(compositions).toMatchObject([
      {
        on: '2025-10-15',
        parts: [
          { key: 'staff', percent: 8 },
          { key: 'managers', percent: null },
        ],
      },
      { on: '2025-12-01', parts: [{ key: 'staff', percent: 18 }] },
    ]);
  });

  test('are counted by sort as long as they have not ended', () => {
    expect(groupsOn('2025-12-30').sorts).toEqual([
      { sort: 'improvement', groups: 1, members: 0 },
      { sort: 'theme-team', groups: 1, members: 2 },
    ]);
    expect(groupsOn('2025-12-31').sorts).toEqual([{ sort: 'theme-team', groups: 1, members: 2 }]);
    expect(groupsOn('2025-12-31').groups.at(better)?.endedOn).toBe('2025-12-31');
  });
});
