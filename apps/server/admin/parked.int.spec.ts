import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { registry } from '#views/all-views';
import { createRegistry } from '#views/engine/registry';
import { defineView } from '#views/engine/view-definition';
import { type RunningServer, startServer } from '../testing/running-server.ts';

/** True until somebody mends the fold. */
let isMistaken = true;

/** A view whose fold does not know what to do with one programme. */
const fragileView = defineView<{ readonly name: string }>({
  name: 'fragile',
  version: 1,
  subject: 'programme',
  on: {
    'programme.set-up.v1': (_, { data }) => {
      if (isMistaken && data.name === 'Ongekend') throw new Error('a name that nobody thought of');
      return { name: data.name };
    },
  },
});

let server: RunningServer;
let programme: string;

beforeAll(async () => {
  server = await startServer('production', { registry: createRegistry([...registry.views, fragileView]) });
  await setUp('Gewoon');
  programme = await setUp('Ongekend');
}, 60_000);
afterAll(() => server.stop(), 30_000);

/** Sets up a programme and waits until it can be read; gives its id. */
async function setUp(name: string): Promise<string> {
  const dates = { opensOn: '2025-01-01', from: '2025-03-01', until: '2026-03-01' };
  const { body } = await server.post('/v1/programmes', {
    name,
    client: '0014',
    ...dates,
    template: 'regional-network',
  });
  const read = await server.get(`/v1/programmes/${body.id}?minPosition=${body.position}`);
  expect([read.status, read.body.data.name]).toEqual([200, name]);
  return body.id;
}

async function parked(query = '') {
  const { status, body } = await server.get(`/v1/admin/parked${query}`, { as: 'auditor' });
  expect([status, body.data.total]).toEqual([200, body.data.items.length]);
  return body.data.items;
}

const retry = (id: number | string, as: 'admin' | 'auditor' = 'admin') =>
  server.post(`/v1/admin/parked/${id}/retry`, {}, { as });

describe('rows that could not be made', () => {
  test('given an event that broke a fold, then an auditor sees which row, since when and why; the others went on', async () => {
    const items = await parked();
    expect(items).toEqual([
      {
        id: expect.any(Number),
        view: 'fragile',
        subject: `programme:${programme}`,
        programme,
        event: expect.any(String),
        ordinal: expect.any(Number),
        error: expect.stringContaining('a name that nobody thought of'),
        parkedAt: expect.stringMatching(/Z$/),
        until: null,
        released: null,
      },
    ]);
    const story = await server.get(`/v1/stories/programme/${programme}`);
    expect(story.body.data.items[0].ordinal).toBe(items[0].ordinal);
    const { body } = await server.get('/metrics', { as: 'admin' });
    expect(body).toMatch(/samenspel_parked_rows\{view="fragile",process="server"\} 1/);
  });

  test('given an auditor, then nothing can be done about it; a lead does not even see it', async () => {
    const [{ id }] = await parked();
    expect((await retry(id, 'auditor')).status).toBe(403);
    expect((await server.post(`/v1/admin/parked/${id}/release`, { reason: 'Mag' }, { as: 'auditor' })).status).toBe(
      403,
    );
    expect((await server.get('/v1/admin/parked', { as: 'lead' })).status).toBe(403);
  });

  test('given the same fold, when it is tried again, then it stays parked', async () => {
    const [{ id }] = await parked();
    const { status, body } = await retry(id);
    expect([status, body]).toEqual([200, { mended: false }]);
    expect(await parked()).toHaveLength(1);
  });

  test('when it is released, then it asks for no more attention, and is still told on request', async () => {
    const [{ id }] = await parked();
    const release = (body: object) => server.post(`/v1/admin/parked/${id}/release`, body, { as: 'admin' });
    expect((await release({})).body.errors).toMatchObject([{ field: 'reason', code: 'required' }]);
    expect((await release({ reason: 'Oefening, niemand leest dit overzicht' })).status).toBe(204);
    expect(await parked()).toEqual([]);
    expect(await parked('?all=true')).toMatchObject([
      { id, released: { reason: 'Oefening, niemand leest dit overzicht' } },
    ]);
  });

  test('given a mended fold, when it is tried again, then the row is made, and nothing is parked any more', async () => {
    const [{ id }] = await parked('?all=true');
    isMistaken = false;
    expect((await retry(id)).body).toEqual({ mended: true });
    expect(await parked('?all=true')).toEqual([]);
    for (const unknown of [id, 999_999, 'twelve']) expect((await retry(unknown)).status).toBe(404);
  });

  test('given more rows than a page holds, then the next page goes on with what was parked before', async () => {
    isMistaken = true;
    for (let made = 0; made < 3; made += 1) await setUp('Ongekend');
    const paged = async (query: string) => (await server.get(`/v1/admin/parked${query}`, { as: 'auditor' })).body.data;
    const first = await paged('?limit=2');
    expect([first.items.length, first.total]).toEqual([2, 3]);
    const second = await paged(`?limit=2&cursor=${first.next}`);
    expect([second.items.length, second.total, second.next]).toEqual([1, 3, undefined]);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    expect(new Set(ids).size).toBe(3);
    expect((await server.get('/v1/admin/parked?cursor=x', { as: 'auditor' })).status).toBe(400);
  });
});
