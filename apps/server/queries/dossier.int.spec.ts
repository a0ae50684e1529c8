import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { type RunningServer, startServer } from '../testing/running-server.ts';

let server: RunningServer;
let programme: string;
let theme: string;
let minPosition: string;

/** Records something, which must succeed, and gives its id. */
async function recorded(path: string, body: object): Promise<string> {
  const { status, body: answer } = await server.post(path, { occurredOn: '2025-10-01', ...body });
  expect([path, status < 300, answer.code]).toEqual([path, true, undefined]);
  minPosition = answer.position;
  return answer.id;
}

/** Asks what is there, as of the last thing that was recorded. */
async function asked(path: string, query: Readonly<Record<string, string>> = {}) {
  const { status, body, headers } = await server.get(`${path}?${new URLSearchParams({ minPosition, ...query })}`);
  expect([path, status, body.code]).toEqual([path, 200, undefined]);
  return { ...body, etag: headers.get('etag') };
}

beforeAll(async () => {
  server = await startServer('production');
  const days = { opensOn: '2025-09-01', from: '2025-10-01', until: '2026-09-30' };
  const setUp = { name: 'Noord', client: '20', template: 'theme-teams', ...days };
  const { body } = await server.post('/v1/programmes', setUp);
  programme = body.id;
  theme = await recorded(`/v1/programmes/${programme}/themes`, { title: 'Energie', organisation: '0106' });
  await recorded(`/v1/dossier-items/${theme}/theme-choices`, { occurredOn: '2025-10-10' });
  const action = { role: 'lead', due: '2025-10-05', what: 'De zaal bespreken' };
  await recorded(`/v1/programmes/${programme}/actions-agreed`, action);
  await recorded(`/v1/programmes/${programme}/budgets`, { line: 'learning', source: 'own', amount: 500 });
}, 60_000);

afterAll(() => server.stop());

describe('the dossier of a programme', () => {
  it('is listed, chosen and sorted', async () => {
    const list = `/v1/programmes/${programme}/dossier`;
    const all = await asked(list, { sort: '-since', limit: '2' });
    expect(all.data).toMatchObject({ total: 3, items: [{ item: theme }, {}], next: expect.any(String) });
    const rest = await asked(list, { sort: '-since', limit: '2', cursor: all.data.next });
    expect(rest.data.items).toHaveLength(1);
    expect((await asked(list, { late: 'true', open: 'true' })).data.items).toMatchObject([{ kind: 'action' }]);
    expect((await asked(list, { search: 'assen', step: 'chosen' })).data.items).toMatchObject([
      { label: { nl: 'Thema' }, title: 'Energie', words: { nl: 'Thema gekozen' }, organisation: { name: 'Assen' } },
    ]);
    expect((await asked(list, { step: 'chosen', validOn: '2025-10-09' })).data).toEqual({ items: [], total: 0 });
    const { status, body } = await server.get(`${list}?kind=poem&sort=colour`);
    expect(status).toBe(400);
    expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual(['kind', 'sort']);
  });

  it('goes on from page to page, also by the longest titles', async () => {
    const days = { opensOn: '2025-09-01', from: '2025-10-01', until: '2026-09-30' };
    const setUp = { name: 'Titels', client: '20', template: 'theme-teams', ...days };
    const { id } = (await server.post('/v1/programmes', setUp)).body;
    const list = `/v1/programmes/${id}/dossier`;
    const titles = ['甲', '乙'].map((letter) => letter.repeat(200));
    for (const title of titles) await recorded(`/v1/programmes/${id}/themes`, { title, organisation: '0114' });
    const told: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { sort: 'title', limit: '1', ...(cursor !== undefined && { cursor }) };
      const { data } = await asked(list, query);
      told.push(...data.items.map(({ title }: { title: string }) => title));
      cursor = data.next;
    } while (cursor !== undefined);
    expect(told.sort()).toEqual(titles.sort());
  });

  it('tells one item with its facts, as of any day, with the revision that a command can be made conditional on', async () => {
    const { data, basis, etag } = await asked(`/v1/dossier-items/${theme}`);
    expect(etag).toBe('"1"');
    expect(basis.template).toMatchObject({ key: 'theme-teams' });
    expect(data.facts.map(({ fact, words }: { fact: string; words: { nl: string } }) => [fact, words.nl])).toEqual([
      ['gathered', 'Thema opgehaald'],
      ['chosen', 'Thema gekozen'],
    ]);
    expect((await asked(`/v1/dossier-items/${theme}`, { validOn: '2025-10-09' })).data).toMatchObject({
      step: 'gathered',
    });
    expect((await server.get(`/v1/dossier-items/${theme}?validOn=2025-09-30`)).status).toBe(404);
  });

  it('says who has an item in hand and who may see it, on any day', async () => {
    const list = `/v1/programmes/${programme}/dossier`;
    await recorded(`/v1/dossier-items/${theme}/publication-levels`, { occurredOn: '2025-10-12', level: 'public' });
    await recorded(`/v1/dossier-items/${theme}/transfers`, { occurredOn: '2025-10-13', role: 'facilitator' });
    expect((await asked(list, { publication: 'public' })).data.items).toMatchObject([{ item: theme }]);
    expect((await asked(list, { publication: 'public', validOn: '2025-10-11' })).data.items).toEqual([]);
    expect((await asked(list, { publication: 'programme', validOn: '2025-10-11' })).data.total).toBe(3);
    expect((await asked(`/v1/dossier-items/${theme}`)).data).toMatchObject({
      publication: 'public',
      carrier: { role: 'facilitator', organisation: { name: 'Assen' } },
    });
    const [action] = (await asked(list, { kind: 'action' })).data.items;
    expect(action).toMatchObject({ publication: 'programme', carrier: { role: 'lead', organisation: null } });
    const handed = { occurredOn: '2025-10-14', role: 'secretary', organisation: '0106' };
    await recorded(`/v1/dossier-items/${action.item}/action-handovers`, handed);
    expect((await asked(`/v1/dossier-items/${action.item}`)).data.carrier).toMatchObject({
      role: 'secretary',
      organisation: { name: 'Assen' },
    });
  });

  it('comes to figures, kind by kind', async () => {
    const figures = (name: string) => asked(`/v1/programmes/${programme}/${name}`);
    expect((await figures('actions')).data).toMatchObject({
      open: 1,
      late: 1,
      roles: [{ role: 'secretary', open: 1 }],
    });
    expect((await figures('budget')).data).toMatchObject({ budgeted: 500, left: 500, lines: [{ line: 'learning' }] });
    expect((await figures('groups')).data).toEqual({ groups: [], sorts: [] });
    expect((await figures('demand')).data).toEqual({ regions: [], withoutRegion: [] });
    expect((await figures('assignments')).data).toMatchObject({ given: 0 });
    expect((await figures('outcomes')).data).toMatchObject({ intended: 0 });
    expect((await figures('growth')).data).toMatchObject({ competencies: [], modules: { planned: 0 } });
    expect((await figures('support')).data).toMatchObject({ counted: 0, requests: [] });
    expect((await figures('reach')).data).toEqual({ levels: [] });
    expect((await figures('knowledge')).data).toMatchObject({ made: 0 });
    expect((await figures('pool')).data).toMatchObject({ minutesPerMonth: 0 });
    expect((await server.get('/v1/programmes/0197aaaa-0000-7000-8000-000000000001/pool')).status).toBe(404);
  });
});

describe('the template of a programme', () => {
  const asItIs = async () => (await asked(`/v1/programmes/${programme}`)).data.template;
  const change = (template: unknown) =>
    server.post(`/v1/programmes/${programme}/template-changes`, { template, reason: 'Er bleken meer lagen te zijn.' });

  it('takes a later version, by which all is judged from then on', async () => {
    await recorded(`/v1/programmes/${programme}/interests`, { organisation: '0106', contactRole: 'adviser' });
    const before = await asked(`/v1/programmes/${programme}/progress`);
    expect(before.data.items[0].judgedBy).toEqual({ key: 'theme-teams', version: 1 });
    const template = await asItIs();
    const { status, body } = await change({ ...template, version: 2, milestones: template.milestones.slice(1) });
    expect([status, body.code]).toEqual([200, undefined]);
    minPosition = body.position;
    const { data, basis } = await asked(`/v1/programmes/${programme}/progress`);
    expect([data.items[0].judgedBy, basis.template]).toEqual([
      { key: 'theme-teams', version: 2 },
      { key: 'theme-teams', version: 2 },
    ]);
    expect(data.items[0].progress.total).toBeLessThan(before.data.items[0].progress.total);
  });

  it('is refused with every place where it is none, and when it is not newer', async () => {
    const template = await asItIs();
    const wrong = await change({ ...template, version: 'two', lines: [] });
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      'template.lines',
      'template.version',
    ]);
    const old = await change(template);
    expect([old.status, old.body.code]).toEqual([422, 'template-not-newer']);
  });
});

describe('the proposal for learning groups', () => {
  it('brings together who has a place, and knows how large their organisations are', async () => {
    const sizes = { name: 'Noord', region: 'Noord', minimum: 1, target: 2, maximum: 2 };
    const { body: opened } = await server.post(`/v1/programmes/${programme}/networks`, sizes);
    const network = opened.id;
    for (const organisation of ['0114', '0119']) {
      const applied = { organisation, network, contactRole: 'adviser' };
      const trajectory = await recorded(`/v1/programmes/${programme}/applications`, applied);
      await recorded(`/v1/trajectories/${trajectory}/intakes`, {});
      const admitted = await server.post(`/v1/networks/${network}/admissions`, { trajectory });
      expect(admitted.status).toBe(200);
    }
    const whole = { organisation: '0114', name: 'Emmen', sort: 'unit', headcount: 900 };
    const unit = await recorded(`/v1/programmes/${programme}/units`, whole);
    await recorded(`/v1/programmes/${programme}/units`, { ...whole, name: 'Balie', headcount: 60, partOf: unit });
    const { data } = await asked(`/v1/networks/${network}/group-proposal`);
    expect(data.groups).toMatchObject([{ members: [{}, {}], provinces: ['Drenthe'], sizes: ['medium'] }]);
    await recorded(`/v1/dossier-items/${unit}/unit-counts`, { occurredOn: '2025-11-01', headcount: 1_100 });
    expect((await asked(`/v1/networks/${network}/group-proposal`)).data.groups[0].sizes).toEqual(['large']);
  });
});

describe('questions that were recognised as the same', () => {
  let network: string;
  beforeAll(async () => {
    const sizes = { name: 'Midden', region: 'Midden', minimum: 1, target: 3, maximum: 5 };
    network = (await server.post(`/v1/programmes/${programme}/networks`, sizes)).body.id;
  });

  /** A question of that organisation, which takes part. */
  async function questionOf(organisation: string): Promise<string> {
    const applied = { organisation, network, contactRole: 'adviser' };
    const trajectory = await recorded(`/v1/programmes/${programme}/applications`, applied);
    const asking = { category: 'way-of-working', text: 'Hoe doen we dit samen?' };
    return recorded(`/v1/trajectories/${trajectory}/questions`, asking);
  }
  const same = async (question: string, query = {}) => {
    const { data } = await asked(`/v1/questions/${question}`, query);
    return data.sameAs.map((one: { organisation: { name: string } }) => one.organisation.name);
  };

  it('are told from each side, also by way of a third, until they are told apart again', async () => {
    const [fryslan, groningen, drenthe] = [await questionOf('21'), await questionOf('20'), await questionOf('22')];
    const trace = (question: string, sameAs: string) =>
      recorded(`/v1/programmes/${programme}/lineages`, { question, sameAs, reason: 'Het gaat om hetzelfde.' });
    await trace(fryslan, groningen);
    const second = await trace(groningen, drenthe);
    await recorded(`/v1/dossier-items/${second}/lineage-endings`, { occurredOn: '2025-10-20', reason: 'Toch niet.' });
    expect(await same(fryslan, { validOn: '2025-10-19' })).toEqual(['Drenthe', 'Groningen']);
    expect(await same(drenthe, { validOn: '2025-10-19' })).toEqual(['Fryslân', 'Groningen']);
    expect(await same(fryslan)).toEqual(['Groningen']);
    expect(await same(drenthe)).toEqual([]);
    expect(await same(fryslan, { validOn: '2025-09-30' }).catch(() => 'none')).toBe('none');
    const { body: story } = await server.get(`/v1/stories/question/${groningen}`, { as: 'auditor' });
    const types = story.data.items.map(({ type }: { type: string }) => type);
    expect(types.filter((type: string) => type === 'lineage.traced.v1')).toHaveLength(2);
  });
});

describe('an organisation that the register does not list', () => {
  const supplier = { kind: 'supplier', name: 'Bureau Veen', validFrom: '2025-01-01' };

  it('is added, plays a role, and is found by its kind and name', async () => {
    const added = await server.post('/v1/organisations', supplier);
    expect([added.status, added.body.code]).toEqual([201, undefined]);
    const { id } = added.body;
    const again = await server.post('/v1/organisations', supplier);
    expect([again.status, again.body.code]).toEqual([422, 'organisation-known']);
    const party = await recorded(`/v1/programmes/${programme}/parties`, { organisation: id, role: 'contractor' });
    expect((await asked(`/v1/dossier-items/${party}`)).data.organisation).toMatchObject({ name: 'Bureau Veen' });
    expect((await asked('/v1/organisations', { kind: 'supplier' })).data.items).toMatchObject([{ id, ...supplier }]);

    const ended = { ...supplier, name: 'Bureau Veen en Zand', validUntil: '2025-12-31' };
    const changed = await server.post(`/v1/organisations/${id}/changes`, ended);
    expect(changed.status).toBe(200);
    minPosition = changed.body.position;
    expect((await asked('/v1/organisations', { search: 'veen en zand' })).data.items).toMatchObject([ended]);
    expect((await asked('/v1/organisations', { kind: 'supplier', on: '2026-01-01' })).data.items).toEqual([]);
    const late = { occurredOn: '2026-01-05', organisation: id, role: 'contractor' };
    const { status, body } = await server.post(`/v1/programmes/${programme}/parties`, late);
    expect([status, body.code]).toEqual([422, 'organisation-did-not-exist']);
  });

  it('is not found under an id that nobody has', async () => {
    const { status, body } = await server.post(`/v1/organisations/${uuidv7()}/changes`, supplier);
    expect([status, body.code]).toEqual([404, 'organisation-unknown']);
  });

  it('is the same under an id in capitals, wherever that is sent', async () => {
    const added = async (name: string): Promise<string> =>
      (await server.post('/v1/organisations', { ...supplier, name })).body.id;
    const [veen, zand] = [await added('Bureau Veenrand'), await added('Bureau Zandpad')];
    const followed = { ...supplier, name: 'Bureau Veenrand', successors: [zand.toUpperCase()] };
    expect((await server.post(`/v1/organisations/${veen}/changes`, followed)).status).toBe(200);
    const role = { organisation: veen.toUpperCase(), role: 'contractor', person: zand.toUpperCase() };
    const party = await recorded(`/v1/programmes/${programme}/parties`, role);
    const { data } = await asked(`/v1/dossier-items/${party}`);
    expect(data).toMatchObject({ organisation: { id: veen } });
    expect(JSON.stringify(data)).not.toMatch(/[0-9A-F]{8}-[0-9A-F]{4}-7[0-9A-F]{3}-/);
    const pledged = { role: 'adviser', toRole: 'lead', what: 'Meedenken', due: '2026-01-14', occurredOn: '2025-11-12' };
    const pledge = await server.post(`/v1/programmes/${programme}/pledges`, {
      ...pledged,
      organisation: veen.toUpperCase(),
    });
    expect([pledge.status, pledge.body.code]).toEqual([201, undefined]);
  });

  it('keeps what the source lists to the source', async () => {
    const { data } = await asked('/v1/organisations', { cbs: '0106', on: '2025-01-01' });
    const assen = data.items[0];
    const change = { kind: 'municipality', name: 'Assen aan de Aa' };
    const { status, body } = await server.post(`/v1/organisations/${assen.id}/changes`, change);
    expect([status, body.code]).toEqual([422, 'organisation-of-the-source']);
  });
});
