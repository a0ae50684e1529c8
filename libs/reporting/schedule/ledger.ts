import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';

/** One report that was made for a schedule. */
export interface ReportRun {
  readonly schedule: string;
  readonly programme: string;
  /** The moment (UTC) for which it was made; made later after downtime, it says what was known then. */
  readonly due: string;
  readonly ordinal: number;
  /** Of the bytes of the JSON, in hexadecimal. */
  readonly sha256: string;
  readonly size: number;
}

/** Which run: a schedule is one of its programme. */
export type RunKey = Pick<ReportRun, 'programme' | 'schedule' | 'due'>;

/** The tables of the schema `reporting`: what was sent out, kept as it was. It cannot be made again from the log. */
export interface ReportingSchema {
  'reporting.run': {
    schedule: string;
    due: string;
    programme: string;
    ordinal: number;
    sha256: string;
    bytes: Buffer;
  };
}

/** The reports that were made, each once for its programme, schedule and moment. */
export class Ledger {
  constructor(private readonly db: Kysely<ReportingSchema>) {}

  /** Makes the table when it is not there; several processes may do so at once. */
  async prepare(): Promise<void> {
    await this.db.transaction().execute(async (tx) => {
      await sql`SELECT pg_advisory_xact_lock(hashtext('samenspel.reporting'))`.execute(tx);
      await sql`CREATE SCHEMA IF NOT EXISTS reporting`.execute(tx);
      await sql`CREATE TABLE IF NOT EXISTS reporting.run (
        schedule uuid NOT NULL, due text COLLATE "C" NOT NULL, programme uuid NOT NULL, ordinal integer NOT NULL,
        sha256 text NOT NULL, bytes bytea NOT NULL, PRIMARY KEY (programme, schedule, due))`.execute(tx);
      // Two programmes of an earlier release may have a schedule of one id: of the second no report could be kept.
      await sql`DO $$ BEGIN
        IF (SELECT cardinality(conkey) FROM pg_constraint WHERE conrelid = 'reporting.run'::regclass AND contype = 'p') = 2
        THEN ALTER TABLE reporting.run DROP CONSTRAINT run_pkey, ADD PRIMARY KEY (programme, schedule, due);
        END IF; END $$`.execute(tx);
      await sql`CREATE INDEX IF NOT EXISTS run_programme ON reporting.run (programme, due)`.execute(tx);
    });
  }

  /** The last moment for which a report was made; undefined before the first. */
  async lastDue(programme: string, schedule: string): Promise<string | undefined> {
    const row = await this.db
      .selectFrom('reporting.run')
      .select('due')
      .where('programme', '=', programme)
      .where('schedule', '=', schedule)
      .orderBy('due', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.due;
  }

  /** Keeps a report; of two that are made at once for one moment the first stays. Tells whether it was this one. */
  async keep(run: Pick<ReportRun, 'schedule' | 'programme' | 'due' | 'ordinal'>, report: string): Promise<boolean> {
    const bytes = Buffer.from(report, 'utf8');
    const { schedule, programme, due, ordinal } = run;
    const kept = await this.db
      .insertInto('reporting.run')
      .values({ schedule, programme, due, ordinal, sha256: createHash('sha256').update(bytes).digest('hex'), bytes })
      .onConflict((conflict) => conflict.columns(['programme', 'schedule', 'due']).doNothing())
      .executeTakeFirst();
    return kept.numInsertedOrUpdatedRows === 1n;
  }

  /** The runs of a programme, oldest first. */
  runs(programme: string): Promise<ReportRun[]> {
    return this.db
      .selectFrom('reporting.run')
      .select(['schedule', 'programme', 'due', 'ordinal', 'sha256', sql<number>`octet_length(bytes)`.as('size')])
      .where('programme', '=', programme)
      .orderBy('due')
      .orderBy('schedule')
      .execute();
  }

  /** The bytes of the JSON as they were made; undefined when there was no such run. */
  async bytes({ programme, schedule, due }: RunKey): Promise<Buffer | undefined> {
    const row = await this.db
      .selectFrom('reporting.run')
      .select('bytes')
      .where('programme', '=', programme)
      .where('schedule', '=', schedule)
      .where('due', '=', due)
      .executeTakeFirst();
    return row?.bytes;
  }
}
