import { type Kysely, sql } from 'kysely';
import { storedTypes } from '#log/contract/upcast';
import type { ViewsSchema } from '#views/database/tables';

interface CheckpointTable {
  reaction: string;
  /** Everything up to and including this ordinal was reacted to. */
  ordinal: number;
}

/** A command of a reaction that was refused, with the ordinal of the event that it reacted to. */
export interface KeptRefusal {
  reaction: string;
  ordinal: number;
  event: string;
  code: string;
  detail: string;
}

export interface ReactionsSchema extends ViewsSchema {
  'reactions.checkpoint': CheckpointTable;
  'reactions.refusal': KeptRefusal;
}

/** Where an event stands, for loading it. */
export interface Standing {
  readonly ordinal: number;
  readonly stream: string;
  readonly revision: number;
}

/**
 * How far each reaction is, and what was refused to it. Losing this schema costs time, not truth: reactions begin again,
 * and every command of theirs is answered as the first time.
 */
export class ReactionStore {
  constructor(private readonly db: Kysely<ReactionsSchema>) {}

  /** Makes the schema when it is not there. */
  async prepare(): Promise<void> {
    await this.db.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(hashtext('samenspel.reactions'))`.execute(transaction);
      await sql`create schema if not exists reactions`.execute(transaction);
      await sql`create table if not exists reactions.checkpoint (
        reaction text primary key, ordinal bigint not null)`.execute(transaction);
      await sql`create table if not exists reactions.refusal (
        reaction text not null, ordinal bigint not null, event uuid not null, code text not null, detail text not null,
        primary key (reaction, ordinal, code, detail))`.execute(transaction);
    });
  }

  /** The next entries of these types that were not reacted to, in log order, and the end of the index as it was then. */
  async next(reaction: string, types: readonly string[], limit: number): Promise<{ head: number; due: Standing[] }> {
    const { ordinal: head } = (await this.db.selectFrom('views.head').select('ordinal').executeTakeFirst()) ?? {
      ordinal: 0,
    };
    const due = await this.db
      .selectFrom('views.entry')
      .select(['ordinal', 'stream', 'revision'])
      .where('ordinal', '>', (query) =>
        query.fn.coalesce(
          query.selectFrom('reactions.checkpoint').select('ordinal').where('reaction', '=', reaction),
          sql<number>`0`,
        ),
      )
      .where('ordinal', '<=', head)
      .where('type', 'in', storedTypes(types))
      .orderBy('ordinal')
      .limit(limit)
      .execute();
    return { head, due };
  }

  /** The entries of these types in a programme before this ordinal, in log order. */
  async earlier(programme: string, types: readonly string[], before: number): Promise<Standing[]> {
    return this.db
      .selectFrom('views.entry')
      .select(['ordinal', 'stream', 'revision'])
      .where('programme', '=', programme)
      .where('ordinal', '<', before)
      .where('type', 'in', storedTypes(types))
      .orderBy('ordinal')
      .execute();
  }

  /** Moves the checkpoint on, never back. */
  async done(reaction: string, ordinal: number): Promise<void> {
    await this.db
      .insertInto('reactions.checkpoint')
      .values({ reaction, ordinal })
      .onConflict((conflict) =>
        conflict.column('reaction').doUpdateSet({
          ordinal: (query) => query.fn('greatest', ['reactions.checkpoint.ordinal', 'excluded.ordinal']),
        }),
      )
      .execute();
  }

  /** Keeps a refusal once. */
  async keepRefusal(refusal: KeptRefusal): Promise<void> {
    await this.db
      .insertInto('reactions.refusal')
      .values(refusal)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
