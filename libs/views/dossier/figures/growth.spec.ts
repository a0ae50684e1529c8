import { describe, expect, test } from '@jest/globals';
import { aroundOn, dossierOf, told } from '../../../../test/support/dossier.ts';
import { idOf, sealed } from '../../../../test/support/events.ts';
import { growthOf } from './growth.ts';
import { itemsOn } from './items-on.ts';

const names = ['Assen', 'Emmen'];
const measured = (day: string, item: string, who: string, moment: string, people: number, scores: object) =>
  told(day, 'competency-measurement.taken.v1', item, {
    organisation: idOf(who),
    moment,
    people,
    scores: Object.entries(scores).map(([key, tenths]) => ({ key, tenths })),
  });
const planned = (item: string, from: string) =>
  told(from, 'module.planned.v1', item, { title: item, topics: ['listening'], forms: ['practice'], from });
const evaluated = (day: string, item: string, answers: number, tenths: number) =>
  told(day, 'evaluation.held.v1', item, { answers, scores: [{ key: 'useful', tenths }] });

const profile = told('2025-03-01', 'role-profile.drafted.v1', 'profile', {
  organisation: idOf('Assen'),
  title: 'Gebiedsverbinder',
  version: 1,
  competencies: [
    {
      key: 'connecting',
      label: 'Verbinden',
      elsewhere: [{ organisation: idOf('Emmen'), name: 'Bruggen bouwen' }],
    },
  ],
});

const events = [
  profile,
  measured('2025-05-01', 'a', 'Assen', 'baseline', 10, { connecting: 50, listening: 60 }),
  measured('2025-05-02', 'b', 'Emmen', 'baseline', 30, { 'bruggen-bouwen': 60 }),
  measured('2025-12-01', 'c', 'Assen', 'end', 10, { connecting: 70, listening: 65 }),
  measured('2025-12-02', 'd', 'Emmen', 'end', 10, { 'bruggen-bouwen': 64 }),
  measured('2026-04-01', 'e', 'Assen', 'after', 8, { connecting: 66 }),
  planned('first', '2025-06-01'),
  planned('second', '2025-07-01'),
  planned('third', '2025-08-01'),
  told('2025-06-02', 'module.started.v1', 'first', { participants: 12 }),
  told('2025-06-30', 'module.completed.v1', 'first', { participants: 12, completed: 10 }),
  told('2025-08-02', 'module.cancelled.v1', 'third', { reason: sealed('.') }),
  evaluated('2025-06-30', 'x', 10, 70),
  evaluated('2025-07-30', 'y', 5, 82),
  evaluated('2025-07-31', 'nobody', 0, 10),
  told('2025-12-18', 'relapse-check.planned.v1', 'spring', { title: 'Is het er nog?', due: '2026-03-18' }),
  told('2025-12-18', 'relapse-check.planned.v1', 'summer', { title: 'En nu?', due: '2026-06-18' }),
  told('2026-06-18', 'relapse-check.held.v1', 'summer', { outcome: 'partly-relapsed', result: sealed('.') }),
];

function growthOn(day: string) {
  const rows = dossierOf(...events);
  return growthOf(
    {
      measurements: itemsOn('competency-measurement', rows, day),
      profiles: itemsOn('role-profile', rows, day),
      modules: itemsOn('module', rows, day),
      evaluations: itemsOn('evaluation', rows, day),
      relapseChecks: itemsOn('relapse-check', rows, day),
    },
    aroundOn(day, names),
  );
}

const competency = (day: string, key: string) => growthOn(day).competencies.find((one) => one.key === key);

describe('growth in a competency', () => {
  test('is the mean of the people of all groups, at each moment', () => {
    // 10 × 50 and 30 × 60 of 40 people; then 10 × 70 and 10 × 64 of 20.
    expect(competency('2025-12-31', 'connecting')).toMatchObject({
      label: 'Verbinden',
      baseline: { tenths: 58, people: 40, on: '2025-05-02', change: null },
      interim: null,
      end: { tenths: 67, people: 20, on: '2025-12-02', change: 12 },
      after: null,
    });
  });

  test('is of each group since its own baseline', () => {
    expect(competency('2025-12-31', 'connecting')?.groups).toMatchObject([
      { organisation: { name: 'Assen' }, baseline: { tenths: 50 }, end: { tenths: 70, change: 20 } },
      { organisation: { name: 'Emmen' }, baseline: { tenths: 60 }, end: { tenths: 64, change: 4 } },
    ]);
    expect(competency('2026-04-01', 'connecting')?.after).toEqual({
      tenths: 66,
      people: 8,
      on: '2026-04-01',
      change: 16,
    });
  });

  test('counts what is called otherwise elsewhere as the same, from the day on which a profile says so', () => {
    expect(competency('2025-05-31', 'connecting')?.alsoKnownAs).toEqual(['bruggen-bouwen']);
    expect(growthOn('2025-05-31').competencies.map(({ key }) => key)).toEqual(['connecting', 'listening']);
    expect(competency('2025-12-31', 'listening')).toMatchObject({ label: 'listening', end: { change: 5 } });
  });

  test('is not said of what was measured by that day only', () => {
    expect(competency('2025-05-01', 'connecting')).toMatchObject({ baseline: { people: 10 }, end: null });
    expect(growthOn('2025-04-30').competencies).toEqual([]);
  });

  test('given a second measurement at the same moment, then the last one counts', () => {
    const again = measured('2025-05-20', 'again', 'Assen', 'baseline', 12, { connecting: 54 });
    const rows = dossierOf(...events, again);
    const items = itemsOn('competency-measurement', rows, '2025-05-31');
    const input = { measurements: items, profiles: [], modules: [], evaluations: [], relapseChecks: [] };
    const [first] = growthOf(input, aroundOn('2025-05-31', names)).competencies.filter(
      ({ key }) => key === 'connecting',
    );
    expect(first?.baseline).toMatchObject({ tenths: 54, people: 12 });
  });
});

describe('what growth rests on', () => {
  test('is modules completed, of those that were planned', () => {
    expect(growthOn('2025-08-31').modules).toEqual({
      planned: 3,
      started: 1,
      completed: 1,
      cancelled: 1,
      participants: 12,
      completedByPeople: 10,
    });
  });

  test('is how it was valued, by all who answered', () => {
    // 10 × 70 and 5 × 82 of 15 answers.
    expect(growthOn('2025-08-31').evaluations).toEqual({
      held: 3,
      answers: 15,
      scores: [{ key: 'useful', tenths: 74, answers: 15 }],
    });
  });

  test('is whether it is still there some months later', () => {
    expect(growthOn('2026-03-18').relapseChecks).toMatchObject({ planned: 2, held: 0, overdue: 0, late: [] });
    expect(growthOn('2026-06-18').relapseChecks).toMatchObject({
      planned: 2,
      held: 1,
      overdue: 1,
      stillThere: 0,
      partlyRelapsed: 1,
      relapsed: 0,
      late: [{ title: 'Is het er nog?', due: '2026-03-18', days: 92 }],
    });
  });
});
