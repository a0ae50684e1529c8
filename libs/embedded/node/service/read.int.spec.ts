import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { EmbeddedPostgres } from '../../postgres/start-postgres.ts';
import { startDatabase } from '../../testing/engines.ts';
import { sizeOf } from '../event.ts';
import { Log } from '../store/log.ts';
import { pagesOfStream } from './read.ts';
import type { ReadRequest } from './read-request.ts';

let database: Awaited<ReturnType<typeof startDatabase>>;
let postgres: EmbeddedPostgres;
let log: Log;

beforeAll(async () => {
  database = await startDatabase();
  postgres = database.postgres;
  const onFailure = (error: Error) => expect(error).toBe(null);
  log = await Log.open({ connectionString: postgres.nearConnectionString(), onFailure });
  await append(100);
}, 60_000);

afterAll(async () => {
  await log.close();
  await database.stop();
});

const asked = {
  forwards: () => jest.spyOn(log.reader, 'streamFrom'),
  backwards: () => jest.spyOn(log.reader, 'streamDownFrom'),
};

beforeEach(() => {
  jest.restoreAllMocks();
});

/** Appends so many events to the one stream that there is. */
async function append(count: number): Promise<void> {
  const events = Array.from({ length: count }, () => {
    return { id: randomUUID(), type: 'noted', isJson: true, data: Buffer.from('{}'), metadata: Buffer.alloc(0) };
  });
  const size = events.reduce((sum, event) => sum + sizeOf(event), 0);
  await log.append({ stream: 'notes', expected: { kind: 'any' }, events, deadline: null, size });
}

type Wanted = Pick<ReadRequest, 'isBackwards' | 'from' | 'count'>;

async function pages(wanted: Wanted): Promise<AsyncGenerator<readonly { readonly revision: number }[]>> {
  return pagesOfStream(log, { stream: 'notes', last: await log.lastRevision('notes') }, wanted);
}

/** The revisions that a read gives, page by page. */
async function revisions(wanted: Wanted): Promise<number[]> {
  const found: number[] = [];
  for await (const page of await pages(wanted)) found.push(...page.map(({ revision }) => revision));
  return found;
}

describe('a read of a stream', () => {
  test('given one from after the last event, as by whoever looks for news, then storage is not asked', async () => {
    const spies = [asked.forwards(), asked.backwards()];
    expect(await revisions({ from: 100, isBackwards: false, count: null })).toEqual([]);
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });

  test('given one of few events, then storage is asked once', async () => {
    const [forwards, backwards] = [asked.forwards(), asked.backwards()];
    expect(await revisions({ from: 98, isBackwards: false, count: null })).toEqual([98, 99]);
    expect(await revisions({ from: 'start', isBackwards: false, count: 2 })).toEqual([0, 1]);
    expect(forwards).toHaveBeenCalledTimes(2);
    expect(await revisions({ from: 'end', isBackwards: true, count: 2 })).toEqual([99, 98]);
    expect(await revisions({ from: 2_000, isBackwards: true, count: 1 })).toEqual([99]);
    expect(backwards).toHaveBeenCalledTimes(2);
  });

  test('given events that are appended while pages are read, then it ends where the stream ended when it began', async () => {
    const reading = await pages({ from: 'start', isBackwards: false, count: null });
    const first = await reading.next();
    await append(10);
    let last = first.value?.at(-1)?.revision;
    for await (const page of reading) last = page.at(-1)?.revision;
    expect(last).toBe(99);
    expect(await log.lastRevision('notes')).toBe(109);
  });
});
