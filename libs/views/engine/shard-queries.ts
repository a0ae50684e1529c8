import { selectJson } from '../database/script.ts';
import { shardCount } from '../database/shard-count.ts';

/*
 * The statements by which shards are locked. They are worked out once for each connection, perhaps while there is nothing
 * yet: what grows is found by an index, whatever PostgreSQL thinks of its size.
 */

/** A setting of the transaction by which one statement tells the next ones what it locked. */
const lockedShards = 'samenspel.locked_shards';
const followed = 'views.progress p JOIN views.generation g ON g.id = p.generation';
/** Those that this release carries: $1 are its folds. */
const own = 'g.followed AND g.fold = ANY($1)';
/** The shards that were locked, for the statements after that. */
const theLocked = `string_to_array(current_setting('${lockedShards}'), ',')::smallint[]`;

/** How far the index is. */
export const headNow = selectJson('SELECT ordinal FROM views.head');

/** Whether it is beyond ordinal $1. */
export const headBeyond = selectJson('SELECT 1 FROM views.head WHERE ordinal > $1');

/** What these generations are. */
export const carried = selectJson(
  `SELECT g.id, g.fold, g.status, g.followed, g.inputs FROM views.generation g WHERE ${own}`,
);

/**
 * Locks these generations in the shards that are wanted, and tells the statements after it which shards those are.
 *
 * @param wanted the shards, as an array.
 */
export function locking(wanted: string, wait: boolean): string {
  return selectJson(`
    SELECT json_agg(l ORDER BY l.generation) AS rows,
           set_config('${lockedShards}', coalesce(string_agg(DISTINCT l.shard::text, ','), ''), true)
    FROM (SELECT p.generation, p.shard, p.ordinal, p.stamp FROM ${followed} WHERE ${own} AND p.shard = ANY(${wanted})
          ORDER BY p.shard, g.id FOR UPDATE OF p ${wait ? '' : 'SKIP LOCKED'}) l`);
}

/**
 * The shards that are behind: those with the least to do, until together they have $2 entries. Which of those with as much
 * to do comes first, is left to chance ($3): no shard is always the last.
 */
export const behind = `
  WITH counted AS MATERIALIZED (
    SELECT o.shard, (SELECT count(*) FROM (
      SELECT 1 FROM views.entry e WHERE e.shard = o.shard AND e.ordinal > o.ordinal LIMIT $2) n) AS entries
    FROM (SELECT p.shard, min(p.ordinal) AS ordinal FROM ${followed} WHERE ${own} GROUP BY p.shard) o)
  SELECT b.shard FROM (
    SELECT c.shard, sum(c.entries) OVER (ORDER BY c.entries, (c.shard + $3) % ${shardCount}) - c.entries AS before
    FROM counted c WHERE c.entries > 0) b
  WHERE b.before < $2`;

/** An entry of the index, as folding needs it. */
export const entryColumns = 'ordinal, stream, revision, event, programme, shard, subjects';

/** What is parked in these shards. */
export const parkedNow = selectJson(
  `SELECT generation, key FROM views.parked WHERE shard = ANY(${theLocked}) AND until_ordinal IS NULL`,
);

/**
 * What comes after the foremost generation in each shard that was locked, at most $2 entries. In one statement: between two
 * of them another worker may move on what it holds, and entries would be passed over. In the order of the index by shard, lest it
 * is read by ordinal, through all shards.
 */
export const entriesNext = selectJson(`
  SELECT f.shard, f.ordinal, (
    SELECT coalesce(json_agg(e ORDER BY e.ordinal), '[]') FROM (
      SELECT ${entryColumns} FROM views.entry WHERE shard = f.shard AND ordinal > f.ordinal
      ORDER BY shard, ordinal LIMIT $2) e
  ) AS entries
  FROM (SELECT p.shard, max(p.ordinal) AS ordinal FROM ${followed}
        WHERE ${own} AND p.shard = ANY(${theLocked}) GROUP BY p.shard) f`);
