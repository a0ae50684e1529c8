import { describe, expect, test } from '@jest/globals';
import { aroundOn, dossierOf, told } from '../../../../test/support/dossier.ts';
import { sealed } from '../../../../test/support/events.ts';
import { itemsOn } from './items-on.ts';
import { outcomesOf } from './outcomes.ts';

const measured = (day: string, indicator: string, moment: string, value: number, more: object = {}) =>
  told(day, 'outcome.measured.v1', 'trust', { indicator, moment, value, ...more });

const events = [
  told('2025-09-01', 'outcome.intended.v1', 'trust', {
    title: 'Meer vertrouwen',
    side: 'resident',
    indicators: [
      { key: 'mark', label: 'Rapportcijfer', unit: 'tenths', target: 75 },
      { key: 'complaints', label: 'Klachten', unit: 'number', target: 10 },
    ],
  }),
  told('2025-09-01', 'outcome.intended.v1', 'calm', {
    title: 'Meer rust',
    side: 'organisation',
    indicators: [{ key: 'hours', label: 'Uren', unit: 'hours', target: 4 }],
  }),
  measured('2025-09-10', 'mark', 'baseline', 62, { people: 20 }),
  measured('2025-09-10', 'complaints', 'baseline', 30),
  measured('2025-11-01', 'mark', 'interim', 66),
  measured('2025-12-01', 'mark', 'interim', 65),
  measured('2026-03-01', 'mark', 'end', 74),
  measured('2026-03-01', 'complaints', 'end', 9),
  measured('2026-03-02', 'smiles', 'end', 5),
  told('2026-02-01', 'outcome.adjusted.v1', 'trust', { indicator: 'mark', target: 70, reason: sealed('.') }),
  told('2026-06-01', 'outcome.not-achieved.v1', 'calm', { result: sealed('.') }),
  measured('2026-09-01', 'mark', 'after', 69),
];

const outcomesOn = (day: string) => outcomesOf(itemsOn('outcome', dossierOf(...events), day), aroundOn(day));
const trustOn = (day: string) => outcomesOn(day).outcomes.find(({ title }) => title === 'Meer vertrouwen');

describe('intended outcomes', () => {
  test('have per indicator the target and what was measured by that day', () => {
    expect(trustOn('2025-12-31')?.indicators).toMatchObject([
      {
        key: 'mark',
        label: 'Rapportcijfer',
        target: 75,
        baseline: { value: 62, on: '2025-09-10', people: 20 },
        interim: { value: 65, on: '2025-12-01', people: null },
        end: null,
        change: 3,
        reached: false,
      },
      { key: 'complaints', baseline: { value: 30 }, interim: null, change: null, reached: null },
    ]);
  });

  test('given an adjusted target, then the first one is kept', () => {
    expect(trustOn('2026-03-01')?.indicators[0]).toMatchObject({
      target: 70,
      firstTarget: 75,
      change: 12,
      reached: true,
    });
    expect(trustOn('2026-09-01')?.indicators[0]).toMatchObject({ after: { value: 69 }, change: 7, reached: false });
  });

  test('given a target below the baseline, then less is further', () => {
    expect(trustOn('2026-03-01')?.indicators[1]).toMatchObject({ change: -21, reached: true });
  });

  test('show what was measured without having been intended', () => {
    expect(trustOn('2026-03-02')?.indicators[2]).toMatchObject({
      key: 'smiles',
      label: 'smiles',
      unit: null,
      target: null,
      end: { value: 5 },
      change: null,
      reached: null,
    });
  });

  test('are counted by what came of them', () => {
    expect(outcomesOn('2026-05-31')).toMatchObject({ intended: 2, achieved: 0, notAchieved: 0 });
    expect(outcomesOn('2026-06-01')).toMatchObject({ intended: 2, achieved: 0, notAchieved: 1 });
    expect(outcomesOn('2026-06-01').outcomes.map(({ title, state }) => [title, state])).toEqual([
      ['Meer rust', 'not-achieved'],
      ['Meer vertrouwen', 'intended'],
    ]);
  });
});
