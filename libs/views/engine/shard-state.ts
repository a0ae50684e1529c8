import { randomInt } from 'node:crypto';
import type pg from 'pg';
import type { Generation } from '../database/generations.ts';
import { numbersLiteral, textsLiteral, wholeNumber } from '../database/literals.ts';
import { runScript, selectJson } from '../database/script.ts';
import { shardCount } from '../database/shard-count.ts';
import type { GenerationStatus } from '../database/tables.ts';
import type { Entry } from '../index/entry.ts';
import type { ViewRegistry } from './registry.ts';
import type { RowSource } from './row-source.ts';

/** What folding needs of an entry of the index. */
export type FoldEntry = Pick<Entry, 'ordinal' | 'stream' | 'revision' | 'event' | 'programme' | 'shard' | 'subjects'>;

/** Generations that stand at the same ordinal in a shard; they are advanced together. */
export interface Level {
  readonly ordinal: number;
  readonly generations: readonly Generation[];
}

/** A shard as it was found under its lock. */
export interface ShardState {
  readonly shard: number;
  /** The foremost first; there is one at least. */
  readonly levels: readonly [Level, ...Level[]];
  /** What comes after the foremost level. */
  readonly entries: readonly FoldEntry[];
}

/** What was locked, and how far the index was before. */
export interface LockedShards {
  readonly head: number;
  readonly shards: readonly ShardState[];
}

interface LockedRow {
  readonly generation: number;
  readonly shard: number;
  readonly ordinal: number;
  readonly stamp: number;
}

interface GenerationRow extends Omit<Generation, 'view'> {
  readonly fold: string;
  readonly status: GenerationStatus;
}

interface ParkedKey {
  readonly generation: number;
  readonly key: string;
}

/** How far the foremost generation is, of those that were locked and those that another worker holds, and what comes after it. */
interface Foremost {
  readonly shard: number;
  readonly ordinal: number;
  readonly entries: readonly FoldEntry[];
}

const silentForMs = 10_000;
/** A setting of the transaction by which one statement tells the next ones what it locked. */
const lockedShards = 'samenspel.locked_shards';

export interface LockOptions {
  /**
   * The shards that are wanted, behind or not. Without them, those that are behind: those with the least to do first, until
   * they have `limit` entries together, so that one with much to do keeps nobody waiting.
   */
  readonly shards?: readonly number[];
  /** Wait for what another worker holds; otherwise it is left out. */
  readonly wait: boolean;
  /** At most so many entries of each shard. */
  readonly limit: number;
}

/**
 * Begins a transaction and locks shards for the generations that these folds made and that the workers follow. One that
 * is filled from the log at one go is left to whoever fills it, one of another release to that release.
 *
 * `rows` learns what is parked, and forgets every generation that somebody else wrote to since.
 */
export async function lockShards(
  client: pg.ClientBase,
  { byFold }: ViewRegistry,
  rows: RowSource,
  { shards, wait, limit }: LockOptions,
): Promise<LockedShards> {
  const folds = textsLiteral(byFold.keys());
  const few = wholeNumber(limit);
  const chance = wholeNumber(randomInt(shardCount));
  // Each of these statements sees what was committed before it began: after the wait for the lock, not before it.
  const [[head], [locked], generations, parked, foremost] = (await runScript(client, [
    'BEGIN',
    'SET LOCAL synchronous_commit = off',
    // A worker that hangs in the middle of it must not hold the shards for ever; nobody else could tell.
    `SET LOCAL idle_in_transaction_session_timeout = ${silentForMs}`,
    selectJson('SELECT ordinal FROM views.head'),
    shards
      ? {
          prepared: locking('$2', wait),
          types: ['text[]', 'smallint[]'],
          values: [folds, numbersLiteral(shards, 'smallint')],
        }
      : {
          prepared: locking(`ARRAY(${behind})`, wait),
          types: ['text[]', 'bigint', 'integer'],
          values: [folds, few, chance],
        },
    { prepared: carried, types: ['text[]'], values: [folds] },
    selectJson(`SELECT generation, key FROM views.parked WHERE shard = ANY(${theLocked}) AND until_ordinal IS NULL`),
    { prepared: next, types: ['text[]', 'bigint'], values: [folds, few] },
  ])) as [{ ordinal: number }[], { rows: LockedRow[] | null }[], GenerationRow[], ParkedKey[], Foremost[]];
  const rowsOf = locked?.rows ?? [];
  for (const [id, stamps] of stampsOf(rowsOf)) {
    rows.meet(id, stamps, new Set(parked.filter(({ generation }) => generation === id).map(({ key }) => key)));
  }
  const known = new Map(generations.flatMap((row) => carriedBy(byFold, row)));
  const states: ShardState[] = [];
  for (const { shard, ordinal, entries } of foremost) {
    const [first, ...others] = levelsOf(
      rowsOf.filter((row) => row.shard === shard),
      known,
    );
    if (!first) continue;
    // What another worker holds, and was left out, may be ahead of all that was locked.
    const next =
      first.ordinal === ordinal ? entries : await entriesAfter(client, shard, { after: first.ordinal, limit });
    states.push({ shard, levels: [first, ...others], entries: next });
  }
  return { head: head?.ordinal ?? 0, shards: states };
}

const followed = 'views.progress p JOIN views.generation g ON g.id = p.generation';
/** Those that this release carries: $1 are its folds. */
const own = 'g.followed AND g.fold = ANY($1)';
const theLocked = `string_to_array(current_setting('${lockedShards}'), ',')::smallint[]`;

const carried = selectJson(`SELECT g.id, g.fold, g.status, g.followed, g.inputs FROM views.generation g WHERE ${own}`);

/** @param wanted the shards, as an array. */
function locking(wanted: string, wait: boolean): string {
  return selectJson(`
    SELECT json_agg(l ORDER BY l.generation) AS rows, set_config('${lockedShards}', coalesce(string_agg(DISTINCT l.shard::text, ','), ''), true)
    FROM (SELECT p.generation, p.shard, p.ordinal, p.stamp FROM ${followed} WHERE ${own} AND p.shard = ANY(${wanted})
          ORDER BY p.shard, g.id FOR UPDATE OF p ${wait ? '' : 'SKIP LOCKED'}) l`);
}

/**
 * The shards that are behind: those with the least to do, until together they have $2 entries. Which of those with as much
 * to do comes first, is left to chance ($3): no shard is always the last.
 */
const behind = `
  WITH counted AS MATERIALIZED (
    SELECT o.shard, (SELECT count(*) FROM (
      SELECT 1 FROM views.entry e WHERE e.shard = o.shard AND e.ordinal > o.ordinal LIMIT $2) n) AS entries
    FROM (SELECT p.shard, min(p.ordinal) AS ordinal FROM ${followed} WHERE ${own} GROUP BY p.shard) o)
  SELECT b.shard FROM (
    SELECT c.shard, sum(c.entries) OVER (ORDER BY c.entries, (c.shard + $3) % ${shardCount}) - c.entries AS before
    FROM counted c WHERE c.entries > 0) b
  WHERE b.before < $2`;

/** An entry of the index, as folding needs it. In the order of the index by shard: reading on by ordinal alone would read all shards. */
const entryColumns = 'ordinal, stream, revision, event, programme, shard, subjects';

/**
 * What comes after the foremost generation in each shard that was locked, at most $2 entries. In one statement: between two
 * of them another worker may move on what it holds, and entries would be passed over.
 */
const next = selectJson(`
  SELECT f.shard, f.ordinal, (
    SELECT coalesce(json_agg(e ORDER BY e.ordinal), '[]') FROM (
      SELECT ${entryColumns} FROM views.entry WHERE shard = f.shard AND ordinal > f.ordinal ORDER BY shard, ordinal LIMIT $2) e
  ) AS entries
  FROM (SELECT p.shard, max(p.ordinal) AS ordinal FROM ${followed}
        WHERE ${own} AND p.shard = ANY(${theLocked}) GROUP BY p.shard) f`);

/** The next entries of a shard, in log order. */
export async function entriesAfter(
  client: pg.ClientBase,
  shard: number,
  { after, until, limit }: { after: number; until?: number; limit: number },
): Promise<FoldEntry[]> {
  const query = `
    SELECT ${entryColumns} FROM views.entry WHERE shard = ${wholeNumber(shard)} AND ordinal > ${wholeNumber(after)}
    ${until === undefined ? '' : `AND ordinal <= ${wholeNumber(until)}`} ORDER BY shard, ordinal LIMIT ${wholeNumber(limit)}`;
  const [entries] = (await runScript(client, [selectJson(query)])) as [FoldEntry[]];
  return entries;
}

/** By generation: who wrote to it last, in each shard. */
function stampsOf(rows: readonly LockedRow[]): Map<number, Map<number, number>> {
  const stamps = new Map<number, Map<number, number>>();
  for (const { generation, shard, stamp } of rows) {
    const known = stamps.get(generation);
    if (known) known.set(shard, stamp);
    else stamps.set(generation, new Map([[shard, stamp]]));
  }
  return stamps;
}

function carriedBy(byFold: ViewRegistry['byFold'], { fold, ...row }: GenerationRow): [number, Generation][] {
  const view = byFold.get(fold);
  return view ? [[row.id, { ...row, view }]] : [];
}

function levelsOf(rows: readonly LockedRow[], generations: ReadonlyMap<number, Generation>): Level[] {
  const levels = new Map<number, Generation[]>();
  for (const { generation: id, ordinal } of rows) {
    const generation = generations.get(id);
    if (!generation) continue;
    const known = levels.get(ordinal);
    if (known) known.push(generation);
    else levels.set(ordinal, [generation]);
  }
  return [...levels]
    .map(([ordinal, members]) => ({ ordinal, generations: members }))
    .sort((a, b) => b.ordinal - a.ordinal);
}
