import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { pino } from 'pino';
import { TokenAuthority } from '#identity/token-authority';
import { createApp } from './create-app.ts';
import { Engines } from './engines.ts';
import { ApiDocument } from './openapi/api-document.ts';

const tokens = new TokenAuthority({ id: crypto.randomUUID(), secret: new Uint8Array(32).fill(7) });
const id = '0197aaaa-0000-7000-8000-000000000001';
let app: NestExpressApplication;
let url: string;
let pages: string;

const document = '<!doctype html><html lang="nl"><title>Samenspel</title></html>';
const script = 'export const page = 1;';

beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), 'samenspel-pages-'));
  await mkdir(join(pages, 'assets'));
  await writeFile(join(pages, 'index.html'), document);
  await writeFile(join(pages, 'assets', 'page-1a2b.js'), script);
  await writeFile(join(pages, 'assets', 'page-1a2b.js.gz'), gzipSync(script));
  app = await createApp({ tokens, engines: new Engines() }, pino({ level: 'silent' }), pages);
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(async () => {
  await app.close();
  await rm(pages, { recursive: true });
});

interface Asked extends RequestInit {
  readonly as?: 'lead' | 'auditor' | 'reporter' | 'admin';
}

async function ask(path: string, { as, ...init }: Asked = {}) {
  const headers = new Headers(init.headers);
  if (as) headers.set('Authorization', `Bearer ${await tokens.issue(as)}`);
  if (typeof init.body === 'string' && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
  const response = await fetch(`${url}${path}`, { ...init, headers });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
}

const post = (path: string, body: unknown, init: Asked = {}) =>
  ask(path, { method: 'POST', as: 'lead', body: JSON.stringify(body), ...init });

function routes(): { method: string; path: string }[] {
  const { paths } = app.get(ApiDocument).get();
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => ({ method: method.toUpperCase(), path })),
  );
}

/** The calendar is opened by its link, which no header holds; an application form is for everybody. */
const open = ['/v1/openapi.json', '/v1/health', '/v1/health/live', '/v1/health/ready', '/v1/calendar'];
const isOpen = (path: string) => open.includes(path) || path.startsWith('/v1/public/');
/** For who takes part, by a link of their own. */
const takesPart = (path: string) => /^\/v1\/participation(\/|$)/.test(path);
const concrete = (path: string) =>
  path
    .replace('{layer}', 'council')
    .replace('{kind}', 'trajectory')
    .replace(/\{\w+\}/g, id);

describe('who may do what', () => {
  it('given no token, or a false one, then every route but the open ones is refused with 401', async () => {
    const closed = routes().filter(({ path }) => !isOpen(path));
    expect(closed.length).toBeGreaterThan(60);
    for (const { method, path } of closed)
      for (const headers of [{}, { Authorization: 'Bearer a.b.c' }, { Authorization: 'Basic YTpi' }]) {
        const { status, body, headers: answered } = await ask(concrete(path), { method, headers });
        expect([method, path, status]).toEqual([method, path, 401]);
        expect(answered.get('content-type')).toContain('application/problem+json');
        expect(answered.get('www-authenticate')).toContain('Bearer');
        expect(body.code).toMatch(takesPart(path) ? /^link-invalid$/ : /^token-/);
      }
  });

  it('given an auditor or a reporter, then every route that changes something is refused with 403', async () => {
    const changes = routes().filter(({ method, path }) => method !== 'GET' && !isOpen(path) && !takesPart(path));
    for (const { method, path } of changes)
      for (const as of ['auditor', 'reporter'] as const) {
        const { status, body } = await ask(concrete(path), { method, as });
        expect([method, path, status, body.code]).toEqual([method, path, 403, 'role-not-allowed']);
      }
  });

  it('given anybody who signed in, then what is for who takes part is refused with 401', async () => {
    const own = routes().filter(({ path }) => takesPart(path));
    expect(own.length).toBeGreaterThan(4);
    for (const { method, path } of own)
      for (const as of ['lead', 'admin'] as const) {
        const { status, body } = await ask(concrete(path), { method, as });
        expect([method, path, status, body.code]).toEqual([method, path, 401, 'link-invalid']);
      }
  });

  it('given a reporter, then stories, comparisons and details with free text are refused', async () => {
    for (const path of [
      `stories/trajectory/${id}`,
      `comparisons/trajectory/${id}`,
      'comparisons',
      `trajectories/${id}`,
      `imports/${id}`,
    ])
      expect((await ask(`/v1/${path}`, { as: 'reporter' })).status).toBe(403);
  });

  it('given no token, then the pages, the documentation and the description are there for everyone', async () => {
    for (const path of ['/', '/docs', '/v1/openapi.json']) expect((await ask(path)).status).toBe(200);
    expect((await ask('/v1/openapi.json')).headers.get('access-control-allow-origin')).toBe('*');
    expect((await ask('/')).text).toContain('<html lang="nl">');
  });
});

describe('the conventions of the field', () => {
  it('every answer, also an error, has version, request id and security headers, and is not kept in caches', async () => {
    for (const path of ['/v1/openapi.json', '/v1/programmes', '/v1/nowhere', '/v1/programmes/', '/nowhere.js']) {
      const { headers } = await ask(path);
      expect(headers.get('api-version')).toMatch(/^\d+\.\d+\.\d+$/);
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('strict-transport-security')).toBeTruthy();
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('given a request id, then the answer carries it', async () => {
    const asked = crypto.randomUUID();
    const { headers, body } = await ask('/v1/nowhere', { headers: { 'X-Request-Id': asked } });
    expect(headers.get('x-request-id')).toBe(asked);
    expect(body.instance).toBe(`urn:uuid:${asked}`);
  });

  it.each([
    ['an unknown path', '/v1/nowhere', {}, 404, 'not-found'],
    ['a trailing slash', '/v1/programmes/', {}, 404, 'trailing-slash'],
    ['a path in other letters', '/V1/programmes', { as: 'lead' }, 404, 'not-found'],
    ['a path in other letters, further on', '/v1/Programmes', { as: 'lead' }, 404, 'not-found'],
    ['the figures in other letters', '/Metrics', { as: 'admin' }, 404, 'not-found'],
    [
      'a command in other letters',
      `/v1/PUBLIC/programmes/${id}/applications`,
      { method: 'POST', body: '{}' },
      404,
      'not-found',
    ],
    ['another method', '/v1/programmes', { method: 'PUT' }, 405, 'method-not-allowed'],
    ['an id that is no id', '/v1/programmes/12', { as: 'lead' }, 404, 'not-found'],
    ['a broken escape', '/v1/stories/trajectory/%E0%A4%A', { as: 'lead' }, 404, 'not-found'],
    ['no body', '/v1/programmes', { method: 'POST', as: 'lead' }, 400, 'body-missing'],
    ['broken JSON', '/v1/programmes', { method: 'POST', as: 'lead', body: '{"name":' }, 400, 'body-not-json'],
    ['a list', '/v1/programmes', { method: 'POST', as: 'lead', body: '[]' }, 400, 'body-not-object'],
    ['a bare word', '/v1/programmes', { method: 'POST', as: 'lead', body: 'null' }, 400, 'body-not-object'],
    [
      'another content type',
      '/v1/programmes',
      { method: 'POST', as: 'lead', body: 'name=x', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
      415,
      'content-type-not-supported',
    ],
    [
      'JSON where a file is expected',
      `/v1/programmes/${id}/imports`,
      { method: 'POST', as: 'lead', body: '{}' },
      415,
      'content-type-not-supported',
    ],
    [
      'a file of over 1 MB',
      `/v1/programmes/${id}/imports`,
      { method: 'POST', as: 'lead', body: 'x'.repeat(1024 * 1024 + 1), headers: { 'Content-Type': 'text/csv' } },
      413,
      'body-too-large',
    ],
    [
      'a body of over 1 MB',
      '/v1/programmes',
      { method: 'POST', as: 'lead', body: JSON.stringify({ name: 'x'.repeat(1024 * 1024) }) },
      413,
      'body-too-large',
    ],
  ] satisfies [string, string, Asked, number, string][])(
    'given %s, then a problem says so',
    async (_, path, init, status, code) => {
      const answer = await ask(path, init);
      expect([answer.status, answer.body?.code]).toEqual([status, code]);
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    },
  );

  it('given engines that are not there, then the answer is 503 with when to come back', async () => {
    for (const path of ['/v1/programmes', `/v1/trajectories/${id}`, `/v1/stories/trajectory/${id}`]) {
      const { status, headers, body } = await ask(path, { as: 'lead' });
      expect([status, body.code]).toEqual([503, 'part-unavailable']);
      expect(headers.get('retry-after')).toBe('2');
    }
    expect((await ask('/v1/health')).status).toBe(503);
  });
});

describe('the web pages', () => {
  const html = { headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };

  it('given any address of a page, then the answer is the document, asked for anew each time', async () => {
    for (const path of ['/', '/over', `/programmas/${id}/vandaag`]) {
      const { status, headers, text } = await ask(path, html);
      expect([path, status, text]).toEqual([path, 200, document]);
      expect(headers.get('cache-control')).toBe('no-cache');
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    }
  });

  it.each([
    ['/vandaag/', '/vandaag'],
    [
      `/programmas/${id}/deelnames//?status=behind&zoek=een%2Ftwee`,
      `/programmas/${id}/deelnames?status=behind&zoek=een%2Ftwee`,
    ],
    ['//elders/', '/elders'],
  ])(
    'given the address of a page with a slash at its end, %s, then it leads to the page on this host',
    async (path, to) => {
      for (const method of ['GET', 'HEAD']) {
        const { status, headers } = await ask(path, { ...html, method, redirect: 'manual' });
        expect([status, headers.get('location')]).toEqual([308, to]);
      }
    },
  );

  it('given a slash at the end where there is no page, then it is not there', async () => {
    for (const path of ['/v1/programmes/', '/v1/', '/metrics/', '/assets/'])
      expect([path, (await ask(path, html)).body.code]).toEqual([path, 'trailing-slash']);
    const { body } = await ask('/vandaag/', { headers: { Accept: 'application/json' } });
    expect(body.code).toBe('trailing-slash');
  });

  it('then nothing inline and no other host may take part in it', async () => {
    const policy = (await ask('/', html)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-');
    expect(policy).not.toMatch(/https?:/);
  });

  it('given a file whose name changes with its content, then it is compressed and may be kept', async () => {
    const { status, headers, text } = await ask('/assets/page-1a2b.js', { headers: { 'Accept-Encoding': 'gzip' } });
    expect([status, text]).toEqual([200, script]);
    expect(headers.get('content-encoding')).toBe('gzip');
    expect(headers.get('cache-control')).toContain('immutable');
    const plain = await ask('/assets/page-1a2b.js', { headers: { 'Accept-Encoding': 'identity' } });
    expect([plain.text, plain.headers.get('content-encoding')]).toEqual([script, null]);
  });

  it('given what is no page, or a program that asks, then a problem says that it is not there', async () => {
    for (const path of ['/v1/nowhere', '/assets/gone.js', '/assets/../create-app.ts', '/nowhere.txt'])
      expect([path, (await ask(path, html)).status]).toEqual([path, 404]);
    const { status, body } = await ask('/nowhere', { headers: { Accept: 'application/json' } });
    expect([status, body.code]).toEqual([404, 'not-found']);
  });
});

describe('a body of the wrong shape', () => {
  const wrong = { name: ' ', client: 12, opensOn: '2025-02-30', until: 'soon', template: 'nice', colour: 'red' };

  it('given many errors, then all are told at once, in Dutch by default', async () => {
    const { status, headers, body } = await post('/v1/programmes', wrong);
    expect(status).toBe(400);
    expect(headers.get('content-language')).toBe('nl');
    expect(body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`).sort()).toEqual([
      'client not-an-organisation',
      'colour unknown-field',
      'from required',
      'name empty-text',
      'opensOn not-a-day',
      'template not-one-of',
      'until not-a-day',
    ]);
    expect(body.errors).toContainEqual({ field: 'from', code: 'required', detail: 'Dit veld is verplicht.' });
  });

  it('given that English is preferred, then in English', async () => {
    const { headers, body } = await post('/v1/programmes', wrong, {
      headers: { 'Accept-Language': 'en-GB, nl;q=0.5' },
    });
    expect(headers.get('content-language')).toBe('en');
    expect(body.errors).toContainEqual({ field: 'from', code: 'required', detail: 'This field is required.' });
  });

  it('given errors inside lists and objects, then each has its dotted path', async () => {
    const entries = [{ trajectory: id, attendance: 'present' }, { trajectory: 'x', attendance: 'late', mood: 1 }, 'no'];
    const { body } = await post(`/v1/meetings/${id}/attendance`, { occurredOn: '2026-13', entries });
    expect(body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`).sort()).toEqual([
      'entries.1.attendance not-one-of',
      'entries.1.mood unknown-field',
      'entries.1.trajectory not-an-id',
      'entries.2 not-an-object',
      'occurredOn not-a-moment',
    ]);
    const admission = { trajectory: id, reservation: { reason: '', decisionExpectedOn: null } };
    const nested = await post(`/v1/networks/${id}/admissions`, admission);
    expect(nested.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      'reservation.decisionExpectedOn',
      'reservation.reason',
    ]);
  });

  it('given over-long text and a null where nothing may be, then both are refused', async () => {
    const body = { occurredOn: '2026-03-18', reason: 'x'.repeat(10_001), until: null };
    const answer = await post(`/v1/trajectories/${id}/pauses`, body);
    expect(
      answer.body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`).sort(),
    ).toEqual(['reason too-long', 'until not-a-day']);
  });

  it('given a polluting key, then it is an unknown field like any other', async () => {
    const { status } = await ask(`/v1/trajectories/${id}/starts`, {
      method: 'POST',
      as: 'lead',
      body: '{"occurredOn":"2026-03-18","__proto__":{"x":1},"constructor":{"y":2}}',
    });
    expect(status).toBe(400);
  });

  it('given unknown and wrong query keys, then all are told at once', async () => {
    const { status, body } = await ask('/v1/programmes?knownAt=yesterday&validOn=2026-02-30&colour=red&minPosition=', {
      as: 'lead',
    });
    expect(status).toBe(400);
    expect(body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`).sort()).toEqual([
      'colour unknown-parameter',
      'knownAt not-a-point-in-history',
      'minPosition empty-text',
      'validOn not-a-day',
    ]);
  });

  it('given wrong headers, then all are told at once', async () => {
    const headers = {
      'Idempotency-Key': 'x'.repeat(201),
      'If-Match': 'twelve',
      'Samenspel-Clock': 'noon',
      'Samenspel-Channel': 'pigeon',
    };
    const { status, body } = await post(`/v1/trajectories/${id}/starts`, { occurredOn: '2026-03-18' }, { headers });
    expect(status).toBe(400);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(Object.keys(headers));
  });

  it('given a wrong header and a wrong body, then both are told at once', async () => {
    const headers = { 'If-Match': 'twelve' };
    const { status, body } = await post(`/v1/trajectories/${id}/starts`, { occurredOn: 'soon', mood: 1 }, { headers });
    expect(status).toBe(400);
    expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual(['If-Match', 'mood', 'occurredOn']);
  });
});
