import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startEngines, type TestEngines } from '#embedded/testing/engines';
import { TokenAuthority } from '#identity/token-authority';
import { figureIn, PartProcess } from './support/part-process.ts';
import { eventually, Product, samenspel, temporaryFolder } from './support/product.ts';
import { clockAheadBy } from './support/shifted-clock.ts';

jest.setTimeout(90_000);

let engines: TestEngines;
let data: string;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'samenspel-health-'));
  engines = await startEngines();
});
afterEach(() => Promise.all([PartProcess.killAll(), Product.stopAll()]));
afterAll(async () => {
  await engines.stop();
  await rm(data, { recursive: true, force: true });
});

function start(kind: 'server' | 'worker', env: Record<string, string> = {}): Promise<PartProcess> {
  const databaseUrl = engines.postgres.connectionString();
  return PartProcess.start(kind, { logUrl: engines.node.connectionString, databaseUrl, data, env });
}

interface Report {
  readonly status: string;
  readonly checks: Readonly<Record<string, { status: string; code?: string; offsetSeconds?: number }>>;
}

async function readiness(part: PartProcess): Promise<{ status: number; report: Report }> {
  const { status, text } = await part.ask('/v1/health/ready');
  return { status, report: JSON.parse(text) };
}

async function untilReady(part: PartProcess): Promise<void> {
  await eventually(async () => (await readiness(part)).status === 200, 'it is ready', 40_000);
}

describe('a server before the first event was folded', () => {
  test('is in health, because everything can be reached, and not ready, because no question can be answered', async () => {
    const server = await start('server');
    const { status, text } = await server.ask('/v1/health');
    expect([status, JSON.parse(text)]).toMatchObject([200, { status: 'pass', ordinal: 0 }]);
    expect((await server.ask('/v1/health/live')).status).toBe(200);
    const before = await readiness(server);
    expect([before.status, before.report.checks['views']]).toEqual([503, { status: 'fail', code: 'not-begun' }]);

    await start('worker');
    await untilReady(server);
  });
});

describe('a worker', () => {
  test('is ready once a job has come through its queues, and says how old its canary is', async () => {
    const worker = await start('worker');
    await untilReady(worker);
    const { report } = await readiness(worker);
    expect(report.checks).toMatchObject({
      jobs: { status: 'pass' },
      clock: { status: 'pass' },
      log: { status: 'pass' },
    });
    expect((await worker.ask('/v1/health/live')).status).toBe(200);
    expect((await worker.ask('/nowhere')).status).toBe(404);
    for (const queue of ['advance', 'react'])
      expect(await worker.figure(`samenspel_canary_age_seconds{queue="${queue}"}`)).toBeLessThan(30);
    expect(await worker.figure('samenspel_dispatcher_leads')).toBe(1);
    expect(await worker.figure('samenspel_view_lag_events{view="progress"}')).toBe(0);
    expect(await worker.figure('process_cpu_seconds_total')).toBeGreaterThan(0);
  });
});

describe('a process whose clock is not that of the log', () => {
  test.each([3_500, -3_500])('given a clock that is %i ms ahead, then a server is not ready', async (ahead) => {
    await start('worker');
    const [off, right] = await Promise.all([start('server', clockAheadBy(ahead)), start('server')]);
    await untilReady(right);
    await eventually(
      async () => (await readiness(off)).report.checks['clock']?.code === 'clock-off',
      'the clock was measured',
    );
    const { status, report } = await readiness(off);
    expect(status).toBe(503);
    expect(Math.abs((report.checks['clock']?.offsetSeconds ?? 0) - ahead / 1_000)).toBeLessThan(1.5);
    for (const name of ['log', 'database', 'views']) expect(report.checks[name]).toMatchObject({ status: 'pass' });
  });

  test('given a clock that is a third of a second behind, then a server and a worker are ready all the same', async () => {
    const env = clockAheadBy(-333);
    await Promise.all([start('server', env), start('worker', env)].map(async (part) => untilReady(await part)));
  });
});

describe('the figures of a server', () => {
  test('are for admins and auditors, and say what the server did', async () => {
    const [server] = await Promise.all([start('server'), start('worker')]);
    await untilReady(server);
    const tokens = await TokenAuthority.open(data);
    const ask = async (role: 'admin' | 'auditor' | 'lead' | 'reporter', path = '/metrics') => {
      const headers = { Authorization: `Bearer ${await tokens.issue(role)}` };
      const response = await fetch(`${server.url}${path}`, { headers });
      return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
    };
    expect((await server.ask('/metrics')).status).toBe(401);
    expect((await ask('lead')).status).toBe(403);
    expect((await ask('reporter')).status).toBe(403);
    await ask('lead', '/v1/programmes');
    const refused = await fetch(`${server.url}/v1/programmes`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${await tokens.issue('lead')}`, 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(refused.status).toBe(400);
    const { status, type, text } = await ask('auditor');
    expect([status, type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    const figure = (name: string) => figureIn(text, name);
    expect(figure('samenspel_http_request_duration_seconds_count{route="/v1/programmes",method="GET"}')).toBe(1);
    expect(figure('samenspel_commands_total{outcome="malformed"}')).toBe(1);
    expect(figure('samenspel_log_lag_events')).toBe(0);
    expect(figure('samenspel_index_ordinal')).toBeGreaterThan(0);
    expect(figure('samenspel_jobs{queue="advance",state="failed"}')).toBe(0);
    expect(Math.abs(figure('samenspel_clock_offset_seconds') ?? Number.NaN)).toBeLessThan(1);
    for (const part of ['views', 'jobs', 'canary']) expect(figure(`samenspel_part_up{part="${part}"}`)).toBe(1);
    expect(text).not.toMatch(/postgres(ql)?:\/\/|esdb:\/\//);
  });
});

describe('the command line', () => {
  test('says how server and worker are doing, and what is parked, of the installation of a data folder', async () => {
    const folder = await temporaryFolder('health');
    const own = join(folder, 'data');
    const product = Product.start(own, '--empty');
    await product.ready();
    await eventually(async () => (await samenspel('health', '--data', own)).code === 0, 'all is ready', 40_000);
    const { stdout } = await samenspel('health', '--data', own);
    expect(stdout).toMatch(/^✓ server .*: gereed\n( {4}✓ .*\n)+✓ verwerker .*: gereed\n( {4}✓ .*\n)+$/);
    const asked = await samenspel('health', '--json', '--data', own);
    expect(JSON.parse(asked.stdout)).toMatchObject({ server: { status: 'pass' }, worker: { checks: { jobs: {} } } });

    const parked = await samenspel('parked', 'list', '--data', own);
    expect(parked).toMatchObject({ code: 0, stdout: 'Er staat niets apart.\n' });
    const retried = await samenspel('parked', 'retry', '12', '--data', own);
    expect([retried.code, retried.stderr]).toEqual([2, expect.stringContaining('(not-found)')]);

    await product.stop();
    const stopped = await samenspel('health', '--lang', 'en', '--data', own);
    expect([stopped.code, stopped.stderr]).toEqual([1, expect.stringContaining('No Samenspel runs')]);
    await rm(folder, { recursive: true, force: true });
  });
});
