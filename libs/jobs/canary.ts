import { type Kysely, sql } from 'kysely';
import type { JobStore } from './backend.ts';
import { isLost } from './lost.ts';

/** A table of its own: what is noted here is not in the log, and may be dropped at any moment. */
export interface CanarySchema {
  'operations.canary': { queue: string; store: JobStore['kind']; passed_at: string };
}

/** When a canary last came through a queue. */
export interface Passing {
  readonly queue: string;
  readonly store: JobStore['kind'];
  /** How long ago, by the clock of the database. */
  readonly secondsAgo: number;
}

const statements = [
  'CREATE SCHEMA IF NOT EXISTS operations',
  `CREATE TABLE IF NOT EXISTS operations.canary (
     queue text NOT NULL,
     store text NOT NULL,
     passed_at timestamptz NOT NULL,
     PRIMARY KEY (queue, store))`,
];
/** Two processes that start together must not make the same table at once. */
const lock = 7_306_150_010;

/**
 * Where the passing of canaries is noted: jobs that do nothing but come through. Every worker sends them and any worker
 * may let them through, so their age says whether a job that is queued now will be taken, in whatever process.
 */
export class CanaryLog {
  private constructor(private readonly db: Kysely<CanarySchema>) {}

  /** Makes the table when it is not there. The database stays the caller's to close. */
  static async open(db: Kysely<CanarySchema>): Promise<CanaryLog> {
    const canaries = new CanaryLog(db);
    await canaries.prepare();
    return canaries;
  }

  /** Notes that one came through just now; in a table of its own making when that was lost. */
  async passed(queue: string, store: JobStore['kind']): Promise<void> {
    try {
      await this.note(queue, store);
    } catch (error) {
      if (!isLost(error)) throw error;
      await this.prepare();
      await this.note(queue, store);
    }
  }

  private async prepare(): Promise<void> {
    await this.db.transaction().execute(async (tx) => {
      await sql`SELECT pg_advisory_xact_lock(${sql.lit(lock)})`.execute(tx);
      for (const statement of statements) await sql.raw(statement).execute(tx);
    });
  }

  private async note(queue: string, store: JobStore['kind']): Promise<void> {
    await sql`
      INSERT INTO operations.canary (queue, store, passed_at) VALUES (${queue}, ${store}, clock_timestamp())
      ON CONFLICT (queue, store) DO UPDATE SET passed_at = excluded.passed_at`.execute(this.db);
  }

  /** The last passing through each queue, of the stores that were ever used. */
  async passings(): Promise<Passing[]> {
    const { rows } = await sql<Passing>`
      SELECT queue, store, greatest(0, extract(epoch FROM clock_timestamp() - passed_at))::float8 AS "secondsAgo"
      FROM operations.canary ORDER BY queue, store`.execute(this.db);
    return rows;
  }
}
