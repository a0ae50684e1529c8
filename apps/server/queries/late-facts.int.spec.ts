import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOf } from '#domain/kernel/days';
import { type RunningServer, startServer } from '../testing/running-server.ts';

const today = dayOf(new Date().toISOString());
const daysAgo = (days: number) => addDays(today, -days);

let server: RunningServer;
let programme: string;
let list: string;
let minPosition: string;

/** The interest of an organisation, which must be recorded so many days after it happened. */
async function interested(organisation: string, days: number): Promise<void> {
  const body = { organisation, contactRole: 'adviser', occurredOn: daysAgo(days) };
  const { status, body: answer } = await server.post(`/v1/programmes/${programme}/interests`, body);
  expect([organisation, status < 300, answer.code]).toEqual([organisation, true, undefined]);
  minPosition = answer.position;
}

/** Asks what is there, as of the last thing that was recorded. */
async function asked(query: Readonly<Record<string, string>> = {}, path = list) {
  const { status, body } = await server.get(`${path}?${new URLSearchParams({ minPosition, ...query })}`);
  expect([path, status, body.code]).toEqual([path, 200, undefined]);
  return body;
}

const namesOf = ({ data }: { data: { items: { organisation: { name: string } }[] } }) =>
  data.items.map(({ organisation }) => organisation.name);

beforeAll(async () => {
  server = await startServer('production');
  const days = { opensOn: daysAgo(90), from: daysAgo(60), until: addDays(today, 300) };
  const setUp = { name: 'Noord', client: '20', template: 'regional-network', ...days };
  programme = (await server.post('/v1/programmes', setUp)).body.id;
  list = `/v1/programmes/${programme}/registration-lag/facts`;
  await interested('0106', 20);
  await interested('0114', 60);
  await interested('0109', 40);
  await interested('0118', 3);
}, 60_000);

afterAll(() => server.stop());

describe('the facts of a programme that were recorded late', () => {
  it('are all listed, the worst first, each as the summary shows it', async () => {
    const { data, basis } = await asked();
    expect(namesOf({ data })).toEqual(['Emmen', 'Coevorden', 'Assen']);
    expect(data.items[0]).toMatchObject({ days: 60, happenedOn: daysAgo(60), recordedOn: today, channel: 'api' });
    expect(basis.template).toMatchObject({ key: 'regional-network' });
    const { data: summary } = await asked({}, `/v1/programmes/${programme}/registration-lag`);
    expect([data.items, data.total]).toEqual([summary.worst, summary.all.late]);
    expect((await asked({}, '/v1/registration-lag/facts')).data).toEqual(data);
  });

  it('are chosen and sorted', async () => {
    expect(namesOf(await asked({ sort: 'recorded' }))).toEqual(['Assen', 'Emmen', 'Coevorden']);
    expect(namesOf(await asked({ sort: 'days' }))).toEqual(['Assen', 'Coevorden', 'Emmen']);
    expect(namesOf(await asked({ organisation: '0114' }))).toEqual(['Emmen']);
    expect(namesOf(await asked({ minDays: '40', type: 'trajectory.interest-shown.v1' }))).toEqual([
      'Emmen',
      'Coevorden',
    ]);
    expect(namesOf(await asked({ minDays: '1', role: 'lead', channel: 'api' }))).toHaveLength(4);
    expect((await asked({ until: daysAgo(1) })).data).toEqual({ items: [], total: 0 });
    expect((await asked({ channel: 'import' })).data.total).toBe(0);
  });

  it('come in pages of one moment, whatever is recorded in between', async () => {
    const first = await asked({ limit: '2' });
    await interested('0119', 80);
    const rest = await asked({ limit: '2', cursor: first.data.next });
    expect([namesOf(first), namesOf(rest)]).toEqual([['Emmen', 'Coevorden'], ['Assen']]);
    expect([rest.data.total, rest.basis.ordinal]).toEqual([3, first.basis.ordinal]);
    expect(namesOf(await asked({ limit: '1' }))).toEqual(['Meppel']);
    expect((await asked({ knownAt: `ordinal:${first.basis.ordinal}` })).data.total).toBe(3);
  });

  it('are for whoever may follow programmes, as the summary is', async () => {
    for (const path of [list, '/v1/registration-lag/facts']) {
      expect((await server.get(path, { as: 'reporter' })).status).toBe(200);
      expect((await fetch(`${server.url}${path}`)).status).toBe(401);
    }
  });

  it('are not there of a programme that is not; everything that is wrong with a question is said at once', async () => {
    expect((await server.get(list.replace(programme, '0197aaaa-0000-7000-8000-000000000001'))).status).toBe(404);
    const { status, body } = await server.get(`${list}?sort=colour&channel=pigeon&role=king&type=poem&minDays=-1`);
    const fields = body.errors.map(({ field }: { field: string }) => field).sort();
    expect([status, fields]).toEqual([400, ['channel', 'minDays', 'role', 'sort', 'type']]);
  });
});
