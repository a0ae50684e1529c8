import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { type RunningServer, startServer } from '../testing/running-server.ts';

let server: RunningServer;
let programme: string;
let network: string;
let assen: string;
let emmen: string;
let meeting: string;

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

async function asked(path: string, query: Readonly<Record<string, string>> = {}) {
  const { status, body } = await server.get(`${path}?${new URLSearchParams(query)}`);
  expect([path, status, body.code]).toEqual([path, 200, undefined]);
  return body.data;
}

beforeAll(async () => {
  server = await startServer('production');
  const days = { opensOn: '2025-09-01', from: '2025-10-01', until: '2026-09-30' };
  const setUp = { name: 'Noord-Nederland', client: '20', template: 'regional-network', ...days };
  programme = (await sent('/v1/programmes', setUp)).id;
  const places = { minimum: 8, target: 10, maximum: 12 };
  network = (await sent(`/v1/programmes/${programme}/networks`, { name: 'Noord', region: 'Noord', ...places })).id;
  const applied = (organisation: string) =>
    sent(`/v1/programmes/${programme}/applications`, {
      organisation,
      network,
      contactRole: 'policy-officer',
      occurredOn: '2025-09-14',
    });
  assen = (await applied('0106')).id;
  emmen = (await applied('0114')).id;
  const plan = { kind: 'opening', title: 'Start', date: '2025-11-12', status: 'agreed', occurredOn: '2025-10-01' };
  meeting = (await sent(`/v1/networks/${network}/meetings`, plan)).id;
}, 60_000);

afterAll(() => server.stop());

const content = { role: 'municipal-secretary', toRole: 'lead', what: 'Een casus inbrengen', due: '2026-01-14' };

describe('a pledge', () => {
  it('is asked for, promised, postponed and kept; the first day stays', async () => {
    const path = `/v1/trajectories/${assen}/pledge-requests`;
    const { id, events } = await sent(path, { ...content, meeting, occurredOn: '2025-11-12' });
    expect(events.map(({ type }) => type)).toEqual(['pledge.asked.v1']);
    await sent(`/v1/pledges/${id}/promises`, { what: 'Twee casussen', due: '2026-01-21', occurredOn: '2025-11-20' });
    const reason = 'De raad vergadert later.';
    const moved = { to: '2026-02-18', reason, occurredOn: '2026-01-10' };
    const { position } = await sent(`/v1/pledges/${id}/postponements`, moved);
    const late = await asked(`/v1/pledges/${id}`, { minPosition: position, validOn: '2026-02-20' });
    expect(late).toMatchObject({
      pledge: id,
      trajectory: assen,
      by: { organisation: { name: 'Assen', cbs: '0106' }, role: 'municipal-secretary' },
      to: 'lead',
      state: { step: 'postponed', due: '2026-02-18' },
      firstDue: '2026-01-21',
      late: { due: '2026-02-18', days: 2 },
    });
    const kept = await sent(`/v1/pledges/${id}/keepings`, {
      occurredOn: '2026-02-25',
      result: 'Beide casussen zijn besproken.',
      evidence: { reference: 'verslag-2' },
    });
    expect(kept.warnings.map(({ code }) => code)).toEqual(['recorded-late']);
    const now = await asked(`/v1/pledges/${id}`, { minPosition: kept.position, validOn: '2026-03-01' });
    expect(now).toMatchObject({ state: { step: 'kept' }, due: null, firstDue: '2026-01-21', late: null });
    const before = await asked(`/v1/pledges/${id}`, { validOn: '2025-11-19' });
    expect(before).toMatchObject({ state: { step: 'asked' }, due: '2026-01-14', meeting });
  });

  it('is corrected and retracted as any fact, and its story tells so in words', async () => {
    const { id, events } = await sent(`/v1/trajectories/${assen}/pledges`, { ...content, occurredOn: '2025-11-12' });
    const event = events[0]?.id ?? '';
    const { organisation } = (await asked(`/v1/trajectories/${assen}`)).facts;
    const data = { pledge: id, programme, trajectory: assen, organisation, ...content, due: '2026-01-28' };
    const fact = { event, data, occurredOn: '2025-11-12', reason: 'Typefout.' };
    const { position } = await sent(`/v1/pledges/${id}/corrections`, fact);
    expect(await asked(`/v1/pledges/${id}`, { minPosition: position })).toMatchObject({ firstDue: '2026-01-28' });
    const retraction = await sent(`/v1/pledges/${id}/retractions`, { event, reason: 'Vergissing.' });
    const gone = await server.get(`/v1/pledges/${id}?minPosition=${retraction.position}`);
    expect([gone.status, gone.body.code]).toEqual([404, 'not-found']);
    const story = await asked(`/v1/stories/pledge/${id}`);
    expect(story.items.map(({ words }: { words: string }) => words)).toEqual([
      'Toezegging van Assen (gemeentesecretaris) aan: programmaleider, uiterlijk 14 januari 2026.',
      'Correctie: toezegging van Assen (gemeentesecretaris) aan: programmaleider, uiterlijk 28 januari 2026.',
      'Ingetrokken: toezegging van Assen (gemeentesecretaris) aan: programmaleider, uiterlijk 28 januari 2026.',
    ]);
    expect(story.items[0].texts).toEqual({ what: 'Een casus inbrengen' });
  });

  it('is refused for what is not there, with everything that is wrong told at once', async () => {
    const nowhere = await server.post(`/v1/trajectories/${uuidv7()}/pledges`, { ...content, occurredOn: '2025-11-12' });
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'trajectory-unknown']);
    const unknown = await server.post(`/v1/pledges/${uuidv7()}/keepings`, { occurredOn: '2025-11-12' });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'pledge-unknown']);
    const elsewhere = { ...content, meeting: uuidv7(), occurredOn: '2025-11-12' };
    const refused = await server.post(`/v1/trajectories/${assen}/pledges`, elsewhere);
    expect([refused.status, refused.body.code]).toEqual([422, 'meeting-elsewhere']);
    const wrong = await server.post(`/v1/programmes/${programme}/pledges`, { due: 'ooit' });
    expect(wrong.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual(
      ['due', 'occurredOn', 'organisation', 'role', 'toRole', 'what'].sort(),
    );
  });
});

describe('the list of pledges', () => {
  it('filters by trajectory, organisation, step and lateness, sorts, and pages', async () => {
    const own = (due: string) =>
      sent(`/v1/trajectories/${emmen}/pledges`, { ...content, due, occurredOn: '2025-11-12' });
    const [later, sooner] = [await own('2026-03-01'), await own('2026-02-01')];
    const ofProvince = { ...content, organisation: '20', role: 'programme-manager', due: '2026-01-15' };
    const province = await sent(`/v1/programmes/${programme}/pledges`, { ...ofProvince, occurredOn: '2025-11-12' });
    const takeover = { organisation: '0106', role: 'hr-manager', occurredOn: '2025-12-01' };
    const { position } = await sent(`/v1/pledges/${later.id}/takeovers`, takeover);
    const list = (query: Readonly<Record<string, string>>) =>
      asked(`/v1/programmes/${programme}/pledges`, { minPosition: position, validOn: '2026-02-10', ...query });
    const ids = (data: { items: { pledge: string }[] }) => data.items.map(({ pledge }) => pledge);

    expect(ids(await list({ trajectory: emmen }))).toEqual([sooner.id, later.id]);
    expect(ids(await list({ trajectory: emmen, sort: '-due' }))).toEqual([later.id, sooner.id]);
    expect(ids(await list({ trajectory: emmen, late: 'true' }))).toEqual([sooner.id]);
    expect(ids(await list({ trajectory: emmen, late: 'false' }))).toEqual([later.id]);
    expect(ids(await list({ organisation: '20' }))).toEqual([province.id]);
    expect(ids(await list({ organisation: '0106', step: 'taken-over' }))).toEqual([later.id]);
    expect(ids(await list({ search: 'gron' }))).toEqual([province.id]);
    expect(ids(await list({ trajectory: emmen, validOn: '2025-11-11' }))).toEqual([]);

    const first = await list({ limit: '2' });
    const rest = await list({ limit: '2', cursor: first.next });
    expect(new Set([...ids(first), ...ids(rest)]).size).toBe(4);
    expect(first.total).toBe(4);
    const unknown = await server.get(`/v1/programmes/${uuidv7()}/pledges`);
    expect(unknown.status).toBe(404);
  });
});

describe('a pledge that is put right', () => {
  const made = { ...content, occurredOn: '2025-11-12' };
  const { what, role, toRole, due } = content;

  it('gets the meeting that was forgotten, but no text that was sealed elsewhere', async () => {
    const { id, events } = await sent(`/v1/trajectories/${assen}/pledges`, made);
    const { organisation } = (await asked(`/v1/trajectories/${assen}`)).facts;
    const whole = { pledge: id, programme, trajectory: assen, organisation, role, toRole, due, what, meeting };
    const fact = (said: object) => ({
      event: events[0]?.id,
      occurredOn: '2025-11-12',
      reason: 'Vergeten.',
      data: said,
    });
    const key = uuidv7();
    const sealed = { $sealed: { key, iv: 'aaaa', data: 'bbbb', tag: 'cccc' } };
    const refused = await server.post(`/v1/pledges/${id}/corrections`, fact({ ...whole, what: sealed }));
    expect([refused.status, refused.body.errors]).toMatchObject([400, [{ field: 'data.what', code: 'not-text' }]]);
    const elsewhere = await server.post(`/v1/pledges/${id}/corrections`, fact({ ...whole, meeting: uuidv7() }));
    expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'meeting-elsewhere']);
    const { position } = await sent(`/v1/pledges/${id}/corrections`, fact(whole));
    expect(await asked(`/v1/pledges/${id}`, { minPosition: position })).toMatchObject({ meeting });
  });

  it('given that its making was retracted, then it is made again under its id, with both roles', async () => {
    const { id, events } = await sent(`/v1/trajectories/${assen}/pledges`, made);
    await sent(`/v1/pledges/${id}/partial-keepings`, { occurredOn: '2025-12-01' });
    await sent(`/v1/pledges/${id}/retractions`, { event: events[0]?.id, reason: 'Verkeerde rol.' });
    const again = { what, due, occurredOn: '2025-11-12' };
    const without = await server.post(`/v1/pledges/${id}/promises`, again);
    expect([without.status, without.body.code]).toEqual([422, 'pledge-roles-missing']);
    const { position } = await sent(`/v1/pledges/${id}/promises`, { ...again, role: 'adviser', toRole });
    expect(await asked(`/v1/pledges/${id}`, { minPosition: position })).toMatchObject({
      by: { organisation: { name: 'Assen' }, role: 'adviser' },
      state: { step: 'partly-kept' },
    });
  });

  it('given a request that another took over, then that one answers it', async () => {
    const { id } = await sent(`/v1/trajectories/${assen}/pledge-requests`, { ...made, occurredOn: '2025-11-01' });
    const over = { organisation: '0114', role: 'hr-manager', occurredOn: '2025-11-05' };
    const taken = await sent(`/v1/pledges/${id}/takeovers`, over);
    expect(await asked(`/v1/pledges/${id}`, { minPosition: taken.position })).toMatchObject({
      state: { step: 'asked' },
      keeper: { organisation: { name: 'Emmen' } },
    });
    const answer = await sent(`/v1/pledges/${id}/promises`, { what, due, occurredOn: '2025-11-12' });
    expect(answer.warnings.map(({ code }) => code)).not.toContain('pledge-made-before');
    expect(await asked(`/v1/pledges/${id}`, { minPosition: answer.position })).toMatchObject({
      by: { organisation: { name: 'Emmen' }, role: 'hr-manager' },
      state: { step: 'pledged' },
    });
  });
});

describe('attendance', () => {
  it('tells who comes and who sits at the table, for a trajectory and for a meeting', async () => {
    await sent(`/v1/meetings/${meeting}/sessions`, { occurredOn: '2025-11-12' });
    const { position } = await sent(`/v1/meetings/${meeting}/attendance`, {
      occurredOn: '2025-11-12',
      entries: [
        { trajectory: assen, attendance: 'present', roles: ['municipal-secretary', 'hr-manager'] },
        { trajectory: emmen, attendance: 'excused' },
      ],
    });
    const list = await asked(`/v1/programmes/${programme}/attendance`, { minPosition: position });
    expect(list.items).toMatchObject([
      {
        organisation: { name: 'Assen' },
        expected: 1,
        presentPerMille: 1000,
        missedInARow: 0,
        roles: [
          { role: 'hr-manager', meetings: 1 },
          { role: 'municipal-secretary', meetings: 1 },
        ],
      },
      { organisation: { name: 'Emmen' }, excused: 1, presentPerMille: 0, missedInARow: 1, absentInARow: 0, roles: [] },
    ]);
    const found = await asked(`/v1/programmes/${programme}/attendance`, { search: 'ÉMM', province: 'drenthe' });
    expect(found.items).toMatchObject([{ trajectory: emmen }]);
    const missed = await asked(`/v1/programmes/${programme}/attendance`, { missed: '1' });
    expect(missed.items).toMatchObject([{ trajectory: emmen }]);
    const byRate = await asked(`/v1/programmes/${programme}/attendance`, { sort: 'rate', role: 'hr-manager' });
    expect(byRate.items).toMatchObject([{ trajectory: assen }]);
    const before = await asked(`/v1/programmes/${programme}/attendance`, { validOn: '2025-11-11' });
    expect(before.total).toBe(0);
    const ofMeeting = await asked(`/v1/meetings/${meeting}/attendance`, { minPosition: position });
    expect(ofMeeting).toMatchObject({
      expected: 2,
      present: 1,
      presentPerMille: 500,
      heldOn: '2025-11-12',
      entries: [
        { organisation: { name: 'Assen' }, roles: ['municipal-secretary', 'hr-manager'] },
        { organisation: { name: 'Emmen' }, attendance: 'excused', roles: [] },
      ],
    });
    expect((await server.get(`/v1/meetings/${uuidv7()}/attendance`)).status).toBe(404);
    const own = await asked(`/v1/stories/trajectory/${assen}`);
    expect(own.items.at(-1).words).toContain('Assen: aanwezig (gemeentesecretaris, hr-manager).');
  });

  it('given a move that is recorded late, then the newer move stands', async () => {
    const plan = { kind: 'exchange', title: 'Uitwisseling', date: '2026-01-14', status: 'agreed' };
    const { id } = await sent(`/v1/networks/${network}/meetings`, { ...plan, occurredOn: '2025-10-01' });
    const move = (to: string, occurredOn: string) =>
      sent(`/v1/meetings/${id}/moves`, { to, status: 'agreed', by: 'lead', reason: 'Agenda.', occurredOn });
    await move('2026-01-28', '2025-12-10');
    const { position } = await move('2026-01-21', '2025-11-20');
    const now = await asked(`/v1/meetings/${id}`, { minPosition: position });
    expect(now).toMatchObject({ date: '2026-01-28', firstDate: '2026-01-14' });
    expect(await asked(`/v1/meetings/${id}`, { validOn: '2025-12-01' })).toMatchObject({ date: '2026-01-21' });
    const calendar = await asked(`/v1/programmes/${programme}`);
    expect(calendar.meetings).toContainEqual(expect.objectContaining({ meeting: id, date: '2026-01-28' }));
    const list = async (query: Readonly<Record<string, string>>) =>
      (await asked(`/v1/programmes/${programme}/meetings`, query)).items.map(({ title }: { title: string }) => title);
    expect(await list({})).toEqual(['Start', 'Uitwisseling']);
    expect(await list({ sort: '-title' })).toEqual(['Uitwisseling', 'Start']);
    expect(await list({ state: 'held' })).toEqual(['Start']);
    expect(await list({ state: 'held', validOn: '2025-11-11' })).toEqual([]);
    expect(await list({ kind: 'exchange', search: 'wissel' })).toEqual(['Uitwisseling']);
    const unplanned = await server.get(`/v1/meetings/${id}?validOn=2025-09-30`);
    expect(unplanned.status).toBe(404);
  });
});
