import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOf } from '#domain/kernel/days';
import { type MailServer, startMailServer } from '#reporting/testing/mail-server';
import { fetched } from '../testing/fetched.ts';
import { type RunningServer, startServer } from '../testing/running-server.ts';

const today = dayOf(new Date().toISOString());
const inTwoWeeks = addDays(today, 14);
const later = addDays(today, 21);

let mails: MailServer;
/** How slow the mail server is, in milliseconds. */
let answersAfter = 0;
let server: RunningServer;
let programme: string;
let network: string;
/** Of Assen, who has the link, and of Emmen, who has not. */
let own: string;
let other: string;
let position = '';

/** A command of the lead that must be recorded. */
async function told(path: string, body: object): Promise<string> {
  const { status, body: answer } = await server.post(`/v1/${path}`, { occurredOn: today, ...body });
  expect([path, status, answer.code, answer.errors]).toEqual([path, expect.any(Number), undefined, undefined]);
  position = answer.position ?? position;
  return answer.id;
}

async function grant(trajectory: string, until = addDays(today, 90)): Promise<string> {
  const id = await told(`programmes/${programme}/participation-accesses`, {
    trajectory,
    role: 'policy-officer',
    until,
  });
  return id;
}

/** The link of an access, as it comes after the `#`. */
async function linkOf(access: string): Promise<string> {
  const { status, body } = await server.get(`/v1/participation-accesses/${access}/link`);
  expect([status, body.address]).toEqual([200, expect.stringMatching(/^\/deelname#/)]);
  return body.address.split('#')[1];
}

const at = (path: string) => `${server.url}/v1/participation${path}`;
const pageOf = async (token: string | undefined) => fetched(`${at('')}?minPosition=${position}`, { token });

async function send(path: string, token: string, body: object, headers: Readonly<Record<string, string>> = {}) {
  const answer = await fetched(at(path), { token, body: { occurredOn: today, ...body }, headers });
  position = answer.body.position ?? position;
  return answer;
}

beforeAll(async () => {
  mails = await startMailServer({}, { onMailFrom: (_, __, done) => void setTimeout(done, answersAfter) });
  server = await startServer('production', { mail: { url: mails.url, from: 'Samenspel <noreply@example.org>' } });
  const days = { opensOn: addDays(today, -60), from: addDays(today, -30), until: addDays(today, 300) };
  const whole = { name: 'Noord', client: '20', template: 'regional-network', ...days };
  programme = (await server.post('/v1/programmes', whole)).body.id;
}, 60_000);

afterAll(async () => {
  await server.stop();
  await mails.stop();
}, 30_000);

describe('who takes part', () => {
  let token: string;
  let access: string;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    const sizes = { minimum: 1, target: 10, maximum: 12 };
    const region = { name: 'Drenthe', region: 'Drenthe', ...sizes };
    network = (await server.post(`/v1/programmes/${programme}/networks`, region)).body.id;
    const apply = (organisation: string) =>
      told(`programmes/${programme}/applications`, { organisation, contactRole: 'policy-officer', network });
    [own, other] = [await apply('0106'), await apply('0114')];
    const pledge = { role: 'policy-officer', toRole: 'lead', due: inTwoWeeks };
    ids['pledge'] = await told(`trajectories/${own}/pledges`, { ...pledge, what: 'De raad een startnotitie sturen.' });
    ids['others'] = await told(`trajectories/${other}/pledges`, { ...pledge, what: 'Een zaal in Emmen.' });
    const action = { trajectory: own, due: inTwoWeeks };
    const actions = `programmes/${programme}/actions-agreed`;
    ids['action'] = await told(actions, { ...action, role: 'policy-officer', what: 'Twee ambtenaren vragen.' });
    ids['leads'] = await told(actions, { ...action, role: 'lead', what: 'Bellen met de wethouder.' });
    const poll = { network, title: 'Eerste uitwisseling', dates: [inTwoWeeks, later] };
    ids['poll'] = await told(`programmes/${programme}/date-polls`, poll);
    const elsewhere = { ...poll, network: undefined, trajectory: other, title: 'Alleen voor Emmen' };
    ids['otherPoll'] = await told(`programmes/${programme}/date-polls`, elsewhere);
    await told(`trajectories/${own}/judgements`, { judgement: 'behind', reason: 'De directie twijfelt.' });
    await told(`trajectories/${own}/contact-moments`, { kind: 'phone', roles: ['lead'], summary: 'Lastig gesprek.' });
    await told(`programmes/${programme}/risks`, {
      ...{ trajectory: own, title: 'Verkiezingen', severity: 'high', sort: 'risk', what: 'De coalitie wisselt.' },
    });
    access = await grant(own);
    token = await linkOf(access);
  }, 60_000);

  it('sees the own trajectory, and nothing that is the lead’s or of another', async () => {
    const { status, body } = await pageOf(token);
    expect(status).toBe(200);
    const { data } = body;
    expect(data).toMatchObject({ organisation: 'Assen', network: 'Drenthe', participation: 'applied' });
    expect(data.polls.map(({ title }: { title: string }) => title)).toEqual(['Eerste uitwisseling']);
    expect(data.pledges).toMatchObject([{ pledge: ids['pledge'], what: 'De raad een startnotitie sturen.' }]);
    expect(data.actions).toMatchObject([{ action: ids['action'], what: 'Twee ambtenaren vragen.' }]);
    const words = data.story.map(({ words: each }: { words: string }) => each);
    expect(words).toContain('Assen meldde zich aan.');
    expect(JSON.stringify(body)).not.toMatch(
      /Emmen|twijfelt|Lastig|Verkiezingen|wethouder|achter op schema|telefonisch/,
    );
  });

  it('answers a proposed date, and may change the answer; a date that was not proposed is refused', async () => {
    const answers = `/date-polls/${ids['poll']}/answers`;
    expect(await send(answers, token, { possible: [later] })).toMatchObject({ status: 200 });
    expect(await send(answers, token, { possible: [later, inTwoWeeks] })).toMatchObject({ status: 200 });
    const { body } = await pageOf(token);
    expect(body.data.polls[0].answer).toEqual({ on: today, possible: [inTwoWeeks, later] });
    const wrong = await send(answers, token, { possible: [addDays(today, 1)] });
    expect([wrong.status, wrong.body.errors?.[0]?.code]).toEqual([400, 'date-not-proposed']);
  });

  it('tells that a pledge was kept and an action done, under the grant that the lead gave', async () => {
    const kept = await send(`/pledges/${ids['pledge']}/keepings`, token, { result: 'Verstuurd aan de griffie.' });
    expect([kept.status, kept.body.code]).toEqual([200, undefined]);
    expect(await send(`/actions/${ids['action']}/completions`, token, {})).toMatchObject({ status: 200 });
    const { body: story } = await server.get(`/v1/stories/pledge/${ids['pledge']}?minPosition=${position}`, {
      as: 'auditor',
    });
    const line = story.data.items.at(-1);
    expect(line).toMatchObject({
      type: 'pledge.kept.v1',
      role: 'participant',
      grant: access,
      channel: { kind: 'api' },
    });
    expect(line.onBehalfOf).toMatch(/^organisation:/);
    const { body: list } = await server.get(`/v1/trajectories/${own}/participation-accesses`, { as: 'auditor' });
    const { actor } = list.data.items.find((each: { access: string }) => each.access === access);
    const { body: changes } = await server.get(
      `/v1/comparisons?programme=${programme}&actor=${actor}&minPosition=${position}`,
    );
    expect(changes.data.total).toBe(4);
    const { body: given } = await server.get(`/v1/stories/item/${access}`, { as: 'auditor' });
    expect(given.data.items[0]).toMatchObject({ type: 'participation-access.granted.v1', role: 'lead' });
    const { data } = (await pageOf(token)).body;
    expect([data.pledges[0].step, data.actions[0].step]).toEqual(['kept', 'done']);
  });

  it('is not told by a condition what the lead recorded of an own pledge, action or poll', async () => {
    for (const [path, body] of [
      [`/pledges/${ids['pledge']}/keepings`, {}],
      [`/actions/${ids['action']}/completions`, {}],
      [`/date-polls/${ids['poll']}/answers`, { possible: [] }],
    ] as const) {
      const answer = await send(path, token, body, { 'If-Match': '"0"' });
      expect([path, answer.status, answer.body.between, answer.body.errors]).toMatchObject([
        path,
        400,
        undefined,
        [{ field: 'If-Match', code: 'no-condition-here' }],
      ]);
    }
  });

  it.each([
    ['a pledge', '/pledges/others/keepings'],
    ['the action of the lead', '/actions/leads/completions'],
    ['a poll', '/date-polls/otherPoll/answers'],
  ])('does not find %s that is of another', async (_, path) => {
    const real = path.replace(/\/(others|leads|otherPoll)\//, (_whole, name: string) => `/${ids[name]}/`);
    const answer = await send(real, token, path.startsWith('/date-polls') ? { possible: [] } : {});
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
  });

  it('opens nothing else with the link, and nobody who signed in comes in here', async () => {
    for (const path of ['/v1/programmes', `/v1/trajectories/${own}`, `/v1/participation-accesses/${access}/link`]) {
      expect([path, (await fetched(`${server.url}${path}`, { token })).status]).toEqual([path, 401]);
    }
    const pledges = `${server.url}/v1/pledges/${ids['pledge']}/withdrawals`;
    const body = { occurredOn: today, reason: 'Nee.' };
    expect((await fetched(pledges, { token, body })).status).toBe(401);
    const calendar = await server.get(`/v1/programmes/${programme}/calendar-link`);
    const calendarLink = String(calendar.body.address).split('link=')[1];
    for (const wrong of [await server.token('lead'), await server.token('admin'), calendarLink, undefined, 'a.b.c']) {
      const { status, body: problem } = await pageOf(wrong);
      expect([status, problem.code]).toEqual([401, 'link-invalid']);
    }
    const auditor = await server.get(`/v1/participation-accesses/${access}/link`, { as: 'auditor' });
    expect(auditor.status).toBe(403);
  });

  it('is refused, with what to do, as soon as the access is revoked; the lead sees when', async () => {
    const [revoked, standing] = [await grant(own), await grant(own)];
    const link = await linkOf(revoked);
    expect((await pageOf(link)).status).toBe(200);
    await told(`dossier-items/${revoked}/participation-access-revocations`, { reason: 'Andere contactpersoon.' });
    const { status, body, headers } = await pageOf(link);
    expect([status, body.code, body.title]).toEqual([401, 'link-revoked', expect.stringContaining('om een nieuwe')]);
    expect(headers.get('content-type')).toContain('application/problem+json');
    const english = await fetched(at(''), { token: link, headers: { 'Accept-Language': 'en' } });
    expect(english.body.title).toContain('Ask the programme leader for a new one');
    expect((await server.get(`/v1/participation-accesses/${revoked}/link`)).body.code).toBe('access-ended');
    const { body: list } = await server.get(`/v1/trajectories/${own}/participation-accesses?minPosition=${position}`);
    const states = new Map(list.data.items.map((item: { access: string; state: string }) => [item.access, item.state]));
    expect([states.get(revoked), states.get(standing)]).toEqual(['revoked', 'open']);
  });

  it('is refused when the last day has passed, or when the giving was taken back', async () => {
    const past = await told(`programmes/${programme}/participation-accesses`, {
      ...{ trajectory: own, role: 'policy-officer', until: addDays(today, -1), occurredOn: addDays(today, -20) },
    });
    expect((await server.get(`/v1/participation-accesses/${past}/link`)).body.code).toBe('access-ended');
    const mistaken = await grant(own);
    const link = await linkOf(mistaken);
    const { body: story } = await server.get(`/v1/stories/item/${mistaken}?minPosition=${position}`);
    const event = story.data.items[0].eventId;
    const { body } = await server.post(`/v1/dossier-items/${mistaken}/retractions`, { event, reason: 'Verkeerde.' });
    position = body.position;
    expect((await pageOf(link)).body.code).toBe('link-revoked');
    expect((await server.get(`/v1/participation-accesses/${randomUUID()}/link`)).status).toBe(404);
    expect((await server.get(`/v1/participation-accesses/${ids['poll']}/link`)).status).toBe(404);
  });

  it('gets the link by mail; neither the link nor the address is recorded', async () => {
    const letter = { subject: 'Uw eigen pagina', text: 'Goedendag,\n\nU vindt haar hier: {link}\n\nGroet' };
    const mail = { to: 'contact@example.org', ...letter, pages: 'https://samenspel.example.org/programmas' };
    const headers = { 'Idempotency-Key': randomUUID() };
    const path = `/v1/participation-accesses/${access}/link-mails`;
    const first = await server.post(path, mail, { headers });
    expect([first.status, first.body.code]).toEqual([200, undefined]);
    const again = await server.post(path, mail, { headers });
    expect([again.status, mails.received.length]).toEqual([200, 1]);
    const elsewhere = await server.post(path, { ...mail, to: 'ander@example.org' }, { headers });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([409, 'idempotency-key-reused']);
    const source = (mails.received[0]?.source ?? '').replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=');
    const link = /https:\/\/samenspel\.example\.org\/deelname#([\w.-]+)/.exec(source)?.[1];
    position = first.body.position;
    expect((await pageOf(link)).status).toBe(200);
    const { body: story } = await server.get(`/v1/stories/item/${access}?minPosition=${position}`, { as: 'auditor' });
    expect(JSON.stringify(story)).toContain('U vindt haar hier: {link}');
    expect(JSON.stringify(story)).not.toMatch(/contact@example|deelname#|eyJ/);
    const seen = { 'If-Match': '"0"' };
    expect((await server.post(path, mail, { headers: seen })).status).toBe(412);
    expect(mails.received.length).toBe(1);
    const wrong = await server.post(path, { ...mail, pages: 'javascript:alert(1)' });
    expect([wrong.status, wrong.body.errors?.[0]?.code]).toEqual([400, 'not-a-web-address']);
  });

  it('gets it once when it is sent twice at once under the same key, while the mail server is slow', async () => {
    const before = mails.received.length;
    const letter = { subject: 'Uw eigen pagina', text: '{link}', pages: 'https://samenspel.example.org' };
    const headers = { 'Idempotency-Key': randomUUID() };
    const path = `/v1/participation-accesses/${access}/link-mails`;
    answersAfter = 500;
    const mail = () => server.post(path, { to: 'contact@example.org', ...letter }, { headers });
    const answers = await Promise.all([mail(), mail()]);
    answersAfter = 0;
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(mails.received.length).toBe(before + 1);
  });
});
