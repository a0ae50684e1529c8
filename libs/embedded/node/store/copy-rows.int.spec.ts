import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EmbeddedPostgres } from '../../postgres/start-postgres.ts';
import { ask } from '../../testing/ask.ts';
import { startDatabase } from '../../testing/engines.ts';
import type { RecordedEvent } from '../event.ts';
import { LogReader } from './log-reader.ts';
import { LogWriter, NotWrittenError, UnresolvedError } from './log-writer.ts';

let database: Awaited<ReturnType<typeof startDatabase>>;
let postgres: EmbeddedPostgres;

beforeAll(async () => {
  database = await startDatabase();
  postgres = database.postgres;
}, 60_000);

afterAll(async () => {
  await database.stop();
});

const usual = (position: number, more: Partial<RecordedEvent> = {}): RecordedEvent => ({
  id: randomUUID(),
  type: 'noted',
  isJson: true,
  data: Buffer.from('{"a":1}'),
  metadata: Buffer.alloc(0),
  stream: 'notes',
  revision: position,
  position,
  created: 1_700_000_000_000 + position,
  ...more,
});

describe.each(['connectionString', 'nearConnectionString'] as const)('a group of events, over %s', (way) => {
  const connect = () => ({ connectionString: postgres[way](), answerWithin: 5_000 });

  test('given names outside ASCII, numbers beyond 32 bits and no metadata, then it is read back as it was written', async () => {
    const writer = await LogWriter.open(connect(), 1_000);
    const reader = new LogReader(connect());
    const head = await writer.head();
    const events = [
      usual(head + 1, { stream: `überleg-€-${way}`, revision: 0, type: 'besproken-ё' }),
      usual(head + 2, { stream: `bytes-${way}`, revision: 2 ** 40, isJson: false, data: Buffer.from([0, 255, 0]) }),
      usual(head + 3, { stream: `large-${way}`, revision: 0, metadata: Buffer.alloc(3_000, 7) }),
    ];
    await writer.write(events);
    expect(await reader.allAfter(head, 10)).toEqual(events);
    expect(await reader.allBefore(head + 3, 2)).toEqual([events[1], events[0]]);
    // The rows of a stream come by another way.
    for (const event of events) expect(await reader.streamFrom(event.stream, 0, 10)).toEqual([event]);
    expect(await writer.head()).toBe(head + 3);
    await Promise.all([writer.close(), reader.close()]);
  });

  test('given one event at a time, then each is read back as it was written, and a refused one leaves nothing', async () => {
    const writer = await LogWriter.open(connect(), 1_000);
    const reader = new LogReader(connect());
    const head = await writer.head();
    const events = [
      usual(head + 1, { stream: `één-${way}`, revision: 0, metadata: Buffer.alloc(3_000, 7) }),
      usual(head + 2, { stream: `één-${way}`, revision: 2 ** 40, isJson: false, data: Buffer.from([0, 255, 0]) }),
    ];
    for (const event of events) await writer.write([event]);
    const refused = [usual(head + 3, { stream: 'with \0 in it' })];
    await expect(writer.write(refused)).rejects.toBeInstanceOf(NotWrittenError);
    expect(await reader.allAfter(head, 10)).toEqual(events);
    await Promise.all([writer.close(), reader.close()]);
  });

  test('given a page that cannot be read, then the reader says so, and goes on with the next', async () => {
    const reader = new LogReader(connect());
    await expect(reader.allAfter(0.5, 10)).rejects.toThrow(RangeError);
    await expect(reader.allAfter(0, -1)).rejects.toThrow('LIMIT must not be negative');
    expect(await reader.allAfter(Number.MAX_SAFE_INTEGER - 2 ** 23, 10)).toEqual([]);
    await reader.close();
  });

  test('given connections that are ended while pages are read, then those reads fail at most, and the next are whole', async () => {
    const reader = new LogReader(connect());
    const whole = await reader.allAfter(0, 1_000);
    /** @param within milliseconds in which they are gone; with 0 they are told to go. */
    const end = (within: number) =>
      ask(
        postgres.connectionString(),
        `SELECT count(pg_terminate_backend(pid, ${within})) FROM pg_stat_activity WHERE application_name LIKE '%log reader'`,
      );
    for (let time = 0; time < 10; time += 1) {
      const pages = Promise.allSettled(Array.from({ length: 40 }, () => reader.allAfter(0, 1_000)));
      await end(0);
      // Bytes are compared by node; jest looks at each by itself, which takes seconds for so many pages.
      const read = (await pages).flatMap((page) => (page.status === 'fulfilled' ? [page.value] : []));
      expect(read.filter((page) => !isDeepStrictEqual(page, whole))).toEqual([]);
    }
    await end(5_000);
    // They are gone now; a turn later the reader has heard so of each.
    await setImmediate();
    expect(await reader.allAfter(0, 1_000)).toEqual(whole);
    await reader.close();
  });

  test('given a name that PostgreSQL cannot hold, then nothing of the group is written, and the next one is', async () => {
    const writer = await LogWriter.open(connect(), 1_000);
    const head = await writer.head();
    const refused = [usual(head + 1, { stream: `half-${way}` }), usual(head + 2, { stream: 'with \0 in it' })];
    await expect(writer.write(refused)).rejects.toBeInstanceOf(NotWrittenError);
    expect(await writer.head()).toBe(head);
    await writer.write([usual(head + 3, { stream: `whole-${way}` })]);
    expect(await writer.head()).toBe(head + 3);
    await writer.close();
  });

  test('given a revision that is taken, then the writer knows that something else wrote, and goes no further', async () => {
    const writer = await LogWriter.open(connect(), 1_000);
    const head = await writer.head();
    await writer.write([usual(head + 1, { stream: `forked-${way}`, revision: 0 })]);
    const again = [usual(head + 2, { stream: `forked-${way}`, revision: 0 })];
    await expect(writer.write(again)).rejects.toBeInstanceOf(UnresolvedError);
    await expect(writer.write([usual(head + 3)])).rejects.toBeInstanceOf(UnresolvedError);
    await writer.close();
  });
});
