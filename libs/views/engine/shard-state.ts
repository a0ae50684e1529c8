import type pg from 'pg';
import type { Generation } from '../database/generations.ts';
import { textsLiteral, wholeNumber } from '../database/literals.ts';
import { runScript, selectJson } from '../database/script.ts';
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
  /** The foremost first. */
  readonly levels: readonly Level[];
  /** What comes after the foremost level. */
  readonly entries: readonly FoldEntry[];
}

interface Locked extends Omit<Generation, 'view'> {
  readonly fold: string;
  readonly ordinal: number;
  readonly stamp: number;
  readonly status: GenerationStatus;
}

/** How far the foremost generation is, of those that were locked and those that another worker holds, and what comes after it. */
interface Foremost {
  readonly ordinal: number | null;
  readonly entries: readonly FoldEntry[];
}

const silentForMs = 10_000;

export interface LockOptions {
  readonly shard: number;
  /** Leave out what another worker holds. */
  readonly unlessBusy: boolean;
  /** At most so many entries. */
  readonly limit: number;
}

/**
 * Begins a transaction and locks a shard for the generations that these folds made and that the workers follow. One that
 * is filled from the log at one go is left to whoever fills it, one of another release to that release.
 *
 * `rows` learns what is parked, and forgets every generation that somebody else wrote to since.
 */
export async function lockShard(
  client: pg.ClientBase,
  { byFold }: ViewRegistry,
  rows: RowSource,
  { shard, unlessBusy, limit }: LockOptions,
): Promise<ShardState> {
  const own = `p.shard = ${wholeNumber(shard)} AND g.followed AND g.fold = ANY(${textsLiteral(byFold.keys())})`;
  const tables = 'views.progress p JOIN views.generation g ON g.id = p.generation';
  // Each of these statements sees what was committed before it began: after the wait for the lock, not before it.
  const [locked, parked, [foremost]] = (await runScript(client, [
    'BEGIN',
    'SET LOCAL synchronous_commit = off',
    // A worker that hangs in the middle of it must not hold the shard for ever; nobody else could tell.
    `SET LOCAL idle_in_transaction_session_timeout = ${silentForMs}`,
    selectJson(`SELECT g.id, g.fold, g.status, g.followed, g.inputs, p.ordinal, p.stamp FROM ${tables} WHERE ${own}
                ORDER BY g.id FOR UPDATE OF p ${unlessBusy ? 'SKIP LOCKED' : ''}`),
    selectJson(
      `SELECT generation, key FROM views.parked WHERE shard = ${wholeNumber(shard)} AND until_ordinal IS NULL`,
    ),
    // In one statement: between two of them another worker may move on what it holds, and entries would be passed over.
    selectJson(`SELECT f.ordinal, (
        SELECT coalesce(json_agg(e ORDER BY e.ordinal), '[]') FROM (${entriesQuery(shard, { after: 'f.ordinal', limit })}) e
      ) AS entries FROM (SELECT max(p.ordinal) AS ordinal FROM ${tables} WHERE ${own}) f`),
  ])) as [Locked[], { generation: number; key: string }[], Foremost[]];
  for (const { id, stamp } of locked) {
    const keys = parked.filter(({ generation }) => generation === id).map(({ key }) => key);
    rows.meet(id, stamp, new Set(keys));
  }
  const levels = levelsOf(locked, byFold);
  const [first] = levels;
  // What another worker holds, and was left out, may be ahead of all that was locked.
  if (!first || first.ordinal === foremost?.ordinal) return { levels, entries: foremost?.entries ?? [] };
  return { levels, entries: await entriesAfter(client, shard, { after: first.ordinal, limit }) };
}

/** The next entries of a shard, in log order. */
export async function entriesAfter(
  client: pg.ClientBase,
  shard: number,
  { after, until, limit }: { after: number; until?: number; limit: number },
): Promise<FoldEntry[]> {
  const query = entriesQuery(shard, { after: wholeNumber(after), limit, ...(until !== undefined && { until }) });
  const [entries] = (await runScript(client, [selectJson(query)])) as [FoldEntry[]];
  return entries;
}

function entriesQuery(
  shard: number,
  { after, until, limit }: { after: string; until?: number; limit: number },
): string {
  return `SELECT ordinal, stream, revision, event, programme, shard, subjects FROM views.entry
          WHERE shard = ${wholeNumber(shard)} AND ordinal > ${after}
            ${until === undefined ? '' : `AND ordinal <= ${wholeNumber(until)}`}
          ORDER BY ordinal LIMIT ${wholeNumber(limit)}`;
}

function levelsOf(locked: readonly Locked[], byFold: ViewRegistry['byFold']): Level[] {
  const levels = new Map<number, Generation[]>();
  for (const { fold, ordinal, stamp: _stamp, ...rest } of locked) {
    const view = byFold.get(fold);
    if (!view) continue;
    const known = levels.get(ordinal);
    if (known) known.push({ ...rest, view });
    else levels.set(ordinal, [{ ...rest, view }]);
  }
  return [...levels].map(([ordinal, generations]) => ({ ordinal, generations })).sort((a, b) => b.ordinal - a.ordinal);
}
