import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { freePort } from '#embedded/folder/ports';
import { startEngines, type TestEngines } from '#embedded/testing/engines';
import { chooseStore, type JobStore } from './backend.ts';
import { Jobs } from './jobs.ts';

/** Resolves when as many runs have come as are waited for. */
class Runs {
  readonly seen: number[] = [];
  private waiting: { count: number; resolve: () => void } | undefined;

  add(shard: number): void {
    this.seen.push(shard);
    if (this.waiting && this.seen.length >= this.waiting.count) this.waiting.resolve();
  }

  until(count: number): Promise<void> {
    if (this.seen.length >= count) return Promise.resolve();
    return new Promise((resolve) => {
      this.waiting = { count, resolve };
    });
  }
}

/** What every store of jobs must do. */
function contract(store: () => JobStore): void {
  let jobs: Jobs;
  const troubles: string[] = [];
  const open = () => {
    jobs = new Jobs(store(), (what, error) => troubles.push(`${what}: ${error.message}`));
    return jobs;
  };
  afterEach(() => jobs.close());

  test('a nudge leads to a run', async () => {
    const runs = new Runs();
    await open().work<{ shard: number }>('one', 2, async ({ shard }) => runs.add(shard));
    await jobs.queue<{ shard: number }>('one').nudge('shard-3', { shard: 3 });
    await runs.until(1);
    expect(runs.seen).toEqual([3]);
  });

  test('given a run under way, when many nudges come, then exactly one more run follows', async () => {
    const runs = new Runs();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await open().work<{ shard: number }>('held', 4, async ({ shard }) => {
      runs.add(shard);
      if (runs.seen.length === 1) await held;
    });
    const queue = jobs.queue<{ shard: number }>('held');
    await queue.nudge('shard-1', { shard: 1 });
    await runs.until(1);
    for (let i = 0; i < 5; i += 1) await queue.nudge('shard-1', { shard: 1 });
    release();
    await runs.until(2);
    await queue.nudge('shard-2', { shard: 2 });
    await runs.until(3);
    expect(runs.seen).toEqual([1, 1, 2]);
  });

  test('given a run that fails, when it is nudged again, then it runs again', async () => {
    const runs = new Runs();
    await open().work<{ shard: number }>('failing', 1, async ({ shard }) => {
      runs.add(shard);
      if (runs.seen.length === 1) throw new Error('broken on purpose');
    });
    const queue = jobs.queue<{ shard: number }>('failing');
    await queue.nudge('shard-1', { shard: 1 });
    await runs.until(1);
    await queue.nudge('shard-1', { shard: 1 });
    await runs.until(2);
    expect(troubles).toContain('job failing: broken on purpose');
  });
}

describe('jobs on PostgreSQL', () => {
  let engines: TestEngines;
  beforeAll(async () => {
    engines = await startEngines();
  }, 60_000);
  afterAll(() => engines.stop());

  contract(() => chooseStore({ databaseUrl: engines.postgres.connectionString() }));

  test('given a dropped LISTEN, when a nudge comes, then it still runs, and the drop was told', async () => {
    const troubles: string[] = [];
    const runs = new Runs();
    const databaseUrl = engines.postgres.connectionString();
    let told: () => void = () => undefined;
    const wasTold = new Promise<void>((resolve) => {
      told = resolve;
    });
    const jobs = new Jobs(chooseStore({ databaseUrl }), (what) => {
      troubles.push(what);
      told();
    });
    const queue = jobs.queue<{ shard: number }>('dropped');
    await jobs.work<{ shard: number }>('dropped', 1, async ({ shard }) => runs.add(shard));
    await queue.nudge('shard-1', { shard: 1 });
    await runs.until(1);
    const admin = new pg.Client({ connectionString: databaseUrl });
    await admin.connect();
    let dropped = 0;
    while (dropped === 0) {
      const listening = "query LIKE '%LISTEN bullmq%' AND pid <> pg_backend_pid()";
      const result = await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${listening}`);
      dropped = result.rowCount ?? 0;
    }
    await admin.end();
    await queue.nudge('shard-2', { shard: 2 });
    await runs.until(2);
    expect(runs.seen).toEqual([1, 2]);
    await wasTold;
    expect(troubles).toContain('worker dropped');
    await jobs.close();
  });
});

const redis = (() => {
  try {
    execFileSync('redis-server', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

// With CI=true what a machine may lack must be there; without it the test says that it is left out, and why.
const onRedis = redis || process.env['CI'] === 'true' ? describe : describe.skip;

onRedis(redis ? 'jobs on Redis' : 'jobs on Redis (left out: there is no redis-server on the PATH)', () => {
  let server: ChildProcess;
  let url = '';
  beforeAll(async () => {
    const port = await freePort();
    url = `redis://127.0.0.1:${port}`;
    server = spawn('redis-server', ['--port', `${port}`, '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
    await once(server, 'spawn');
  });
  afterAll(async () => {
    const gone = once(server, 'exit');
    server.kill('SIGTERM');
    await gone;
  });

  contract(() => chooseStore({ databaseUrl: '', redisUrl: url }));
});
