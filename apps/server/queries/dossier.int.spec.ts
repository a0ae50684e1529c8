import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

  it('comes to figures, kind by kind', async () => {
    const figures = (name: string) => asked(`/v1/programmes/${programme}/${name}`);
    expect((await figures('actions')).data).toMatchObject({ open: 1, late: 1, roles: [{ role: 'lead', open: 1 }] });
    expect((await figures('budget')).data).toMatchObject({ budgeted: 500, left: 500, lines: [{ line: 'learning' }] });
    expect((await figures('groups')).data).toEqual({ groups: [], sorts: [] });
    expect((await figures('demand')).data).toEqual({ regions: [] });
    expect((await figures('assignments')).data).toMatchObject({ given: 0 });
    expect((await figures('outcomes')).data).toMatchObject({ intended: 0 });
    expect((await figures('reach')).data).toEqual({ levels: [] });
    expect((await figures('knowledge')).data).toMatchObject({ made: 0 });
    expect((await figures('pool')).data).toMatchObject({ minutesPerMonth: 0 });
    expect((await server.get('/v1/programmes/0197aaaa-0000-7000-8000-000000000001/pool')).status).toBe(404);
  });
});
