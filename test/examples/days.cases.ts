import { describe, expect, test } from '@jest/globals';
import type { ByHand, DayByHand } from './recorder/by-hand.ts';
import type { Ask } from './recorder/figures.ts';
import { groupsOn, sortsOn } from './recorder/group-figures.ts';
import type { Recording } from './recorder/record.ts';
import * as work from './recorder/work-figures.ts';

interface Context {
  readonly ask: Ask;
  readonly recording: Recording;
  readonly day: string;
}

/** Compares one part of what was worked out of a day with the overview that answers it. */
type Comparison<P extends keyof DayByHand> = (context: Context, byHand: NonNullable<DayByHand[P]>) => Promise<void>;

const namesOf = ({ ids }: Recording) => new Map(Object.entries(ids).map(([name, id]) => [id, name]));

const comparisons: { readonly [P in keyof Required<DayByHand>]: Comparison<P> } = {
  groups: async ({ ask, recording, day }, groups) => {
    expect(await groupsOn(ask, recording.programme, day, namesOf(recording))).toMatchObject(groups);
  },
  sorts: async ({ ask, recording, day }, sorts) => {
    expect(await sortsOn(ask, recording.programme, day)).toEqual(sorts);
  },
  reach: async ({ ask, recording, day }, levels) => {
    expect(await work.reachOn(ask, recording.programme, day)).toEqual(levels);
  },
  reachOfUnits: async ({ ask, recording, day }, units) => {
    expect(await work.reachOfUnitsOn(ask, recording.programme, day, namesOf(recording))).toEqual(units);
  },
  assignments: async ({ ask, recording, day }, counts) => {
    expect(await work.overviewOn(ask, recording.programme, 'assignments', day)).toMatchObject(counts);
  },
  knowledge: async ({ ask, recording, day }, counts) => {
    expect(await work.overviewOn(ask, recording.programme, 'knowledge', day)).toMatchObject(counts);
  },
  steps: async ({ ask, recording, day }, steps) => {
    expect(await work.stepsOn(ask, recording.programme, Object.keys(steps), day)).toEqual(steps);
  },
  commitments: async ({ ask, recording, day }, layers) => {
    expect(await work.commitmentsOn(ask, recording.programme, day)).toEqual(layers);
  },
  items: async ({ ask, recording, day }, items) => {
    for (const [name, item] of Object.entries(items)) {
      expect({ name, ...(await work.itemOn(ask, recording.ids[name] ?? '', day)) }).toMatchObject({ name, ...item });
    }
  },
  alike: async ({ ask, recording, day }, questions) => {
    for (const [name, alike] of Object.entries(questions)) {
      expect(await work.alikeOn(ask, recording.ids[name] ?? '', day)).toEqual(alike);
    }
  },
  meetings: async ({ ask, recording, day }, meetings) => {
    for (const [name, meeting] of Object.entries(meetings)) {
      expect([name, ...(await work.meetingOn(ask, recording.ids[name] ?? '', day))]).toEqual([name, ...meeting]);
    }
  },
  roles: async ({ ask, recording, day }, roles) => {
    expect(await work.rolesOn(ask, recording.programme, day)).toEqual(roles);
  },
};

/** What the overviews of an example say of some days, against what was worked out by hand. */
export function dayCases({ days }: Pick<ByHand, 'days'>, context: () => Omit<Context, 'day'>): void {
  describe.each(Object.entries(days))('asked of %s', (day, byHand) => {
    const parts = Object.keys(byHand) as (keyof DayByHand)[];
    test.each(parts)('the %s are as they were worked out', async (part) => {
      await compare(part, { ...context(), day }, byHand);
    });
  });
}

async function compare<P extends keyof DayByHand>(part: P, context: Context, byHand: DayByHand): Promise<void> {
  const worked = byHand[part];
  if (worked !== undefined) await comparisons[part](context, worked);
}
