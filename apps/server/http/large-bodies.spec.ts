import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { TokenAuthority } from '#identity/token-authority';
import { createApp, trustProxies } from '../create-app.ts';
import { Engines } from '../engines.ts';

const tokens = new TokenAuthority({ id: crypto.randomUUID(), secret: new Uint8Array(32).fill(7) });
const id = '0197aaaa-0000-7000-8000-000000000001';
let app: NestExpressApplication;
let url: string;

beforeAll(async () => {
  app = await createApp({ tokens, engines: new Engines() }, pino({ level: 'silent' }));
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(() => app.close());

interface Answer {
  readonly status: number;
  readonly text: string;
  /** As `JSON.parse` gives it: a test says itself what it expects. */
  readonly body: ReturnType<typeof JSON.parse>;
}

async function sent(path: string, body: string, headers: Record<string, string> = {}): Promise<Answer> {
  const all = { 'Content-Type': 'application/json', 'Accept-Language': 'en', ...headers };
  const response = await fetch(`${url}/v1/${path}`, { method: 'POST', body, headers: all });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) };
}

const sentByLead = async (path: string, body: string) =>
  sent(path, body, { Authorization: `Bearer ${await tokens.issue('lead')}` });

const applied = (body: string, programme = id) => sent(`public/programmes/${programme}/applications`, body);

const inside = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const unknownFields = (count: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, i) => [`field${i}`, 1])));

describe('what anybody may send', () => {
  it('given more than 64 kB on an application form, then it is not read', async () => {
    const { status, body } = await applied(JSON.stringify({ motivation: 'x'.repeat(64 * 1024) }));
    expect([status, body.code, body.title]).toEqual([413, 'body-too-large', 'The body is over 64 kB.']);
  });

  it('given more than 64 kB from who takes part, then it is not read', async () => {
    const { status, body } = await sent(`participation/actions/${id}/completions`, `"${'x'.repeat(64 * 1024)}"`);
    expect([status, body.code]).toEqual([413, 'body-too-large']);
  });

  it('given the longest texts that fit in a form, in letters of three bytes, then it is read', async () => {
    const text = 'ộ'.repeat(10_000);
    const { status, body } = await applied(JSON.stringify({ motivation: text, question: { category: 'x', text } }));
    const fields = body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`);
    expect([status, fields.sort()]).toEqual([400, ['contactRole required', 'form required', 'organisation required']]);
  });

  it('given a list where one question belongs, then that is said once, however long the list is', async () => {
    const { status, body } = await applied(`{"question":[${Array(10_000).fill('{}')}]}`);
    expect([status, body.errors.filter(({ field }: { field: string }) => field.startsWith('question'))]).toEqual([
      400,
      [{ field: 'question', code: 'not-an-object', detail: 'This has to be an object.' }],
    ]);
  });
});

describe('what one sender sends to application forms', () => {
  it('given 60 bodies that cannot be read, broken, too large or no JSON, then no more is taken for now', async () => {
    const own = await createApp({ tokens, engines: new Engines() }, pino({ level: 'silent' }));
    await own.listen(0, '127.0.0.1');
    const address = `${await own.getUrl()}/v1/public/programmes/${id}/applications`;
    const send = async (body: string, type = 'application/json') =>
      (await fetch(address, { method: 'POST', body, headers: { 'Content-Type': type } })).status;
    expect(await send('x'.repeat(65 * 1024))).toBe(413);
    expect(await send('x', 'text/plain')).toBe(415);
    for (let sent = 2; sent < 60; sent += 1) expect(await send('{')).toBe(400);
    expect(await send('{')).toBe(429);
    await own.close();
  });
});

describe('a body with very much in it', () => {
  it('given more faults than people read, then a hundred are told, and how many there are', async () => {
    const { status, text, body } = await sentByLead(`trajectories/${id}/starts`, unknownFields(3_000));
    expect([status, body.code, body.errors.length]).toEqual([400, 'bad-request', 100]);
    expect(body.title).toBe('Something has to change still: the first 100 of 3001 faults stand here.');
    expect(body.data).toEqual({ faults: 3_001 });
    expect(text.length).toBeLessThan(20_000);
  });

  it('given a wrong header as well, then that is told before them', async () => {
    const authorization = { Authorization: `Bearer ${await tokens.issue('lead')}` };
    const headers = { ...authorization, 'If-Match': 'twelve' };
    const { body } = await sent(`trajectories/${id}/starts`, unknownFields(200), headers);
    expect([body.errors[0].field, body.errors.length, body.data]).toEqual(['If-Match', 100, { faults: 202 }]);
  });

  it.each([
    ['a fact of the dossier', `programmes/${id}/actions-agreed`],
    ['a start', `trajectories/${id}/starts`],
  ])('given more values than anything has, as %s, then it is refused as a whole', async (_, path) => {
    const { status, body } = await sentByLead(path, unknownFields(20_001));
    expect([status, body.code, body.errors]).toEqual([400, 'body-too-many-values', undefined]);
  });

  it('given a list that is too long, then nothing is said of what is in it', async () => {
    const { body } = await sentByLead(`meetings/${id}/attendance`, `{"entries":[${Array(501).fill('{}')}]}`);
    const codes = body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`);
    expect(codes.sort()).toEqual(['entries wrong-size', 'occurredOn required']);
  });

  it.each([
    ['a correction', `trajectories/${id}/corrections`, `{"data":${inside(51)}}`],
    ['a correction', `trajectories/${id}/corrections`, `{"data":${inside(120_000)}}`],
    ['a start', `trajectories/${id}/starts`, `{"x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
    ['a fact of the dossier', `programmes/${id}/actions-agreed`, `{"x":${inside(120_000)}}`],
  ])('given objects in objects deeper than anything has, as %s, then that is 400', async (_, path, whole) => {
    const { status, body } = await sentByLead(path, whole);
    expect([status, body.code]).toEqual([400, 'body-too-deep']);
  });

  it('given a question within a question without end on an application form, then that is 400', async () => {
    const { status, body } = await applied(`${'{"question":'.repeat(5_000)}1${'}'.repeat(5_000)}`);
    expect([status, body.code]).toEqual([400, 'body-too-deep']);
  });
});

describe('who sends very much', () => {
  it('is held back by what was sent, whether it was in the right shape or not, and for whatever programme', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 61; attempt += 1) statuses.push((await applied('{}', uuidv7())).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([400, 429]);
  });

  it('is known by the word of a proxy, and only of one that is trusted', async () => {
    const proxied = await createApp({ tokens, engines: new Engines() }, pino({ level: 'silent' }));
    trustProxies(proxied, ['loopback']);
    await proxied.listen(0, '127.0.0.1');
    const ask = async (path: string, from: string) => {
      const headers = { 'Content-Type': 'application/json', 'X-Forwarded-For': from };
      return (await fetch(`${path}/v1/public/programmes/${id}/applications`, { method: 'POST', body: '{}', headers }))
        .status;
    };
    const forwarded = async (path: string) => {
      for (let sender = 1; sender <= 60; sender += 1) await ask(path, `198.51.100.${sender}`);
      return ask(path, '198.51.100.200');
    };
    expect(await forwarded(await proxied.getUrl())).toBe(400);
    expect(await forwarded(url)).toBe(429);
    await proxied.close();
  });
});
