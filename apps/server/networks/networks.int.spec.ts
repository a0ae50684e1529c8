import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { type Asked, type RunningServer, startServer } from '../testing/running-server.ts';

let server: RunningServer;
let programme: string;
let noord: string;
let zuid: string;
let oost: string;
let assen: string;
let emmen: string;
let minPosition: string;

/** Sends a command that must be recorded, and gives the id of what it made. */
async function sent(path: string, body: object): Promise<string> {
  const { status, body: answer } = await server.post(path, body);
  expect([path, status < 300, answer.code]).toEqual([path, true, undefined]);
  minPosition = answer.position;
  return answer.id;
}

function listed(query: Readonly<Record<string, string>> = {}, asked?: Asked) {
  return server.get(`/v1/programmes/${programme}/networks?${new URLSearchParams({ minPosition, ...query })}`, asked);
}

async function idsOf(query: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { status, body } = await listed(query);
  expect([status, body.code]).toEqual([200, undefined]);
  return body.data.items.map(({ network }: { network: string }) => network);
}

beforeAll(async () => {
  server = await startServer('production');
  const days = { opensOn: '2025-09-01', from: '2025-10-01', until: '2026-09-30' };
  const setUp = { name: 'Noord-Nederland', client: '20', template: 'regional-network', ...days };
  programme = await sent('/v1/programmes', setUp);
  const opened = (name: string, region: string, maximum: number) =>
    sent(`/v1/programmes/${programme}/networks`, { name, region, minimum: 1, target: 1, maximum });
  noord = await opened('Noord', 'Fryslân', 3);
  zuid = await opened('Zuid', 'Drenthe', 1);
  oost = await opened('Oost', 'Drenthe', 2);
  const applied = async (organisation: string) => {
    const application = { organisation, network: zuid, contactRole: 'policy-officer', occurredOn: '2025-10-14' };
    const id = await sent(`/v1/programmes/${programme}/applications`, application);
    await sent(`/v1/trajectories/${id}/intakes`, { occurredOn: '2025-10-20' });
    return id;
  };
  assen = await applied('0106');
  emmen = await applied('0114');
  await sent(`/v1/networks/${zuid}/admissions`, { trajectory: assen });
  await sent(`/v1/networks/${zuid}/waiting-list-entries`, { trajectory: emmen });
  const asks = { organisation: '0119', region: 'Drenthe', contactRole: 'policy-officer', strength: 'interest' };
  await sent(`/v1/programmes/${programme}/demand-shown`, { ...asks, occurredOn: '2025-10-20' });
}, 60_000);

afterAll(() => server.stop());

describe('the list of networks', () => {
  it('says of each what its own page says, and what is asked in its region', async () => {
    const { body } = await listed();
    expect(body.basis).toMatchObject({ template: { key: 'regional-network' }, validOn: expect.any(String) });
    expect(body.data).toMatchObject({
      total: 3,
      items: [
        { network: noord, free: 3, waiting: [], demand: { applications: 0, interest: 0 } },
        { network: oost, free: 2, waiting: [], demand: { applications: 1, interest: 1 } },
        {
          network: zuid,
          free: 0,
          places: [{ trajectory: assen }],
          waiting: [{ trajectory: emmen }],
          organisations: { [assen]: { name: 'Assen' }, [emmen]: { name: 'Emmen' } },
          demand: { applications: 1, interest: 1 },
        },
      ],
    });
    const own = await server.get(`/v1/networks/${zuid}`);
    expect(body.data.items[2]).toMatchObject(own.body.data);
  });

  it('filters by region, free places, waiting list and name, and sorts', async () => {
    expect(await idsOf({ region: 'drenthe' })).toEqual([oost, zuid]);
    expect(await idsOf({ free: 'true' })).toEqual([noord, oost]);
    expect(await idsOf({ free: 'false' })).toEqual([zuid]);
    expect(await idsOf({ waiting: 'true' })).toEqual([zuid]);
    expect(await idsOf({ waiting: 'false', region: 'Fryslan' })).toEqual([noord]);
    expect(await idsOf({ search: 'OO' })).toEqual([noord, oost]);
    expect(await idsOf({ sort: '-name' })).toEqual([zuid, oost, noord]);
    expect(await idsOf({ sort: 'region' })).toEqual([oost, zuid, noord]);
    expect(await idsOf({ sort: 'free' })).toEqual([zuid, oost, noord]);
    expect(await idsOf({ sort: '-waiting' })).toEqual([zuid, noord, oost]);
  });

  it('comes in pages, as of one moment', async () => {
    const { body: first } = await listed({ limit: '2', sort: '-free' });
    expect(first.data).toMatchObject({ total: 3, items: [{ network: noord }, { network: oost }] });
    const rest = await listed({ limit: '2', sort: '-free', cursor: first.data.next });
    expect(rest.body.data).toMatchObject({ total: 3, items: [{ network: zuid }] });
    expect([rest.body.data.next, rest.body.basis.ordinal]).toEqual([undefined, first.basis.ordinal]);
    const elsewhere = await listed({ limit: '2', sort: 'free', cursor: first.data.next });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([400, 'bad-request']);
  });

  it('has no network on a day on which it was not open, or at a moment when it was not known', async () => {
    expect(await idsOf({ validOn: '2025-10-20' })).toEqual([]);
    const { body } = await server.get(`/v1/networks/${noord}`);
    const [opening] = (await server.get(`/v1/stories/network/${noord}`)).body.data.items;
    expect(body.data.network).toBe(noord);
    expect(await idsOf({ knownAt: `ordinal:${opening.ordinal}` })).toEqual([noord]);
  });

  it('is for who is signed in, of a programme that there is, and tells everything that is wrong at once', async () => {
    expect((await listed({}, { as: 'reporter' })).status).toBe(200);
    expect((await fetch(`${server.url}/v1/programmes/${programme}/networks`)).status).toBe(401);
    expect((await server.get(`/v1/programmes/${uuidv7()}/networks`)).status).toBe(404);
    const { status, body } = await listed({ sort: 'colour', free: 'perhaps', waiting: '2', limit: '0' });
    expect(status).toBe(400);
    expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      'free',
      'limit',
      'sort',
      'waiting',
    ]);
  });
});
