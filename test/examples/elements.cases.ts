import { describe, expect, test } from '@jest/globals';
import { digitalOutcomes, poolByHand } from './digital-transformation/expected.ts';
import {
  actionsOn,
  admissionsOn,
  demandOn,
  linksOf,
  outcomesOn,
  placesOn,
  pledgesOn,
} from './recorder/element-figures.ts';
import { type Ask, moneyLines, progressLines } from './recorder/figures.ts';
import type { Recording } from './recorder/record.ts';
import { tailoredActions, tailoredOutcomes, tailoredPledges } from './tailored-learning/expected.ts';
import {
  admissionsByHand,
  byThen,
  hindsight,
  notTold,
  secondRoundDemand,
  secondRoundPlaces,
  utrechtsPledge,
} from './theme-teams/expected-elements.ts';

interface Context {
  readonly ask: Ask;
  readonly recordingOf: (name: string) => Recording;
}

/** Figures of single elements of the trade, each in the example in which its story is told. */
export function elementCases(context: () => Context): void {
  const of = (name: string) => {
    const { ask, recordingOf } = context();
    return { ask, ...recordingOf(name) };
  };

  describe('the second round of the theme teams', () => {
    test.each(Object.entries(secondRoundPlaces))('on %s has these places given, held and free', async (day, places) => {
      const { ask, ids } = of('theme-teams');
      expect(await placesOn(ask, ids['municipalities'] ?? '', day)).toEqual(places);
    });

    test.each(Object.entries(secondRoundDemand))('on %s has this demand, placed or not', async (day, demand) => {
      const { ask, ids } = of('theme-teams');
      expect(await demandOn(ask, ids['successor'] ?? '', 'Gemeenten', day)).toEqual(demand);
    });
  });

  test.each(Object.entries(notTold))(
    'on %s who was invited to another day is still to be told: %j',
    async (day, since) => {
      const { ask, programme } = of('theme-teams');
      const path = `/programmes/${programme}/missing-facts?kind=invitation&validOn=${day}`;
      const { data } = await ask<{ data: { items: readonly { since: string }[] } }>(path);
      expect(data.items.map((item) => item.since)).toEqual(since);
    },
  );

  test.each(Object.entries(admissionsByHand))(
    'places of the %s were decided on with advice and mandate',
    async (name, counts) => {
      const { ask, ids } = of('theme-teams');
      expect(await admissionsOn(ask, ids[name] ?? '', '2026-01-31')).toEqual(counts);
    },
  );

  test.each(['theme-teams', 'tailored-learning'])('the programme after %s is linked both ways', async (name) => {
    const { ask, ids, programme } = of(name);
    expect(await linksOf(ask, ids['follow-up'] ?? '')).toMatchObject([{ successorProgramme: ids['successor'] }]);
    expect(await linksOf(ask, ids['predecessor'] ?? '')).toMatchObject([{ predecessorProgramme: programme }]);
  });

  test('what Limburg thought of counts in hindsight, not as it was known then', async () => {
    const { ask, programme } = of('theme-teams');
    const { lines } = await progressLines(ask, programme, `validOn=${hindsight.day}`);
    expect(lines['Limburg']).toEqual(hindsight.limburg);
  });

  test('a sum that was corrected and one that was retracted read as they were known then', async () => {
    const { ask, programme } = of('theme-teams');
    for (const { knownAt, day, spent } of byThen) {
      const lines = await moneyLines(ask, programme, `knownAt=${knownAt}&validOn=${day}`);
      const found = Object.entries(lines).map(([line, money]) => [line, money.spent]);
      expect(Object.fromEntries(found)).toEqual(spent);
    }
  });

  test.each(utrechtsPledge)('what Utrecht promised, as known at %s, is %j', async (knownAt, pledge) => {
    const { ask, programme } = of('theme-teams');
    const day = knownAt.slice(0, 10);
    expect(await pledgesOn(ask, programme, `knownAt=${knownAt}&validOn=${day}`)).toEqual([pledge]);
  });

  describe('whoever succeeds a contact in another role', () => {
    test.each(Object.entries(tailoredActions))('has the actions of %s', async (day, actions) => {
      const { ask, programme } = of('tailored-learning');
      expect(await actionsOn(ask, programme, day)).toEqual(actions);
    });

    test.each(Object.entries(tailoredPledges))('has the pledges of %s', async (day, pledges) => {
      const { ask, programme } = of('tailored-learning');
      expect(await pledgesOn(ask, programme, `validOn=${day}`)).toEqual(pledges);
    });
  });

  test.each([
    ['tailored-learning', tailoredOutcomes],
    ['digital-transformation', digitalOutcomes],
  ] as const)('the outcomes of %s were achieved or missed, months after the end', async (name, byDay) => {
    const { ask, programme } = of(name);
    for (const [day, outcomes] of Object.entries(byDay)) {
      expect(await outcomesOn(ask, programme, day)).toEqual(outcomes);
    }
  });

  test.each(Object.entries(poolByHand))('the pool on %s', async (day, pool) => {
    const { ask, programme } = of('digital-transformation');
    const { data } = await ask<{ data: object }>(`/programmes/${programme}/pool?validOn=${day}`);
    expect(data).toMatchObject(pool);
  });
}
