import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayOf, daysBetween, lastPossibleDay } from '#domain/kernel/days';
import { subject } from '#domain/kernel/subject';
import { commitmentSteps } from '#domain/trajectory/commitment';
import { participationSteps } from '#domain/trajectory/participation';
import { idOf } from '../../../test/support/events.ts';
import { InMemory } from '../../../test/support/lists/in-memory.ts';
import { courseOfEvents, randomCourse } from '../../../test/support/random-course.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { registerOf } from '../../../test/support/register.ts';
import type { CommitmentRequest } from '../commitment/queries.ts';
import { missingFactKinds } from '../missing-facts/item.ts';
import type { MissingFactsRequest } from '../missing-facts/queries.ts';
import type { ProgressRequest } from '../progress/queries.ts';
import type { Answer, AsOf } from '../query/as-of.ts';
import type { Page, PageRequest } from '../query/paging.ts';
import type { QuestionItem, QuestionRequest } from '../question/queries.ts';

const programmes = ['Noord', 'Midden', 'Zuid'];
const names = ['Súdwest-Fryslân', 'Assen', "'s-Hertogenbosch"];

let side: ReadSide;
let minPosition: string;
let last: number;

beforeAll(async () => {
  side = await startReadSide();
  const events = programmes.flatMap((name, i) =>
    courseOfEvents(name, fc.sample(randomCourse(40, 'long'), { numRuns: 12, seed: 20250401 + i }).flat()),
  );
  await side.startFolding();
  minPosition = await side.record([
    registerOf(
      names.map((name, i) => ({ id: idOf(`organisation ${i}`), name, province: i === 0 ? 'Fryslân' : 'Drenthe' })),
    ),
    ...events,
  ]);
  last = (await side.views.basis({ minPosition, waitMs: 30_000 }, 'everything')).ordinal;
}, 120_000);

afterAll(async () => {
  await side.stop();
}, 30_000);

const scope = fc.constantFrom(undefined, ...programmes.map((name) => idOf(`${name} programme`)));
const organisations = {
  search: fc.option(fc.constantFrom('fryslan', 'ASSEN', 's hertog', 'nobody'), { nil: undefined, freq: 1 }),
  province: fc.option(fc.constantFrom('Fryslân', 'drenthe'), { nil: undefined, freq: 1 }),
};
const asOf: fc.Arbitrary<AsOf> = fc.record({
  knownAt: fc
    .integer({ min: 1, max: 1_000 })
    .map((part) => ({ ordinal: Math.max(1, Math.ceil((part / 1_000) * last)) })),
  validOn: fc.option(
    fc.nat(700).map((days) => new Date(Date.parse('2025-01-20') + days * 86_400_000).toISOString().slice(0, 10)),
    { nil: undefined },
  ),
});

/** All pages, one after the other. */
async function allPages<T>(
  ask: (page: PageRequest) => Promise<Answer<Page<T>>>,
): Promise<{ items: T[]; totals: number[] }> {
  const items: T[] = [];
  const totals: number[] = [];
  let cursor: string | undefined;
  do {
    const { data } = await ask({ limit: 2, cursor });
    items.push(...data.items);
    totals.push(data.total);
    cursor = data.next;
  } while (cursor !== undefined);
  return { items, totals };
}

/** The queries of a list: of one programme, and of all. */
interface List<Request, Item> {
  ofProgramme(programme: string, request: Request & PageRequest, asOf: AsOf): Promise<Answer<Page<Item>>>;
  everywhere(request: Request & PageRequest, asOf: AsOf): Promise<Answer<Page<Item>>>;
}

async function expectTheSame<Request extends PageRequest, Item>(
  list: List<Request, Item>,
  everything: Request,
  request: fc.Arbitrary<Request>,
  inMemory: (of: InMemory, request: Request) => Promise<unknown[]>,
  shown: (item: Item) => unknown = (item) => item,
): Promise<void> {
  let longest = 0;
  await fc.assert(
    fc.asyncProperty(scope, request, asOf, async (programme, asked, at) => {
      const { items, totals } = await allPages((page) =>
        programme ? list.ofProgramme(programme, { ...asked, ...page }, at) : list.everywhere({ ...asked, ...page }, at),
      );
      const expected = await inMemory(new InMemory(side.views, at, programme), asked);
      expect(items.map(shown)).toEqual(expected);
      expect(new Set(totals)).toEqual(new Set([expected.length]));
      longest = Math.max(longest, expected.length);
    }),
    // Everything there is, as known now, is always asked: lists of nothing would prove nothing.
    { numRuns: 120, examples: [[undefined, everything, { knownAt: { ordinal: last } }]] },
  );
  expect(longest).toBeGreaterThanOrEqual(programmes.length * 3);
}

const sorts = <Sort extends string>(...all: readonly Sort[]) =>
  fc.constantFrom(...all.flatMap((sort) => [sort, `-${sort}`] as const));
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 });

describe('a list that is chosen in the database is the same as one that is chosen in memory', () => {
  test('trajectories', async () => {
    const request: fc.Arbitrary<ProgressRequest> = fc.record({
      filter: fc.record({
        ...organisations,
        participation: perhaps(fc.constantFrom(...participationSteps)),
        status: perhaps(fc.constantFrom('on-schedule', 'attention', 'behind', 'none')),
        late: perhaps(fc.boolean()),
        category: perhaps(fc.constantFrom('category-0', 'category-1', 'category-3')),
      }),
      sort: sorts('name', 'participation', 'status', 'reached', 'last-contact'),
    });
    await expectTheSame(side.views.progress, {}, request, (of, asked) => of.trajectories(asked));
  }, 120_000);

  test('commitments', async () => {
    const request: fc.Arbitrary<CommitmentRequest> = fc.record({
      filter: fc.record({
        ...organisations,
        layer: perhaps(fc.constantFrom('executive', 'council')),
        step: perhaps(fc.constantFrom(...commitmentSteps)),
        late: perhaps(fc.boolean()),
      }),
      sort: sorts('name', 'due'),
    });
    await expectTheSame(side.views.commitments, {}, request, (of, asked) => of.commitments(asked));
  }, 120_000);

  test('questions', async () => {
    const request: fc.Arbitrary<QuestionRequest> = fc.record({
      filter: fc.record({
        ...organisations,
        category: perhaps(fc.constantFrom('category-0', 'category-1', 'category-3')),
        tag: perhaps(fc.constantFrom('sharp', 'harper', 'blunt')),
      }),
      sort: sorts('name', 'since', 'category'),
    });
    const shown = ({ question, organisation, category, tags, since, alike }: QuestionItem) => ({
      question,
      organisation,
      category,
      tags,
      since,
      alike,
    });
    await expectTheSame(side.views.questions, {}, request, (of, asked) => of.questions(asked), shown);
  }, 120_000);

  test('missing facts', async () => {
    const request: fc.Arbitrary<MissingFactsRequest> = fc.record({
      filter: fc.record({
        ...organisations,
        search: perhaps(fc.constantFrom('fryslan', 'ASSEN', 'meeting 1', 'nobody')),
        kind: perhaps(fc.constantFrom(...missingFactKinds)),
        days: perhaps(fc.nat(90)),
      }),
      sort: sorts('since', 'name', 'kind'),
    });
    await expectTheSame(side.views.missingFacts, {}, request, (of, asked) => of.missing(asked));
  }, 120_000);
});

describe('the summary of what stands in the rows', () => {
  test('counts every trajectory once, as the list of trajectories has them', async () => {
    await fc.assert(
      fc.asyncProperty(scope, asOf, async (programme, at) => {
        const { summaries } = side.views;
        const { data } = await (programme ? summaries.ofProgramme(programme, {}, at) : summaries.everywhere({}, at));
        const all = await new InMemory(side.views, at, programme).trajectories({});
        const of = (status: string) => all.filter(({ progress }) => (progress?.status ?? 'none') === status).length;
        const measured = all.flatMap(({ progress }) => (progress?.measured ? [progress] : []));
        const sum = (name: 'reached' | 'expected' | 'total') => measured.reduce((total, one) => total + one[name], 0);
        const statuses = ['attention', 'behind', 'none', 'on-schedule'].map((status) => [status, of(status)] as const);
        const late = await new InMemory(side.views, at, programme).commitments({ filter: { late: true } });
        // An ordinal before the programme was set up.
        if (programme && data === undefined) return expect(all).toEqual([]);
        expect(data).toMatchObject({
          trajectories: all.length,
          status: Object.fromEntries(statuses.filter(([, count]) => count > 0)),
          milestones: { reached: sum('reached'), expected: sum('expected'), total: sum('total') },
          late: late.length,
        });
        const parts = [data?.organisations, data?.provinces, data?.programmes];
        expect(parts.map((some) => some?.reduce((total, { trajectories }) => total + trajectories, 0))).toEqual(
          parts.map(() => all.length),
        );
        const lines = data?.lines.reduce((total, { reached }) => total + reached, 0);
        expect(lines).toBe(sum('reached'));
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

describe('how late facts were recorded', () => {
  test('is counted over every fact that stands, by the day of its last correction', async () => {
    const at = { knownAt: { ordinal: last } };
    const { data } = await side.views.registrationLag.get({}, at);
    const stories = await Promise.all(
      programmes.map((name) => side.views.story.whole(subject('programme', idOf(`${name} programme`)), at)),
    );
    const events = stories.flatMap(({ data: story }) => story.map(({ event }) => event));
    const facts = events.filter(({ corrects, occurredOn }) => occurredOn && !corrects);
    const lags = facts.flatMap((fact) => {
      const now = events.findLast(({ corrects }) => corrects?.event === fact.id) ?? fact;
      if (now.corrects?.kind === 'retraction' || !now.occurredOn) return [];
      return [Math.max(daysBetween(lastPossibleDay(now.occurredOn), dayOf(fact.recordedAt)), 0)];
    });
    const inOrder = lags.toSorted((a, b) => a - b);
    expect(data.all).toEqual({
      count: lags.length,
      median: inOrder[Math.ceil(lags.length * 0.5) - 1],
      p90: inOrder[Math.ceil(lags.length * 0.9) - 1],
      longest: inOrder.at(-1),
      late: lags.filter((days) => days > 14).length,
    });
    for (const part of [data.types, data.channels, data.roles, data.programmes]) {
      expect(part.reduce((total, { count }) => total + count, 0)).toBe(lags.length);
    }
    expect(data.worst.map(({ days }) => days)).toEqual(
      inOrder
        .filter((days) => days > 14)
        .toReversed()
        .slice(0, 20),
    );
  });

  test('is listed fact by fact, as many as are counted', async () => {
    await fc.assert(
      fc.asyncProperty(scope, asOf, async (programme, at) => {
        const { lateFacts, registrationLag } = side.views;
        const { data } = await registrationLag.get({ programme }, at);
        const { items, totals } = await allPages((page) =>
          programme ? lateFacts.ofProgramme(programme, page, at) : lateFacts.everywhere(page, at),
        );
        expect(new Set(items.map(({ event }) => event)).size).toBe(data.all.late);
        expect(new Set(totals)).toEqual(new Set([data.all.late]));
        expect(items.slice(0, 20)).toEqual(data.worst);
      }),
      { numRuns: 20, examples: [[undefined, { knownAt: { ordinal: last } }]] },
    );
  }, 120_000);
});
