import { randomInt } from 'node:crypto';
import type pg from 'pg';
import type { Generation } from '../database/generations.ts';
import { numbersLiteral, textsLiteral, wholeNumber } from '../database/literals.ts';
import { type Prepared, runScript, selectJson } from '../database/script.ts';
import { shardCount } from '../database/shard-count.ts';
import type { GenerationStatus } from '../database/tables.ts';
import type { Entry } from '../index/entry.ts';
import type { ViewRegistry } from './registry.ts';
import type { RowSource } from './row-source.ts';
import { behind, carried, entriesNext, entryColumns, headNow, locking, parkedNow } from './shard-queries.ts';

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
  options: LockOptions,
): Promise<LockedShards> {
  const { head, locked, generations, parked, foremost } = await lock(client, textsLiteral(byFold.keys()), options);
  for (const [id, stamps] of stampsOf(locked)) {
    rows.meet(id, stamps, new Set(parked.filter(({ generation }) => generation === id).map(({ key }) => key)));
  }
  const known = new Map(generations.flatMap((row) => carriedBy(byFold, row)));
  const shards: ShardState[] = [];
  for (const { shard, ordinal, entries } of foremost) {
    const own = locked.filter((row) => row.shard === shard);
    const [first, ...others] = levelsOf(own, known);
    if (!first) continue;
    const span = { after: first.ordinal, limit: options.limit };
    // What another worker holds, and was left out, may be ahead of all that was locked.
    const isForemost = first.ordinal === ordinal;
    const next = isForemost ? entries : await entriesAfter(client, shard, span);
    shards.push({ shard, levels: [first, ...others], entries: next });
  }
  return { head, shards };
}

interface Found {
  readonly head: number;
  readonly locked: readonly LockedRow[];
  readonly generations: readonly GenerationRow[];
  readonly parked: readonly ParkedKey[];
  readonly foremost: readonly Foremost[];
}

/** Each of these statements sees what was committed before it began: after the wait for the lock, not before it. */
async function lock(client: pg.ClientBase, folds: string, options: LockOptions): Promise<Found> {
  const limit = wholeNumber(options.limit);
  const [[head], [locked], generations, parked, foremost] = (await runScript(client, [
    'BEGIN',
    'SET LOCAL synchronous_commit = off',
    // A worker that hangs in the middle of it must not hold the shards for ever; nobody else could tell.
    `SET LOCAL idle_in_transaction_session_timeout = ${silentForMs}`,
    { prepared: headNow, types: [], values: [] },
    lockingOf(folds, options),
    { prepared: carried, types: ['text[]'], values: [folds] },
    { prepared: parkedNow, types: [], values: [] },
    { prepared: entriesNext, types: ['text[]', 'bigint'], values: [folds, limit] },
  ])) as [{ ordinal: number }[], { rows: LockedRow[] | null }[], GenerationRow[], ParkedKey[], Foremost[]];
  return { head: head?.ordinal ?? 0, locked: locked?.rows ?? [], generations, parked, foremost };
}

function lockingOf(folds: string, { shards, wait, limit }: LockOptions): Prepared {
  if (shards) {
    const values = [folds, numbersLiteral(shards, 'smallint')];
    return { prepared: locking('$2', wait), types: ['text[]', 'smallint[]'], values };
  }
  const values = [folds, wholeNumber(limit), wholeNumber(randomInt(shardCount))];
  return { prepared: locking(`ARRAY(${behind})`, wait), types: ['text[]', 'bigint', 'integer'], values };
}

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
