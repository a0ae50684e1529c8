import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EventReader, type HeardEvent } from '../testing/event-reader.ts';
import { type RunningServer, startServer } from '../testing/running-server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer('production');
}, 60_000);
afterAll(() => server.stop(), 30_000);

const dates = { opensOn: '2025-01-01', from: '2025-03-01', until: '2026-03-01' };

/** The position of what was recorded last. */
let recorded = '';

/** Sets up a programme, which is two events; gives its id. */
async function setUp(name: string): Promise<string> {
  const answer = await server.post('/v1/programmes', { name, client: '0014', ...dates, template: 'regional-network' });
  expect(answer.status).toBe(201);
  recorded = answer.body.position;
  return answer.body.id;
}

async function follow(query = '', lastEventId?: string): Promise<EventReader> {
  const token = await server.token('reporter');
  return EventReader.open(`${server.url}/v1/changes${query}`, { token, ...(lastEventId && { lastEventId }) });
}

/** The ordinal of what was recorded last, when it can be read. */
async function ordinal(): Promise<number> {
  return (await server.get(`/v1/programmes?minPosition=${recorded}`)).body.basis.ordinal;
}

const ordinals = (events: readonly HeardEvent[]) => events.map(({ data }) => data.ordinal);

describe('GET /v1/changes', () => {
  test('given a reader, when something is recorded, then it is told what, and a question asked then has it in the answer', async () => {
    await setUp('Eerder');
    await ordinal();
    const reader = await follow();
    const [begin] = await reader.take(1);
    expect(begin).toMatchObject({ name: 'begin', data: { log: expect.any(String), fictitious: false } });
    const programme = await setUp('Nu');
    const [change] = await reader.take(1);
    const { body } = await server.get(`/v1/programmes/${programme}`);
    expect(body.data.name).toBe('Nu');
    expect(change).toMatchObject({
      name: 'change',
      id: String(begin?.data.after + 1),
      data: { ordinal: begin?.data.after + 1, type: 'programme.set-up.v1', programme },
    });
    expect(change?.data.subjects).toContain(`programme:${programme}`);
    expect(Object.keys(change?.data).sort()).toEqual(
      ['event', 'ordinal', 'programme', 'recordedAt', 'subjects', 'type'].sort(),
    );
    reader.leave();
  });

  test('given a programme or a subject, then only what concerns it is told', async () => {
    const from = await ordinal();
    const [one, other] = [await setUp('Een'), await setUp('Ander')];
    const ofOne = await follow(`?programme=${one}&after=${from}`);
    const ofOther = await follow(`?subject=programme:${other}&after=${from}`);
    for (const [reader, programme] of [
      [ofOne, one],
      [ofOther, other],
    ] as const) {
      const [, ...changes] = await reader.take(3);
      expect(changes.map(({ data }) => data.programme)).toEqual([programme, programme]);
      reader.leave();
    }
  });

  test('given a connection that breaks again and again, when it is resumed, then every change comes once, in order', async () => {
    const from = await ordinal();
    const recording = (async () => {
      for (let i = 0; i < 25; i += 1) await setUp(`Nummer ${i}`);
    })();
    const heard: number[] = [];
    let lastId: string | undefined;
    while (heard.length < 50) {
      const reader = await follow(`?after=${from}`, lastId);
      // The first says where it begins; then one to four changes, and the line is cut.
      const events = await reader.take(1 + Math.min(1 + (heard.length % 4), 50 - heard.length));
      heard.push(...ordinals(events.slice(1)));
      lastId = reader.lastId;
      reader.leave();
    }
    expect(heard).toEqual(Array.from({ length: 50 }, (_, i) => from + 1 + i));
    await recording;
  }, 60_000);

  test('given a token that expires, then the stream ends and says so', async () => {
    const token = await server.token('lead', { validFor: 2 });
    const reader = await EventReader.open(`${server.url}/v1/changes`, { token });
    const [, end] = await reader.take(2);
    expect(end).toMatchObject({ name: 'end', data: { reason: 'token-expired' } });
    expect(await reader.next()).toBeUndefined();
  });

  test('given a question that is not right, then everything that is wrong is said, and nothing is streamed', async () => {
    const { status, body } = await server.get('/v1/changes?after=-1&programme=12&subject=cat:1&colour=red');
    expect(status).toBe(400);
    expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual(
      ['after', 'colour', 'programme', 'subject'].sort(),
    );
    const wrong = await server.get('/v1/changes', { headers: { 'Last-Event-ID': 'twelve' } });
    expect([wrong.status, wrong.body.errors[0].field]).toEqual([400, 'Last-Event-ID']);
  });

  test('the headers keep proxies and caches from holding it up', async () => {
    const reader = await follow();
    expect(Object.fromEntries(reader.response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    reader.leave();
    const head = await fetch(`${server.url}/v1/changes`, {
      method: 'HEAD',
      headers: { Authorization: `Bearer ${await server.token('lead')}` },
    });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});

test('given readers, when the server stops, then they are told, and it does not wait for them', async () => {
  const own = await startServer('production');
  const token = await own.token('lead');
  const readers = await Promise.all([1, 2, 3].map(() => EventReader.open(`${own.url}/v1/changes`, { token })));
  for (const reader of readers) await reader.take(1);
  const stopping = own.stop();
  for (const reader of readers) {
    expect(await reader.next()).toMatchObject({ name: 'end', data: { reason: 'server-stops' } });
    expect(await reader.next()).toBeUndefined();
  }
  await stopping;
}, 60_000);
