import { createHash, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { openDatabase } from '#log/database';
import { Deadline } from '#log/patience';

/** The turn of a command to send its mail. */
export interface Turn {
  /**
   * Lets the next one have its turn. `nothing`: it is known that nobody got the mail, so that its id may stand for another
   * one, unless something may have gone under it before. Never throws: what was done stands.
   */
  leave(went: 'nothing' | 'perhaps'): Promise<void>;
}

export interface TurnsOptions {
  readonly databaseUrl: string;
  /** Told of what went wrong in passing. */
  readonly onTrouble: (error: Error) => void;
  /** In milliseconds, how long one waits for what comes of the turn of another. */
  readonly patience?: number;
  /** In milliseconds, how long a server that ended holds on to its turns; one that lives renews them. */
  readonly lease?: number;
}

const lookAgain = 100;
const anHour = 60 * 60 * 1_000;

/**
 * Sees to it that of the requests under one command id, in whatever server they come in, one at a time sends a mail, and
 * that the id stands for that mail: from before it goes, so that a server that ends in the middle leaves no doubt to whom
 * it may have gone. Of a mail it keeps a hash, with the id in it, until a day has passed.
 */
export class MailTurns {
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly patience: number;
  private readonly lease: number;

  private constructor(
    private readonly db: Kysely<unknown>,
    private readonly options: TurnsOptions,
  ) {
    // Longer than a lease: who waits for a server that ended, learns that nobody can tell.
    this.patience = options.patience ?? 12_000;
    this.lease = options.lease ?? 10_000;
  }

  /** Connects, and makes the table when it is not there; several processes may do so at once. */
  static async open(options: TurnsOptions): Promise<MailTurns> {
    const db = openDatabase<unknown>(options.databaseUrl, options.onTrouble, 2);
    const turns = new MailTurns(db, options);
    try {
      await db.transaction().execute(async (tx) => {
        await sql`SELECT pg_advisory_xact_lock(hashtext('samenspel.reporting'))`.execute(tx);
        await sql`CREATE SCHEMA IF NOT EXISTS reporting`.execute(tx);
        // No holder: it is nobody's turn. Repeated: something may have gone under this id before this turn.
        await sql`CREATE TABLE IF NOT EXISTS reporting.mail_turn (
          command uuid PRIMARY KEY, digest text NOT NULL, holder uuid, until timestamptz NOT NULL,
          repeated boolean NOT NULL DEFAULT false)`.execute(tx);
      });
      await turns.forget();
    } catch (error) {
      await db.destroy();
      throw error;
    }
    turns.every(anHour, () => turns.forget());
    return turns;
  }

  /**
   * Takes the turn of a command to send this, to be followed by `leave`. `another`: its id stands for a mail with another
   * content. `taken`: the same mail is under way.
   */
  async enter(command: string, content: Readonly<Record<string, unknown>>): Promise<Turn | 'another' | 'taken'> {
    const digest = digestOf(command, content);
    const holder = randomUUID();
    const { rows } = await sql`
      INSERT INTO reporting.mail_turn AS turn (command, digest, holder, until)
      VALUES (${command}, ${digest}, ${holder}, ${this.leaseEnd()})
      ON CONFLICT (command) DO UPDATE SET holder = excluded.holder, until = excluded.until, repeated = true
      WHERE turn.digest = excluded.digest AND (turn.holder IS NULL OR turn.until < clock_timestamp())
      RETURNING command`.execute(this.db);
    if (rows.length > 0) return this.turnOf(command, holder);
    const bound = await this.look(command);
    return bound && bound.digest !== digest ? 'another' : 'taken';
  }

  /**
   * Waits for the end of a turn that was taken by another. Returns whether its mail may have gone; false also when it is
   * still under way after a while.
   */
  async mayHaveGone(command: string): Promise<boolean> {
    const deadline = new Deadline(this.patience);
    let turn = await this.look(command);
    while (turn?.isHeld && !deadline.isPast) {
      await setTimeout(lookAgain);
      turn = await this.look(command);
    }
    return turn?.isHeld === false;
  }

  close(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    return this.db.destroy();
  }

  private turnOf(command: string, holder: string): Turn {
    const mine = sql`command = ${command} AND holder = ${holder}`;
    const stop = this.every(this.lease / 3, () =>
      sql`UPDATE reporting.mail_turn SET until = ${this.leaseEnd()} WHERE ${mine}`.execute(this.db),
    );
    const unbind = () => sql`DELETE FROM reporting.mail_turn WHERE ${mine} AND NOT repeated`.execute(this.db);
    const end = () => sql`UPDATE reporting.mail_turn SET holder = NULL WHERE ${mine}`.execute(this.db);
    return {
      leave: async (went) => {
        stop();
        try {
          if (went === 'nothing') await unbind();
          await end();
        } catch (error) {
          this.trouble(error);
        }
      },
    };
  }

  private async look(command: string): Promise<{ digest: string; isHeld: boolean } | undefined> {
    const { rows } = await sql<{ digest: string; isHeld: boolean }>`
      SELECT digest, holder IS NOT NULL AND until > clock_timestamp() AS "isHeld"
      FROM reporting.mail_turn WHERE command = ${command}`.execute(this.db);
    return rows[0];
  }

  private leaseEnd() {
    return sql`clock_timestamp() + ${this.lease} * interval '1 millisecond'`;
  }

  private async forget(): Promise<void> {
    await sql`DELETE FROM reporting.mail_turn WHERE until < clock_timestamp() - interval '1 day'`.execute(this.db);
  }

  /** Returns what ends it. */
  private every(milliseconds: number, work: () => Promise<unknown>): () => void {
    const timer = setInterval(() => void work().catch((error) => this.trouble(error)), milliseconds).unref();
    this.timers.add(timer);
    return () => {
      clearInterval(timer);
      this.timers.delete(timer);
    };
  }

  private trouble(error: unknown): void {
    this.options.onTrouble(error instanceof Error ? error : new Error(String(error)));
  }
}

/** The same for the same content, in whatever order it was given; another for the same mail under another id. */
function digestOf(command: string, content: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([command, fields]))
    .digest('hex');
}
