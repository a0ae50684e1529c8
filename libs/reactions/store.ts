import { type Kysely, sql } from 'kysely';
import { storedTypes } from '#log/contract/upcast';
import type { ViewsSchema } from '#views/database/tables';

interface CheckpointTable {
  reaction: string;
  /** Everything up to and including this ordinal was reacted to. */
  ordinal: number;
  /** The event that stood there; null when only a release without this column wrote the row. */
  event: string | null;
  /** Where `event` stood: it is of no use once a release without this column has moved `ordinal` on. */
  event_ordinal: number | null;
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

/** An event of the index, by which a checkpoint can stand. */
export interface Mark {
  readonly ordinal: number;
  readonly event: string;
}

/** Where an event stands, for loading it. */
export interface Standing extends Mark {
  readonly stream: string;
  readonly revision: number;
}

/**
 * Whether the index holds the event that a checkpoint stands at, where it stood. When it does not, the log was put back
 * to an earlier point, or the index is being made again.
 */
const holds = sql<boolean>`(
  checkpoint.event is null or checkpoint.event_ordinal <> checkpoint.ordinal or exists (
    select from views.entry where entry.ordinal = checkpoint.ordinal and entry.event = checkpoint.event))`;

/**
 * How far each reaction is, and what was refused to it. Losing this schema costs time, not truth: reactions begin again,
 * and a reaction that meets its event again looks at what stood in the log before it, and at what came of it.
 */
export class ReactionStore {
  constructor(private readonly db: Kysely<ReactionsSchema>) {}

  /** Makes what is not there. A release that does not know the later columns can run beside this one. */
  async prepare(): Promise<void> {
    await this.db.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(hashtext('samenspel.reactions'))`.execute(transaction);
      await sql`create schema if not exists reactions`.execute(transaction);
      await sql`create table if not exists reactions.checkpoint (
        reaction text primary key, ordinal bigint not null)`.execute(transaction);
      await sql`alter table reactions.checkpoint
        add column if not exists event uuid, add column if not exists event_ordinal bigint`.execute(transaction);
      await sql`create table if not exists reactions.refusal (
        reaction text not null, ordinal bigint not null, event uuid not null, code text not null, detail text not null,
        primary key (reaction, ordinal, code, detail))`.execute(transaction);
    });
  }

  /**
   * The next entries of these types that were not reacted to, in log order, and the end of the index as it was then;
   * from the beginning when the checkpoint stands at an event that the index does not hold.
   *
   * It is one statement, which sees one state of the index. Between two of them the index can be emptied, and then
   * nothing would be due up to an end that was read before.
   */
  async next(
    reaction: string,
    types: readonly string[],
    limit: number,
  ): Promise<{ head: Mark | undefined; due: Standing[] }> {
    const standing = ['ordinal', 'event', 'stream', 'revision'] as const;
    const rows = await this.db
      .with('due', (db) =>
        db
          .selectFrom('views.entry')
          .select(standing)
          .where('ordinal', '>', ({ fn, selectFrom }) =>
            fn.coalesce(
              selectFrom('reactions.checkpoint').select('ordinal').where('reaction', '=', reaction).where(holds),
              sql<number>`0`,
            ),
          )
          .where('type', 'in', storedTypes(types))
          .orderBy('ordinal')
          .limit(limit),
      )
      .with('head', (db) => db.selectFrom('views.entry').select(standing).orderBy('ordinal', 'desc').limit(1))
      .selectFrom('due')
      .select(standing)
      .unionAll((db) => db.selectFrom('head').select(standing))
      .orderBy('ordinal')
      .execute();
    return { head: rows.at(-1), due: rows.slice(0, -1) };
  }

  /** The entries of these types in a programme before this ordinal, in log order. */
  async earlier(programme: string, types: readonly string[], before: number): Promise<Standing[]> {
    return this.db
      .selectFrom('views.entry')
      .select(['ordinal', 'event', 'stream', 'revision'])
      .where('programme', '=', programme)
      .where('ordinal', '<', before)
      .where('type', 'in', storedTypes(types))
      .orderBy('ordinal')
      .execute();
  }

  /** Moves the checkpoint on. It goes back only where the index does not hold what it stood at. */
  async done(reaction: string, { ordinal, event }: Mark): Promise<void> {
    const mark = { ordinal, event, event_ordinal: ordinal };
    await this.db
      .insertInto('reactions.checkpoint')
      .values({ reaction, ...mark })
      .onConflict((conflict) =>
        conflict
          .column('reaction')
          .doUpdateSet(mark)
          .where((is) => is.or([is(sql<number>`checkpoint.ordinal`, '<=', ordinal), is.not(holds)])),
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
