import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { openPool } from '#log/pool';
import { type AtOneMoment, atOneMoment } from './at-one-moment.ts';
import { PreparingPool } from './prepared.ts';
import type { ViewsSchema } from './tables.ts';

const int8 = 20;
const timestamptz = 1184;
/** In seconds. */
const longestLife = 3_600;

/** Ordinals arrive as numbers and moments as UTC text with milliseconds, so that rows can be passed on as they are. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (format !== 'binary' && oid === int8) return Number;
  if (format !== 'binary' && oid === timestamptz) return (text: string) => new Date(text).toISOString();
  return pg.types.getTypeParser(oid, format);
}

export interface ViewsDatabase<Schema = ViewsSchema> {
  readonly db: Kysely<Schema>;
  /** Reads over connections of the same pool. */
  readonly atOneMoment: AtOneMoment<Schema>;
}

/**
 * A pool of connections for the views. Errors of idle connections are told to `onTrouble`; the pool replaces them. A
 * connection that breaks while it is in use makes its query fail, and must not end the process besides.
 */
export function openViewsDatabase<Schema = ViewsSchema>(
  url: string,
  onTrouble: (error: Error) => void,
  max = 10,
): ViewsDatabase<Schema> {
  // What is asked on one connection leaves at once, also when the answer to what was asked before is still to come.
  const pool = new PreparingPool(poolOf(url, onTrouble, { max, pipeline: true }));
  return {
    db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }),
    atOneMoment: (read, answerWithin) => atOneMoment(pool, read, answerWithin),
  };
}

/**
 * What folds finds a few rows by their keys, in tables that were filled just now and of which PostgreSQL knows little: it
 * must not decide to read all of one, and what it once worked out holds for any value.
 */
const byKeyOnly = ['enable_seqscan=off', 'enable_hashjoin=off', 'enable_mergejoin=off'];
const forAnyValue = 'plan_cache_mode=force_generic_plan';

/** Connections for the fold engine and the index alone. A batch takes one while it is folded. */
export function foldingPool(url: string, onTrouble: (error: Error) => void, max = 8): pg.Pool {
  const options = [...byKeyOnly, forAnyValue].map((setting) => `-c ${setting}`).join(' ');
  return poolOf(url, onTrouble, { max, options });
}

function poolOf(
  url: string,
  onTrouble: (error: Error) => void,
  options: Pick<pg.PoolConfig, 'max' | 'pipeline' | 'options'>,
): pg.Pool {
  const config = {
    ...options,
    connectionString: url,
    application_name: 'samenspel-views',
    // What a connection has prepared it forgets only when it ends.
    maxLifetimeSeconds: longestLife,
    types: { getTypeParser },
  };
  return openPool(config, onTrouble);
}
