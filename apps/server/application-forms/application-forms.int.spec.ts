import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOf } from '#domain/kernel/days';
import { fetched } from '../testing/fetched.ts';
import { type RunningServer, startServer } from '../testing/running-server.ts';

const today = dayOf(new Date().toISOString());

let server: RunningServer;
let programme: string;
let network: string;
let form: string;
let position = '';

async function told(path: string, body: object): Promise<string> {
  const { status, body: answer } = await server.post(`/v1/${path}`, { occurredOn: today, ...body });
  expect([path, status, answer.code, answer.errors]).toEqual([path, expect.any(Number), undefined, undefined]);
  position = answer.position ?? position;
  return answer.id;
}

/** Waits until what was recorded last is in the views. */
const caughtUp = (of = programme) => server.get(`/v1/programmes/${of}?minPosition=${position}`);

const shown = (of = programme) => fetched(`${server.url}/v1/public/programmes/${of}/application-form`);

/** A programme of its own, and what is done with it. */
async function opens(name: string) {
  const days = { opensOn: addDays(today, -60), from: addDays(today, -30), until: addDays(today, 300) };
  const whole = { name, client: '20', template: 'regional-network', ...days };
  const own: string = (await server.post('/v1/programmes', whole)).body.id;
  const sizes = { minimum: 1, target: 10, maximum: 12 };
  return {
    programme: own,
    network: async (region: string): Promise<string> =>
      (await server.post(`/v1/programmes/${own}/networks`, { name: region, region, ...sizes })).body.id,
    form: (of: string) => told(`programmes/${own}/application-forms`, { network: of }),
    apply: async (body: object) => {
      const answer = await fetched(`${server.url}/v1/public/programmes/${own}/applications`, {
        body: { contactRole: 'policy-officer', ...body },
      });
      position = answer.body.position ?? position;
      return answer;
    },
  };
}

async function apply(body: object, key: string = randomUUID(), more: Readonly<Record<string, string>> = {}) {
  const whole = { form, organisation: '0106', contactRole: 'policy-officer', network, ...body };
  const headers = { 'Idempotency-Key': key, 'Samenspel-Channel': 'page', ...more };
  const answer = await fetched(`${server.url}/v1/public/programmes/${programme}/applications`, {
    body: whole,
    headers,
  });
  position = answer.body.position ?? position;
  return answer;
}

beforeAll(async () => {
  server = await startServer('production');
  const days = { opensOn: addDays(today, -60), from: addDays(today, -30), until: addDays(today, 300) };
  const whole = { name: 'Noord', client: '20', template: 'regional-network', ...days };
  programme = (await server.post('/v1/programmes', whole)).body.id;
  const sizes = { minimum: 1, target: 10, maximum: 12, region: 'Drenthe' };
  network = (await server.post(`/v1/programmes/${programme}/networks`, { name: 'Drenthe', ...sizes })).body.id;
}, 60_000);

afterAll(() => server.stop(), 30_000);

describe('an application form', () => {
  it('is not there before the lead opens one, and a programme that is not there looks the same', async () => {
    const [without, unknown] = [await shown(), await shown(randomUUID())];
    expect([without.status, unknown.status]).toEqual([404, 404]);
    const { instance: _one, ...said } = without.body;
    const { instance: _other, ...saidOfNone } = unknown.body;
    expect(said).toEqual(saidOfNone);
  });

  it('shows, once it is open, what one has to know to apply, and nothing more', async () => {
    form = await told(`programmes/${programme}/application-forms`, { text: 'Voor gemeenten in het noorden.' });
    await caughtUp();
    const { status, body } = await shown();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      form,
      name: 'Noord',
      client: 'Groningen',
      openUntil: null,
      text: 'Voor gemeenten in het noorden.',
      networks: [{ network, name: 'Drenthe' }],
      fictitious: false,
    });
    expect(body.categories.length).toBeGreaterThan(2);
    const keys = [
      'categories',
      'client',
      'fictitious',
      'form',
      'from',
      'name',
      'networks',
      'openUntil',
      'text',
      'until',
    ];
    expect(Object.keys(body).sort()).toEqual(keys);
  });

  it('finds municipalities and provinces of today, and nobody else', async () => {
    const found = await fetched(`${server.url}/v1/public/organisations?search=gronin`);
    expect(found.body.items.map(({ name, kind }: { name: string; kind: string }) => [name, kind])).toEqual([
      ['Groningen', 'municipality'],
      ['Midden-Groningen', 'municipality'],
      ['Groningen', 'province'],
    ]);
    const all = await fetched(`${server.url}/v1/public/organisations`);
    expect(all.body.items).toHaveLength(20);
  });

  it('takes an application with its question, which the lead sees like any other', async () => {
    const category = (await shown()).body.categories[0].key;
    const question = { category, text: 'Hoe betrekken we inwoners eerder?' };
    const key = randomUUID();
    const first = await apply({ question }, key);
    expect([first.status, first.body.code]).toEqual([201, undefined]);
    expect(first.body.warnings).toEqual([]);
    const again = await apply({ question }, key);
    expect([again.status, again.headers.get('Samenspel-Repeated')]).toEqual([201, 'true']);
    const { body: story } = await server.get(`/v1/stories/trajectory/${first.body.id}?minPosition=${position}`);
    expect(story.data.items).toMatchObject([
      { type: 'trajectory.applied.v1', role: 'participant', grant: form, channel: { kind: 'page' } },
      { type: 'trajectory.question-brought-in.v1', role: 'participant', grant: form, texts: { text: question.text } },
    ]);
    const { body: list } = await server.get(`/v1/programmes/${programme}/progress?minPosition=${position}`);
    expect(list.data.items).toMatchObject([{ organisation: { name: 'Assen' }, participation: { step: 'applied' } }]);
  });

  it('says that an organisation applied before, and not when or by whom', async () => {
    const { status, body } = await apply({});
    expect([status, body.code, body.data]).toEqual([422, 'applied-before', undefined]);
  });

  it('tells nobody what was recorded of an organisation before, whatever they say that they have seen', async () => {
    for (const seen of ['"0"', '"1"', 'W/"0"', 'twelve']) {
      const { status, body } = await apply({}, randomUUID(), { 'If-Match': seen });
      expect([status, body.code, body.between, body.errors]).toMatchObject([
        400,
        'bad-request',
        undefined,
        [{ field: 'If-Match', code: 'no-condition-here' }],
      ]);
      expect(JSON.stringify(body)).not.toMatch(/trajectory|recordedAt|"role"/);
    }
  });

  it.each([
    ['an organisation that is not in the register', { organisation: '9999' }, 422, 'organisation-unknown'],
    ['a network of another programme', { organisation: '0114', network: randomUUID() }, 422, 'network-unknown'],
    ['no network where there is a choice', { organisation: '0114', network: undefined }, 422, 'network-not-chosen'],
    [
      'a question of no category',
      { organisation: '0114', question: { category: 'x', text: 'y' } },
      422,
      'category-unknown',
    ],
    ['a name in the place of a role', { organisation: '0114', contactRole: 'Jan Jansen' }, 400, 'bad-request'],
    ['another form', { organisation: '0114', form: randomUUID() }, 404, 'not-found'],
  ])('refuses %s, and records nothing', async (_, wrong, status, code) => {
    const answer = await apply(wrong);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    const { body } = await server.get(`/v1/programmes/${programme}/progress?minPosition=${position}`);
    expect(body.data.total).toBe(1);
  });

  it('refuses an organisation that is no municipality or province', async () => {
    const bureau = await server.post('/v1/organisations', {
      kind: 'supplier',
      name: 'Een bureau',
      validFrom: '2020-01-01',
    });
    expect([bureau.status, bureau.body.errors]).toEqual([201, undefined]);
    const answer = await apply({ organisation: bureau.body.id });
    expect([answer.status, answer.body.code]).toEqual([422, 'organisation-cannot-apply']);
  });

  it('stands beside another that is open: each takes applications, and the one that was recorded last is shown', async () => {
    const elsewhere = await opens('Noord en zuid');
    const [north, south] = [await elsewhere.network('Noord'), await elsewhere.network('Zuid')];
    const forms = [await elsewhere.form(north), await elsewhere.form(south)];
    await caughtUp(elsewhere.programme);
    const { body } = await shown(elsewhere.programme);
    expect([body.form, body.networks.map((each: { network: string }) => each.network)]).toEqual([forms[1], [south]]);
    const answers = [
      await elsewhere.apply({ form: forms[0], organisation: '0106' }),
      await elsewhere.apply({ form: forms[1], organisation: '0114' }),
    ];
    expect(answers.map((answer) => [answer.status, answer.body.code])).toEqual([
      [201, undefined],
      [201, undefined],
    ]);
    const { body: list } = await server.get(`/v1/programmes/${elsewhere.programme}/progress?minPosition=${position}`);
    const placed = list.data.items.map((item: { organisation: { name: string }; network: { name: string } }) => [
      item.organisation.name,
      item.network.name,
    ]);
    expect(placed.sort()).toEqual([
      ['Assen', 'Noord'],
      ['Emmen', 'Zuid'],
    ]);
  });

  it('takes nothing when it was closed, and is gone for who comes later', async () => {
    await told(`dossier-items/${form}/application-form-closings`, {});
    const { status, body } = await apply({ organisation: '0114' });
    expect([status, body.code]).toEqual([409, 'application-form-closed']);
    await caughtUp();
    expect((await shown()).status).toBe(404);
  });

  it('of one network is for that network, and closes by itself after its last day', async () => {
    const opened = addDays(today, -10);
    const past = { occurredOn: opened, until: addDays(today, -1) };
    const ended = await told(`programmes/${programme}/application-forms`, past);
    await caughtUp();
    expect((await shown()).status).toBe(404);
    expect((await apply({ organisation: '0114', form: ended })).body.code).toBe('application-form-closed');
    form = await told(`programmes/${programme}/application-forms`, { network, until: today });
    await caughtUp();
    expect((await apply({ organisation: '0114', network: undefined })).status).toBe(201);
  });

  it('holds back who sends too much', async () => {
    const statuses: number[] = [];
    for (let sent = 0; sent < 21; sent += 1) statuses.push((await apply({})).status);
    expect(statuses[0]).toBe(422);
    expect(statuses.at(-1)).toBe(429);
  });
});
