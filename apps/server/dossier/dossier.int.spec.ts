import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { itemFactTypes } from '#domain/dossier/kinds/index';
import { type RunningServer, startServer } from '../testing/running-server.ts';

let server: RunningServer;
let programme: string;

/** Sends a command that must be recorded, and gives what it answers. */
async function sent(path: string, body: object) {
  const { status, body: answer } = await server.post(path, body);
  expect([path, status, answer.code]).toEqual([path, expect.any(Number), undefined]);
  expect(status).toBeLessThan(300);
  return answer as {
    id: string;
    position: string;
    events: { id: string; type: string }[];
    warnings: { code: string }[];
  };
}

/** Sends a command that must be refused, and gives the problem. */
async function refused(path: string, body: object) {
  const { status, body: answer } = await server.post(path, body);
  expect(status).toBeGreaterThanOrEqual(400);
  return { status, ...answer };
}

beforeAll(async () => {
  server = await startServer('production');
  const days = { opensOn: '2025-09-01', from: '2025-10-01', until: '2026-09-30' };
  programme = (await sent('/v1/programmes', { name: 'Noord', client: '20', template: 'theme-teams', ...days })).id;
}, 60_000);

afterAll(() => server.stop());

const gathered = { title: 'Energie van onderop', occurredOn: '2025-10-01' };
const gather = (body: object = {}) => sent(`/v1/programmes/${programme}/themes`, { ...gathered, ...body });

describe('an item of the dossier', () => {
  it('is brought in and told of, each with its warning', async () => {
    const { id, events } = await gather();
    expect(events.map(({ type }) => type)).toEqual(['theme.gathered.v1']);
    const chosen = await sent(`/v1/dossier-items/${id}/theme-choices`, { occurredOn: '2025-10-10' });
    expect(chosen).toMatchObject({ id, events: [{ type: 'theme.chosen.v1' }] });
    const again = await sent(`/v1/dossier-items/${id}/theme-closings`, { occurredOn: '2025-10-09', result: 'Klaar.' });
    expect(again.warnings.map(({ code }) => code)).toContain('item-fact-out-of-order');
  });

  it('takes a CBS code for an organisation, alone and inside a list', async () => {
    const { id } = await sent(`/v1/programmes/${programme}/site-visits`, {
      organisation: '0106',
      title: 'Naar Assen',
      date: '2025-11-01',
      occurredOn: '2025-10-01',
    });
    const held = { guests: [{ organisation: '0114', people: 4 }], occurredOn: '2025-11-01' };
    await sent(`/v1/dossier-items/${id}/site-visits-held`, held);
    const unknown = { guests: [{ organisation: '9999', people: 4 }], occurredOn: '2025-11-02' };
    expect(await refused(`/v1/dossier-items/${id}/site-visits-held`, unknown)).toMatchObject({
      status: 422,
      code: 'organisation-unknown',
      errors: [{ field: 'guests.0.organisation' }],
    });
  });

  it('says everything that is wrong at once', async () => {
    const wrong = await refused(`/v1/programmes/${programme}/modules`, {
      title: ' ',
      topics: [],
      forms: ['theory', 'dancing'],
      from: '2025-02-30',
      colour: 'blue',
    });
    expect(wrong).toMatchObject({ status: 400, code: 'bad-request' });
    const faults = (wrong.errors as { field: string; code: string }[]).map(({ field, code }) => [field, code]);
    expect(faults.toSorted()).toEqual([
      ['colour', 'unknown-field'],
      ['forms.1', 'not-one-of'],
      ['from', 'not-a-day'],
      ['occurredOn', 'required'],
      ['title', 'empty-text'],
      ['topics', 'wrong-size'],
    ]);
  });

  it('says of a field that is left out that it must be told, whatever it holds', async () => {
    const wrong = await refused(`/v1/programmes/${programme}/support-hours`, {});
    const codes = (wrong.errors as { field: string; code: string }[]).map(({ field, code }) => `${field} ${code}`);
    expect(codes).toEqual(
      ['occurredOn', 'trajectory', 'support', 'expert', 'minutes'].map((field) => `${field} required`),
    );
  });

  it('is refused of another kind, when nobody brought it in, and in the future', async () => {
    const { id } = await gather();
    const developed = { what: 'Verder uitgewerkt.', occurredOn: '2025-10-02' };
    expect(await refused(`/v1/dossier-items/${id}/idea-developments`, developed)).toMatchObject({
      status: 422,
      code: 'item-of-another-kind',
    });
    const nowhere = '0197aaaa-0000-7000-8000-000000000001';
    const choice = { occurredOn: '2025-10-02' };
    expect(await refused(`/v1/dossier-items/${nowhere}/theme-choices`, choice)).toMatchObject({ status: 404 });
    const later = { occurredOn: '2999-01-01' };
    expect(await refused(`/v1/dossier-items/${id}/theme-choices`, later)).toMatchObject({ code: 'in-the-future' });
  });

  it('is corrected and retracted as any fact', async () => {
    const { id, events } = await gather();
    const [first] = events;
    const corrected = await sent(`/v1/dossier-items/${id}/corrections`, {
      event: first?.id,
      data: { item: id, programme, title: 'Energie van ons allemaal' },
      occurredOn: '2025-10-02',
      reason: 'De titel was verkeerd.',
    });
    expect(corrected.events.map(({ type }) => type)).toEqual(['theme.gathered.v1']);
    const retracted = await sent(`/v1/dossier-items/${id}/retractions`, { event: first?.id, reason: 'Niet gebeurd.' });
    expect(retracted.events.map(({ type }) => type)).toEqual(['item.fact-retracted.v1']);
  });
});

describe('what the dossier can hold', () => {
  it('is told with the form of each fact', async () => {
    const { status, body } = await server.get('/v1/dossier-kinds');
    expect(status).toBe(200);
    const kinds = body.data as { kind: string; facts: { type: string; body: { required: string[] } }[] }[];
    expect(kinds.flatMap(({ facts }) => facts.map(({ type }) => type)).toSorted()).toEqual(
      [...itemFactTypes.keys()].toSorted(),
    );
    const action = kinds.find(({ kind }) => kind === 'action')?.facts[0];
    expect(action?.body.required.toSorted()).toEqual(['due', 'occurredOn', 'role', 'what']);
  });

  it('stands in the documentation, each under a path of its own', async () => {
    const { body } = await server.get('/v1/openapi.json');
    const paths = Object.keys(body.paths);
    for (const { path, effect } of itemFactTypes.values()) {
      expect(paths).toContain(effect === 'begins' ? `/v1/programmes/{id}/${path}` : `/v1/dossier-items/{id}/${path}`);
    }
  });
});
