import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Part } from '../installation.ts';
import { nudgeAtRandom } from './nudges.ts';
import { rebuilding } from './rebuilding.ts';
import type { Fault, Scene } from './scene.ts';
import type { Service } from './service.ts';
import { slowShard } from './slow-shard.ts';
import type { WholeProduct } from './whole-product.ts';

/** The longest that a killed part stays away, in milliseconds. */
const AWAY_MS = 800;
/** By then PostgreSQL has recovered, also on a busy machine. */
const BACK_MS = 30_000;
const AGAIN_MS = 100;

async function killed({ dice }: Scene, services: readonly Service[]): Promise<void> {
  await Promise.all(services.map((service) => service.kill()));
  await pause(dice.whole(0, AWAY_MS));
  await Promise.all(services.map((service) => service.start()));
}

async function enginesKilled({ product, dice }: Scene, ...parts: readonly Part[]): Promise<void> {
  await product.killEngines(...parts);
  await pause(dice.whole(0, AWAY_MS));
  await product.reviveEngines(...parts);
}

async function redisKilled({ product, dice, jobs }: Scene): Promise<void> {
  if (jobs !== 'redis') return;
  await product.killRedis();
  await pause(dice.whole(0, AWAY_MS));
  await product.reviveEngines('redis');
}

/** Every job that waits is forgotten: by FLUSHALL on Redis, by emptying the tables of the queue on PostgreSQL. */
async function jobsForgotten({ product, jobs }: Scene): Promise<void> {
  if (jobs === 'redis') {
    const redis = new Redis(product.redisUrl ?? '');
    await redis.flushall();
    redis.disconnect();
    return;
  }
  await onDatabase(product, async (client) => {
    const { rows } = await client.query<{ table: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS "table" FROM pg_tables
       WHERE schemaname = 'jobs' AND tablename LIKE '%job%'`,
    );
    if (rows.length > 0) await client.query(`TRUNCATE ${rows.map(({ table }) => table).join(', ')}`);
  });
}

/** Half of all connections to PostgreSQL are cut: pools, sessions that hold a lock, listeners. */
async function connectionsCut({ product }: Scene): Promise<void> {
  await onDatabase(product, async (client) => {
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND random() < 0.5`,
    );
  });
}

/** A server and a worker of the next release come beside those of this one, or go. */
async function otherRelease({ product }: Scene): Promise<void> {
  const isThere = product.nextWorker.isWanted;
  await Promise.all(product.next.map((service) => (isThere ? service.kill() : service.start())));
}

/** Another fault may have taken PostgreSQL away at this moment, or take it away in the middle: then it is done later. */
async function onDatabase(product: WholeProduct, work: (client: pg.Client) => Promise<void>): Promise<void> {
  for (const until = performance.now() + BACK_MS; ; await pause(AGAIN_MS)) {
    const client = new pg.Client({ connectionString: product.databaseUrl });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await work(client);
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** Everything that can go wrong, by the name under which it is counted. Of each group one thing goes wrong at a time. */
export const FAULTS: readonly Readonly<Record<string, Fault>>[] = [
  {
    'kill PostgreSQL': (scene) => enginesKilled(scene, 'postgres'),
    'kill node': (scene) => enginesKilled(scene, 'node'),
    'kill PostgreSQL and node': (scene) => enginesKilled(scene, 'postgres', 'node'),
    'connections cut': connectionsCut,
    'slow shard': slowShard,
  },
  {
    'kill worker': (scene) => killed(scene, [scene.dice.one(scene.product.workers)]),
    'kill all workers': (scene) => killed(scene, scene.product.workers),
    'kill server': (scene) => killed(scene, [scene.dice.one(scene.product.servers).service]),
    'two releases': otherRelease,
  },
  {
    'kill Redis': redisKilled,
    'jobs forgotten': jobsForgotten,
    'jobs doubled and reordered': nudgeAtRandom,
    'rebuild while in use': rebuilding,
  },
];
