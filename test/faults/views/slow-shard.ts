import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { shardOf } from '#views/index/shards';
import type { Course } from './course.ts';
import type { Load } from './load.ts';
import type { Scene } from './scene.ts';

/** How long others may take to be answered while one shard stands still; far more than they need. */
const PATIENCE_MS = 30_000;
const HELD_MS = 1_500;

/**
 * A shard that stands still: somebody holds its lock. Nothing of it is lost, and the programmes of other shards are
 * recorded and seen all the same, for a programme's question waits only for its own shard.
 */
export async function slowShard({ product, load, dice }: Scene): Promise<void> {
  // Everybody needs the register, so its shard is not the one.
  const others = load.courses.filter((course) => shardOfCourse(course) !== shardOf(undefined));
  if (others.length === 0) return;
  const slow = shardOfCourse(dice.one(others));
  const client = new pg.Client({ connectionString: product.databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT FROM views.progress WHERE shard = $1 FOR UPDATE', [slow]);
    const from = load.ledger.length;
    const free = load.courses.filter((course) => shardOfCourse(course) !== slow);
    await Promise.all([pause(HELD_MS), ...free.map((course) => changesAreSeen(course, load, from))]);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

function shardOfCourse({ situation }: Course): number {
  return shardOf(situation.programme);
}

/** Waits until something that was recorded in the programme since then is seen. */
async function changesAreSeen({ situation: { programme } }: Course, load: Load, from: number): Promise<void> {
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await pause(50)) {
    const own = load.ledger.slice(from).find((acknowledged) => acknowledged.programme === programme);
    if (own?.position === undefined) continue;
    const reply = await load.client.ask(`/programmes/${programme}?minPosition=${encodeURIComponent(own.position)}`);
    if (reply.status === 200) return;
  }
  load.breaches.push(`Programme ${programme} was not answered while another shard stood still`);
}
