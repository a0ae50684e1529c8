import { describe, expect, it } from '@jest/globals';
import { afterTheIntake, ids, on, programme, register, text, trajectoryOf } from '../testing/fixtures.ts';
import { idNumber, Story } from '../testing/story.ts';
import type { ItemCommand } from './commands.ts';
import type { ItemContext } from './context.ts';
import { item } from './decider.ts';
import { itemFactTypes } from './kinds/index.ts';

const id = idNumber(70);
const beginning = { item: id, programme: ids.programme };
const context: ItemContext = { programme, register, trajectory: afterTheIntake(1).state };
const story = (read = context) => new Story(item, read);

/** A fact about the item, told on the day that it happened. */
function tell(date: string, fact: string, data: object): ItemCommand {
  const type = itemFactTypes.get(fact)?.command ?? 'unknown';
  return { type, ...on(date), item: id, fact, data: data as ItemCommand['data'] };
}

function known({ state }: ReturnType<typeof story>) {
  if (state.status === 'unknown') throw new Error('It was brought in.');
  return state;
}

describe('what is put back on the day on which it was changed', () => {
  const trajectory = trajectoryOf(1);
  const trajectories = new Map([1, 2].map((number) => [trajectoryOf(number), afterTheIntake(number).state]));
  const there: object = { status: 'planned', programme: ids.programme };
  const read = { ...context, trajectories, meeting: there } as ItemContext;
  const begun: Readonly<Record<string, readonly [string, object]>> = {
    theme: ['theme.gathered.v1', { title: 'Samen plannen' }],
    action: ['action.agreed.v1', { role: 'lead', due: '2025-12-01', what: text('Bellen') }],
    party: ['party.appointed.v1', { role: 'expert' }],
    unit: ['unit.named.v1', { organisation: ids.assen, name: 'Ruimte', sort: 'unit' }],
    'date-poll': ['date-poll.opened.v1', { title: 'Wanneer', dates: ['2025-11-01', '2025-11-02'] }],
    invitation: ['invitation.sent.v1', { meeting: ids.meeting, date: '2025-12-01', by: 'mail' }],
    'support-hours': [
      'support-hours.entered.v1',
      { trajectory, support: idNumber(5), expert: idNumber(6), minutes: 60 },
    ],
    'pool-member': [
      'pool-member.joined.v1',
      { organisation: ids.assen, person: idNumber(6), expertise: ['asking'], minutesPerMonth: 60 },
    ],
    reach: ['reach.counted.v1', { level: 'managers', reached: 1, of: 10 }],
    module: ['module.planned.v1', { title: 'Vragen', topics: ['asking'], forms: ['practice'], from: '2025-10-01' }],
    team: ['team.formed.v1', { sort: 'theme-team', name: 'Water', open: true }],
    outcome: [
      'outcome.intended.v1',
      {
        title: 'Sneller',
        side: 'resident',
        indicators: [{ key: 'days', label: 'Dagen', unit: 'days', target: 5 }],
      },
    ],
  };
  const of = (kind: string) => {
    const [fact, data] = begun[kind] ?? [];
    return story(read).given(tell('2025-10-01', fact ?? '', { ...beginning, ...data }));
  };
  const member = { trajectory, role: 'adviser' };
  const measured = { indicator: 'days', moment: 'baseline' };

  it.each<[string, string, object, object]>([
    ['theme', 'item.publication-set.v1', { level: 'participants' }, { level: 'public' }],
    ['theme', 'item.transferred.v1', { role: 'lead' }, { role: 'expert' }],
    ['theme', 'item.linked.v1', { items: [idNumber(71)] }, { items: [idNumber(72)] }],
    ['action', 'action.handed-over.v1', { role: 'lead' }, { role: 'expert' }],
    ['party', 'party.replaced.v1', { role: 'lead' }, { role: 'expert' }],
    ['unit', 'unit.renamed.v1', { name: 'Wonen' }, { name: 'Werken' }],
    ['unit', 'unit.counted.v1', { headcount: 12 }, { headcount: 21 }],
    [
      'date-poll',
      'date-poll.answered.v1',
      { trajectory, role: 'secretary', possible: ['2025-11-01'] },
      { trajectory, role: 'secretary', possible: ['2025-11-02'] },
    ],
    ['invitation', 'invitation.answered.v1', { trajectory, answer: 'comes' }, { trajectory, answer: 'does-not-come' }],
    ['invitation', 'invitation.renewed.v1', { date: '2025-12-08' }, { date: '2025-12-09' }],
    ['support-hours', 'support-hours.changed.v1', { minutes: 90 }, { minutes: 120 }],
    [
      'pool-member',
      'pool-member.changed.v1',
      { expertise: ['asking'], minutesPerMonth: 90 },
      { expertise: ['asking'], minutesPerMonth: 120 },
    ],
    ['reach', 'reach.recounted.v1', { reached: 4, of: 10 }, { reached: 5, of: 10 }],
    ['module', 'module.started.v1', { participants: 8 }, { participants: 9 }],
    ['outcome', 'outcome.measured.v1', { ...measured, value: 9 }, { ...measured, value: 8 }],
    ['team', 'team.goal-set.v1', { goal: 'Plan', due: '2025-12-01' }, { goal: 'Plan', due: '2025-12-02' }],
  ])('%s: %s', (kind, fact, first, other) => {
    const told = of(kind);
    const when = (data: object) => told.when(tell('2025-10-05', fact, data));
    for (const data of [first, other, first, other]) expect(when(data)).toHaveProperty('recorded');
    expect(when(other)).toEqual({ refused: 'nothing-changed' });
    expect(known(told).facts.at(-1)?.data).toEqual(other);
  });

  it('also when another type of fact changed it: who has it in hand, who is a member', () => {
    const action = of('action');
    const handed = tell('2025-10-05', 'action.handed-over.v1', { role: 'secretary' });
    action.given(handed, tell('2025-10-05', 'item.transferred.v1', { role: 'expert' }));
    expect(action.when(handed)).toMatchObject({ recorded: ['handed-over'] });
    const team = of('team');
    const joined = tell('2025-10-05', 'team.joined.v1', member);
    team.given(joined, tell('2025-10-05', 'team.left.v1', member));
    expect(team.when(joined)).toMatchObject({ recorded: ['joined'] });
  });

  it('but what stands is not told again because others answered or joined in between', () => {
    const answered = (number: number) =>
      tell('2025-10-05', 'invitation.answered.v1', { trajectory: trajectoryOf(number), answer: 'comes' });
    const invitation = of('invitation').given(answered(1));
    const second = { ...read, trajectory: afterTheIntake(2).state };
    invitation.context = second;
    invitation.given(answered(2));
    invitation.context = read;
    expect(invitation.when(answered(1))).toEqual({ refused: 'nothing-changed' });
    const joined = (role: string) => tell('2025-10-05', 'team.joined.v1', { ...member, role });
    expect(of('team').given(joined('adviser'), joined('guest')).when(joined('adviser'))).toEqual({
      refused: 'nothing-changed',
    });
  });
});

describe('what adds up', () => {
  it.each<[string, object, string, object]>([
    ['budget.set.v1', { line: 'learning', source: 'subsidy', amount: 10_000 }, 'budget.spent.v1', { amount: 500 }],
    ['budget.set.v1', { line: 'learning', source: 'subsidy', amount: 10_000 }, 'budget.committed.v1', { amount: 500 }],
    [
      'pool-request.asked.v1',
      { expertise: 'asking', minutes: 600, what: text('Meedenken') },
      'pool-request.worked.v1',
      { minutes: 60 },
    ],
    [
      'team.formed.v1',
      { sort: 'improvement', name: 'Balie', open: true },
      'team.round-held.v1',
      { round: 1, phase: 'do' },
    ],
    [
      'contribution.promised.v1',
      { sort: 'hours', role: 'lead', amount: 40, what: text('Uren') },
      'contribution.partly-delivered.v1',
      { amount: 8 },
    ],
  ])(
    'counts twice when it happened twice on one day, with a word to whoever did so by mistake: %s, %s, %s',
    (...row) => {
      const [first, data, fact, said] = row;
      const told = story().given(tell('2025-10-01', first, { ...beginning, ...data }));
      const when = () => told.when(tell('2025-10-03', fact, said));
      expect(when()).toMatchObject({ warned: [] });
      expect(when()).toMatchObject({ recorded: [expect.anything()], warned: ['item-fact-counts-twice'] });
      expect(known(told).facts).toHaveLength(3);
    },
  );
});
