import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { chooseStore } from '#jobs/backend';
import { CanaryLog, type CanarySchema } from '#jobs/canary';
import { Jobs } from '#jobs/jobs';
import { openDatabase } from '#log/database';
import { figureIn } from '../../test/support/part-process.ts';
import { courseOfEvents, randomCourse } from '../../test/support/random-course.ts';
import { type ReadSide, startReadSide } from '../../test/support/read-side.ts';
import { jobsComeThrough, viewsCanBeRead } from './checks.ts';
import { jobCounters, queueFigures, viewFigures } from './figures.ts';
import { passes, Readiness } from './health.ts';
import { serveOperations } from './http.ts';
import { measureLags } from './lag.ts';
import { Metrics } from './metrics.ts';

const queue = 'watched';
let side: ReadSide & { databaseUrl: string };
let database: ReturnType<typeof openDatabase<CanarySchema>>;
let canaries: CanaryLog;

beforeAll(async () => {
  side = await startReadSide();
  database = openDatabase<CanarySchema>(side.databaseUrl, () => undefined, 2);
  canaries = await CanaryLog.open(database);
}, 120_000);
afterAll(async () => {
  await database.destroy();
  await side.stop();
}, 30_000);

describe('how far the views are behind', () => {
  test('given events that nobody folds, then every view lags by all of them, and by the time that they have waited', async () => {
    const events = courseOfEvents('lag', fc.sample(randomCourse(40), { numRuns: 1, seed: 5 })[0] ?? []);
    await side.record(events);
    const { log, views } = await measureLags(side);
    expect(log.events).toBe(events.length + 1);
    expect(views.map(({ view }) => view)).toEqual(side.views.registry.views.map(({ name }) => name).sort());
    for (const { events: count, seconds } of views) {
      expect(count).toBe(events.length + 1);
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThan(60);
    }
    expect(await viewsCanBeRead(side.views)()).toEqual({ status: 'fail', code: 'not-begun' });
  });

  test('given a worker, when it has folded them, then nothing lags', async () => {
    await side.startFolding();
    const minPosition = await side.record(courseOfEvents('more', []));
    await side.views.programmes.list({ minPosition: minPosition || undefined, waitMs: 15_000 });
    const metrics = new Metrics('worker');
    viewFigures(metrics, side);
    const caughtUp = async () => (await measureLags(side)).views.every(({ events }) => events === 0);
    while (!(await caughtUp())) await side.views.changes.next(side.views.changes.count, 100);
    const { text } = await metrics.text();
    for (const { name } of side.views.registry.views) {
      expect(figureIn(text, `samenspel_view_lag_events{view="${name}"}`)).toBe(0);
      expect(figureIn(text, `samenspel_view_lag_seconds{view="${name}"}`)).toBe(0);
      expect(figureIn(text, `samenspel_parked_rows{view="${name}"}`)).toBe(0);
    }
    expect(figureIn(text, 'samenspel_index_ordinal')).toBe((await side.views.head())?.ordinal);
    expect(await viewsCanBeRead(side.views)()).toMatchObject(passes);
  }, 30_000);
});

describe('a canary', () => {
  test('says whether jobs come through: not before the first, then for a while, then no more', async () => {
    let heard: () => void = () => undefined;
    const through = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const metrics = new Metrics('worker');
    const store = chooseStore({ databaseUrl: side.databaseUrl });
    const jobs = new Jobs(store, () => undefined, {
      ...jobCounters(metrics),
      onCanary: async (name) => {
        await canaries.passed(name, store.kind);
        heard();
      },
    });
    queueFigures(metrics, { jobs, queues: [queue], canaries });
    const check = jobsComeThrough(jobs, canaries);
    expect(await check()).toEqual({ status: 'fail', code: 'no-canary-yet' });
    await jobs.work(queue, 1, async () => undefined);
    await jobs.sendCanaries();
    await through;
    expect(await check()).toMatchObject({ status: 'pass', canarySeconds: expect.any(Number) });
    await sql`UPDATE operations.canary SET passed_at = passed_at - interval '1 minute'`.execute(database);
    expect(await check()).toMatchObject({ status: 'fail', code: 'canary-stuck' });
    const { text } = await metrics.text();
    expect(figureIn(text, `samenspel_canary_age_seconds{queue="${queue}"}`)).toBeGreaterThan(59);
    expect(figureIn(text, `samenspel_jobs{queue="${queue}",state="waiting"}`)).toBe(0);
    await jobs.close();
  });
});

describe('the small server of a process', () => {
  test('answers what is asked, and nothing else; a part that is away costs its own figures only', async () => {
    const metrics = new Metrics('worker');
    metrics.collect('away', () => Promise.reject(new Error('the password is secret')));
    metrics.collect('there', async () => undefined);
    const readiness = new Readiness({
      there: async () => passes,
      away: () => Promise.reject(new Error('the password is secret')),
    });
    const server = await serveOperations({ host: '127.0.0.1', port: 0, metrics, readiness });
    const ask = async (path: string, method = 'GET') => {
      const response = await fetch(`${server.url}${path}`, { method });
      return { status: response.status, text: await response.text() };
    };
    expect(await ask('/v1/health/live')).toMatchObject({ status: 200 });
    const ready = await ask('/v1/health/ready');
    expect([ready.status, JSON.parse(ready.text).checks]).toEqual([
      503,
      { there: { status: 'pass' }, away: { status: 'fail', code: 'unreachable' } },
    ]);
    const { status, text } = await ask('/metrics');
    expect(status).toBe(200);
    expect(figureIn(text, 'samenspel_part_up{part="there"}')).toBe(1);
    expect(figureIn(text, 'samenspel_part_up{part="away"}')).toBe(0);
    expect(figureIn(text, 'samenspel_scrape_failures_total{part="away"}')).toBe(1);
    expect(figureIn(text, 'samenspel_build_info')).toBe(1);
    expect(`${ready.text}${text}`).not.toContain('secret');
    expect((await ask('/metrics', 'HEAD')).text).toBe('');
    expect((await ask('/metrics', 'POST')).status).toBe(405);
    expect((await ask('/other')).status).toBe(404);
    await server.close();
  });
});
