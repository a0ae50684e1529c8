import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startEngines, type TestEngines } from '#embedded/testing/engines';
import { draftOf, idOf, sealed, type Told } from '../../test/support/events.ts';
import type { LoggedEvent } from './contract/codec.ts';
import { LogUnavailable } from './contract/errors.ts';
import { Log } from './log.ts';

let engines: TestEngines;
let log: Log;

beforeAll(async () => {
  engines = await startEngines();
  log = await Log.connect(engines.node.connectionString, {
    purpose: 'production',
    now: () => '2025-01-01T00:00:00.000Z',
  });
}, 120_000);

afterAll(async () => {
  await log.close();
  await engines.stop();
}, 30_000);

function judgedAt(at: string): Told {
  return {
    id: idOf(at),
    stream: 'trajectory-x',
    at,
    occurredOn: { precision: 'day', value: at.slice(0, 10) },
    subjects: ['trajectory:x'],
    type: 'trajectory.lead-judged.v1',
    data: { judgement: 'attention', reason: sealed('.') },
  } as Told;
}

test('given a log, then from each position on the next event is found, and behind the last one none', async () => {
  const at = ['2025-02-01T10:00:00.000Z', '2025-02-03T10:00:00.000Z', '2025-02-02T10:00:00.000Z'];
  await log.append(
    'trajectory-x',
    -1,
    at.map((moment) => draftOf(judgedAt(moment), log.id)),
  );
  const all: LoggedEvent[] = [];
  for await (const event of log.readAll()) all.push(event);
  const found = [];
  for (let next = await log.next(undefined); next; next = await log.next(next.position)) found.push(next);
  expect(found).toEqual(all.map(({ position, recordedAt }) => ({ position, recordedAt })));
  expect(found.slice(-3).map(({ recordedAt }) => recordedAt)).toEqual(at);
  expect(await log.last()).toEqual(found.at(-1));
});

test('given a node that is gone, then it is said that the log cannot be asked', async () => {
  await engines.node.close();
  await expect(log.next(undefined)).rejects.toThrow(LogUnavailable);
  await expect(log.last()).rejects.toThrow(LogUnavailable);
}, 30_000);
