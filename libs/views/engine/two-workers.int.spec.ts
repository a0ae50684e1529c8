import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { dispatch } from '../index/dispatcher.ts';
import { shardOf } from '../index/shards.ts';
import { verify } from '../verify.ts';
import { Views } from '../views.ts';
import { advance } from './advance.ts';
import { indexStoreOf } from './worker.ts';

let side: ReadSide & { databaseUrl: string };
/** The views of a second worker, on the same tables. */
let second: Views;
const stop = new AbortController();
let running: Promise<void>;
let indexed = 0;

beforeAll(async () => {
  side = await startReadSide({ purpose: 'production' });
  second = await Views.open({ databaseUrl: side.databaseUrl, log: side.log });
  running = dispatch({
    ...indexStoreOf(side.views),
    url: side.databaseUrl,
    log: side.log,
    cache: side.views.cache,
    signal: stop.signal,
    onIndexed: (ordinal) => {
      indexed = ordinal;
    },
    onTrouble: () => undefined,
  });
}, 120_000);

afterAll(async () => {
  stop.abort();
  await running;
  await second.close();
  await side.stop();
}, 60_000);

const here = idOf('here-5');
const there = idOf('there');
const question = `question:${idOf('q')}` as const;

/** Waits until the index has it, and leaves the folding to who is called by name. */
async function record(event: object): Promise<void> {
  const before = indexed;
  await side.record([event as Told]);
  while (indexed <= before) await new Promise((resolve) => setTimeout(resolve, 20));
}

function asked(what: string, type: string, at: string, category: string): object {
  return {
    id: idOf(what),
    stream: `trajectory-${idOf('t')}`,
    at,
    occurredOn: { precision: 'day', value: at.slice(0, 10) },
    subjects: [`programme:${there}`, `trajectory:${idOf('t')}`, question],
    type,
    data: { question: idOf('q'), category, tags: [], text: sealed('.') },
  };
}

const tracing = {
  stream: `item-${idOf('i')}`,
  occurredOn: { precision: 'day', value: '2025-05-02' },
  subjects: [`programme:${here}`, `item:${idOf('i')}`, `question:${idOf('other')}`, question],
};

const traced = {
  ...tracing,
  id: idOf('traced'),
  at: '2025-05-02T10:00:00.000Z',
  type: 'lineage.traced.v1',
  data: { item: idOf('i'), programme: here, question: idOf('other'), sameAs: idOf('q'), reason: sealed('.') },
};

const retracted = {
  ...tracing,
  id: idOf('retracted'),
  at: '2025-05-03T10:00:00.000Z',
  type: 'item.fact-retracted.v1',
  data: {},
  corrects: { event: idOf('traced'), kind: 'retraction', reason: sealed('.') },
};

test('given two workers, when one saw a question of another programme that the other goes on with, then it folds on what that made of it', async () => {
  const first = side.views;
  expect(shardOf(here)).not.toBe(shardOf(there));
  await record(asked('brought', 'trajectory.question-brought-in.v1', '2025-05-01T10:00:00.000Z', 'first'));
  await record(traced);
  await advance(second);
  await record(retracted);
  await advance(first);
  await record(asked('sharper', 'trajectory.question-sharpened.v1', '2025-05-04T10:00:00.000Z', 'second'));
  await advance(second);
  await record(asked('sharpest', 'trajectory.question-sharpened.v1', '2025-05-05T10:00:00.000Z', 'third'));
  await advance(first);
  const { data } = await first.questions.get(idOf('q'), {});
  expect(data?.said.map(({ category }) => category)).toEqual(['first', 'second', 'third']);
  expect((await verify({ views: first })).differences).toEqual([]);
}, 60_000);
