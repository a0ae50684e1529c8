import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { type EmbeddedPostgres, startPostgres } from '#embedded/postgres/start-postgres';
import { temporaryFolder } from '#embedded/testing/engines';
import { contract } from '../../test/support/jobs/contract.ts';
import { Runs } from '../../test/support/jobs/runs.ts';
import { held } from '../../test/support/jobs/test-store.ts';
import { hasRedis, startRedis, type TestRedis } from '../../test/support/redis.ts';
import { chooseStore } from './backend.ts';
import { Jobs } from './jobs.ts';

function isDeadlock(error: unknown): true {
  if (error instanceof pg.DatabaseError && error.code === '40P01') return true;
  throw error;
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

describe('jobs on PostgreSQL', () => {
  let postgres: EmbeddedPostgres;
  const store = () => chooseStore({ databaseUrl: postgres.connectionString() });
  beforeAll(async () => {
    postgres = await startPostgres({ folder: folder.path });
  }, 60_000);
  afterAll(() => postgres.stop());

  async function asked(query: string): Promise<pg.QueryResult> {
    const client = new pg.Client({ connectionString: postgres.connectionString() });
    await client.connect();
    try {
      return await client.query(query);
    } finally {
      await client.end();
    }
  }

  contract(() => ({
    store: store(),
    flush: async () => {
      const { rows } = await asked(`SELECT quote_ident(tablename) AS name FROM pg_tables
                                    WHERE schemaname = 'jobs' AND tablename NOT LIKE '%migration%'`);
      const everything = `TRUNCATE ${rows.map(({ name }) => `jobs.${name}`).join(', ')}`;
      // Those who work at it lock the tables in another order; then it is tried again.
      while (await asked(everything).then(() => false, isDeadlock));
    },
    stop: () => postgres.stop(),
    start: async () => {
      postgres = await startPostgres({ folder: folder.path, port: postgres.port });
    },
  }));

  test('given connections that are ended at any moment of opening a queue, then nudges fail or pass, and nothing else happens', async () => {
    const ours = "application_name = 'samenspel-jobs'";
    let opening = true;
    const ending = (async () => {
      while (opening) await asked(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${ours}`);
    })();
    for (let round = 0; round < 30; round += 1) {
      const jobs = new Jobs(store(), () => undefined);
      const queue = jobs.queue<{ shard: number }>('ended');
      await Promise.allSettled(Array.from({ length: 4 }, (_, shard) => queue.nudge(`shard-${shard}`, { shard })));
      await jobs.close();
    }
    opening = false;
    await ending;
    const jobs = new Jobs(store(), () => undefined);
    await jobs.queue<{ shard: number }>('ended').nudge('shard-1', { shard: 1 });
    expect((await jobs.queue('ended').depth()).waiting).toBeGreaterThan(0);
    await jobs.close();
  }, 60_000);

  test('given a queue that was opened while PostgreSQL was away, when it is back, then nudges over that queue pass', async () => {
    await postgres.stop();
    const jobs = new Jobs(store(), () => undefined);
    const queue = jobs.queue<{ shard: number }>('early');
    await expect(queue.nudge('shard-1', { shard: 1 })).rejects.toThrow();
    postgres = await startPostgres({ folder: folder.path, port: postgres.port });
    const runs = new Runs();
    await jobs.work<{ shard: number }>('early', 1, async ({ shard }) => runs.add(shard));
    await queue.nudge('shard-2', { shard: 2 });
    expect(await runs.until(1)).toEqual([2]);
    await jobs.close();
    await expect(queue.nudge('shard-3', { shard: 3 })).rejects.toThrow('closed');
  }, 60_000);

  test('given a PostgreSQL that hangs up at once, when work is to begin, then that fails, and the process goes on with what else it has', async () => {
    const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const jobs = new Jobs(chooseStore({ databaseUrl: `postgresql://nobody@127.0.0.1:${port}/none` }), () => undefined);
    await expect(jobs.work('too-early', 3, async () => undefined)).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(jobs.worked).toEqual([]);
    await jobs.close();
    await expect(jobs.work('too-late', 1, async () => undefined)).rejects.toThrow('closed');
    server.close();
  }, 60_000);

  test('given a job that nudges as its last act, when everything is closed meanwhile, then that nudge is kept', async () => {
    const troubles: string[] = [];
    const jobs = new Jobs(store(), (what, error) => troubles.push(`${what}: ${error.message}`));
    const queue = jobs.queue<{ shard: number }>('last');
    const runs = new Runs();
    const job = held();
    await jobs.work<{ shard: number }>('last', 1, async ({ shard }) => {
      runs.add(shard);
      await job.done;
      await queue.nudge('shard-2', { shard: 2 });
    });
    await queue.nudge('shard-1', { shard: 1 });
    await runs.until(1);
    const closing = jobs.close();
    job.release();
    await closing;
    const others = new Jobs(store(), () => undefined);
    expect(await others.queue('last').depth()).toMatchObject({ waiting: 1, failed: 0 });
    await others.close();
    expect(troubles).toEqual([]);
  }, 60_000);

  test('given a dropped LISTEN, when a nudge comes, then it still runs, and the drop was told', async () => {
    const troubles = new Set<string>();
    const runs = new Runs();
    let told: () => void = () => undefined;
    const wasTold = new Promise<void>((resolve) => {
      told = resolve;
    });
    const jobs = new Jobs(store(), (what) => {
      troubles.add(what);
      told();
    });
    const queue = jobs.queue<{ shard: number }>('dropped');
    await jobs.work<{ shard: number }>('dropped', 1, async ({ shard }) => runs.add(shard));
    await queue.nudge('shard-1', { shard: 1 });
    await runs.until(1);
    const listening = "query LIKE '%LISTEN bullmq%' AND pid <> pg_backend_pid()";
    const drop = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${listening}`;
    while ((await asked(drop)).rowCount === 0);
    await queue.nudge('shard-2', { shard: 2 });
    expect(await runs.until(2)).toEqual([1, 2]);
    await wasTold;
    expect([...troubles]).toContain('worker dropped');
    await jobs.close();
  });
});

const redis = hasRedis();
// With CI=true what a machine may lack must be there; without it the test says that it is left out, and why.
const onRedis = redis || process.env['CI'] === 'true' ? describe : describe.skip;

onRedis(redis ? 'jobs on Redis' : 'jobs on Redis (left out: there is no redis-server on the PATH)', () => {
  let server: TestRedis;
  beforeAll(async () => {
    server = await startRedis(folder.path);
  });
  afterAll(() => server.kill());

  contract(() => ({
    store: chooseStore({ databaseUrl: '', redisUrl: server.url }),
    flush: async () => {
      const client = new Redis(server.url);
      await client.flushall();
      await client.quit();
    },
    stop: () => server.kill(),
    start: async () => {
      server = await startRedis(folder.path, server.port);
    },
  }));

  test('given a Redis that hangs, then a nudge is refused before long; when it goes on, then nudges lead to runs', async () => {
    const jobs = new Jobs(chooseStore({ databaseUrl: '', redisUrl: server.url }), () => undefined);
    const runs = new Runs();
    await jobs.work<{ shard: number }>('hanging', 1, async ({ shard }) => runs.add(shard));
    const queue = jobs.queue<{ shard: number }>('hanging');
    await queue.nudge('shard-1', { shard: 1 });
    await runs.until(1);
    process.kill(server.pid, 'SIGSTOP');
    try {
      await expect(queue.nudge('shard-2', { shard: 2 })).rejects.toThrow();
    } finally {
      process.kill(server.pid, 'SIGCONT');
    }
    while (!runs.seen.includes(3)) {
      await queue.nudge('shard-3', { shard: 3 }).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await jobs.close();
  }, 60_000);

  test('given a Redis that hangs, when everything is closed, then that does not wait for it', async () => {
    const jobs = new Jobs(chooseStore({ databaseUrl: '', redisUrl: server.url }), () => undefined);
    await jobs.work('held-up', 1, async () => undefined);
    await jobs.queue('held-up').nudge('shard-1', { shard: 1 });
    process.kill(server.pid, 'SIGSTOP');
    try {
      await jobs.close();
    } finally {
      process.kill(server.pid, 'SIGCONT');
    }
  }, 60_000);
});
