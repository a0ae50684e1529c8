import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type MailServer, startMailServer } from '#reporting/testing/mail-server';
import { type RunningServer, startServer } from '../testing/running-server.ts';

let mails: MailServer;
let server: RunningServer;
let programme: string;
let trajectory: string;
/** How slow the mail server is, in milliseconds. */
let answersAfter = 0;

beforeAll(async () => {
  const refuses = { 'unknown@example.org': 550, 'full@example.org': 452 };
  mails = await startMailServer(refuses, { onMailFrom: (_, __, done) => void setTimeout(done, answersAfter) });
  server = await startServer('production', { mail: { url: mails.url, from: 'Samenspel <noreply@example.org>' } });
  const days = { opensOn: '2025-09-01', from: '2025-10-01', until: '2026-09-30' };
  const whole = { name: 'Noord', client: '20', template: 'theme-teams', ...days };
  programme = (await server.post('/v1/programmes', whole)).body.id;
  const interest = { organisation: '0106', role: 'contact', region: 'Noord', occurredOn: '2025-09-02' };
  trajectory = (await server.post(`/v1/programmes/${programme}/interests`, interest)).body.id;
}, 60_000);

afterAll(async () => {
  await server.stop();
  await mails.stop();
}, 30_000);

const mail = () => ({
  to: 'raad@example.org',
  role: 'clerk',
  subject: 'Raadsbesluit over het netwerk',
  text: 'Beste griffier,\n\nWanneer staat het op de agenda?',
  about: `commitment:${trajectory}/council`,
  trajectory,
});

/** Of what was recorded last. */
let position = '';

async function send(body: object, key: string = randomUUID()) {
  const headers = { 'Idempotency-Key': key };
  const answer = await server.post(`/v1/programmes/${programme}/reminder-mails`, body, { headers });
  position = answer.body.position ?? position;
  return answer;
}

const reminders = async () => {
  const { body } = await server.get(`/v1/programmes/${programme}/dossier?kind=reminder&minPosition=${position}`);
  return body.data.items as { item: string; about: string; title: string; carrier: { role: string } }[];
};

describe('a reminder by mail', () => {
  test('is sent as it was written, and stands in the dossier without the address', async () => {
    const { status, body } = await send(mail());
    expect([status, body.code]).toEqual([201, undefined]);
    const [received] = mails.received;
    expect(received).toMatchObject({ from: 'noreply@example.org', to: ['raad@example.org'] });
    expect(received?.source).toContain('Subject: Raadsbesluit over het netwerk');
    expect(received?.source).toContain('Wanneer staat het op de agenda?');
    const found = (await reminders()).find(({ item }) => item === body.id);
    expect(found).toMatchObject({ about: `commitment:${trajectory}/council`, title: mail().subject });
    const { body: story } = await server.get(`/v1/stories/item/${body.id}`, { as: 'auditor' });
    expect(JSON.stringify(story)).not.toContain('raad@example.org');
    expect(JSON.stringify(story)).toContain('Wanneer staat het op de agenda?');
  });

  test('that is sent again under the same key, goes once', async () => {
    const before = mails.received.length;
    const key = randomUUID();
    const first = await send(mail(), key);
    const again = await send(mail(), key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.headers.get('Samenspel-Repeated')).toBe('true');
    expect(again.body.id).toBe(first.body.id);
    expect(mails.received.length).toBe(before + 1);
  });

  test('that is sent twice at once under the same key, while the mail server is slow, goes once', async () => {
    const before = mails.received.length;
    const key = randomUUID();
    answersAfter = 500;
    const answers = await Promise.all([send(mail(), key), send(mail(), key)]);
    answersAfter = 0;
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers.filter(({ headers }) => headers.get('Samenspel-Repeated') === 'true')).toHaveLength(1);
    expect(mails.received.length).toBe(before + 1);
  });

  test.each([
    ['address', { to: 'college@example.org' }],
    ['text', { text: 'Beste wethouder,\n\nWanneer staat het op de agenda?' }],
  ])('that comes under the key of one with another %s, is refused and not sent', async (_, other) => {
    const before = mails.received.length;
    const key = randomUUID();
    await send(mail(), key);
    const answer = await send({ ...mail(), ...other }, key);
    expect([answer.status, answer.body.code]).toEqual([409, 'idempotency-key-reused']);
    expect(mails.received.length).toBe(before + 1);
  });

  test('that the mail server refused, goes to a better address under the same key', async () => {
    const key = randomUUID();
    expect((await send({ ...mail(), to: 'unknown@example.org' }, key)).status).toBe(422);
    expect((await send(mail(), key)).status).toBe(201);
  });

  test.each([
    ['a mailbox that is full', { to: 'full@example.org' }, 422, 'mail-refused-for-now'],
    ['an address that the mail server does not know', { to: 'unknown@example.org' }, 422, 'mail-refused'],
    ['a trajectory that is not there', { trajectory: randomUUID() }, 422, 'trajectory-elsewhere'],
    ['two addresses', { to: 'een@example.org, twee@example.org' }, 400, 'bad-request'],
    ['something that nobody can be reminded of', { about: 'log:1' }, 400, 'bad-request'],
  ])('to %s is not sent and not recorded', async (_, wrong, status, code) => {
    const [before, recorded] = [mails.received.length, (await reminders()).length];
    const answer = await send({ ...mail(), ...wrong });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(mails.received.length).toBe(before);
    expect((await reminders()).length).toBe(recorded);
  });

  test('that may be recorded only as long as nothing happened, does not go when something did', async () => {
    const before = mails.received.length;
    const headers = { 'If-Match': '"3"' };
    const { status } = await server.post(`/v1/programmes/${programme}/reminder-mails`, mail(), { headers });
    expect([status, mails.received.length]).toEqual([412, before]);
  });

  test('is kept back while the mail server is away, and says so', async () => {
    const away = await startMailServer();
    await away.stop();
    const other = await startServer('production', { mail: { url: away.url, from: 'noreply@example.org' } });
    const whole = { name: 'Zuid', client: '20', template: 'theme-teams' };
    const days = { opensOn: '2025-09-01', from: '2025-10-01', until: '2026-09-30' };
    const { body } = await other.post('/v1/programmes', { ...whole, ...days });
    const { trajectory: _, ...ofNone } = mail();
    const answer = await other.post(`/v1/programmes/${body.id}/reminder-mails`, ofNone);
    expect([answer.status, answer.body.code]).toEqual([503, 'mail-server-away']);
    expect(answer.headers.get('Retry-After')).toBe('30');
    await other.stop();
  }, 60_000);
});

describe('where no mail server is set', () => {
  test('it is said, and nothing is recorded', async () => {
    const other = await startServer('production');
    expect((await server.get('/v1/mail')).body).toEqual({ available: true });
    expect((await other.get('/v1/mail')).body).toEqual({ available: false });
    const days = { opensOn: '2025-09-01', from: '2025-10-01', until: '2026-09-30' };
    const { body } = await other.post('/v1/programmes', {
      name: 'Zuid',
      client: '20',
      template: 'theme-teams',
      ...days,
    });
    const { trajectory: _, ...ofNone } = mail();
    const answer = await other.post(`/v1/programmes/${body.id}/reminder-mails`, ofNone);
    expect([answer.status, answer.body.code]).toEqual([409, 'mail-not-set-up']);
    await other.stop();
  }, 60_000);
});
