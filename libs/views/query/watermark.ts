import { type Kysely, sql } from 'kysely';
import { prepared } from '../database/prepared.ts';
import type { ViewsSchema } from '../database/tables.ts';
import type { Head } from '../index/indexer.ts';
import { type AsOf, NotThereYet } from './as-of.ts';
import { BadPosition, decodePosition } from './position-token.ts';
import type { Standing } from './standing.ts';

/** Where a question is answered: the ordinal, and the log's head as it was then. */
export interface Resolved {
  readonly ordinal: number;
  readonly knownAt: string;
  readonly head: Head;
}

/**
 * The ordinal at which a question is answered, in this snapshot.
 *
 * @throws NotThereYet when the index or one of the shards has not come that far; BadPosition for a token of another log.
 */
export async function resolveOrdinal(tx: Kysely<ViewsSchema>, asOf: AsOf, standing: Standing): Promise<Resolved> {
  const { head, passed } = standing;
  const least = asOf.minPosition === undefined ? 0 : await ordinalOfToken(tx, asOf.minPosition, head);
  const ordinal = await askedOrdinal(tx, asOf, passed, head);
  const furthest = Math.max(ordinal, least);
  if (furthest > passed) throw new NotThereYet(`ordinal ${furthest}`, passed);
  return { ordinal, knownAt: await momentOf(tx, ordinal, head), head };
}

async function askedOrdinal(tx: Kysely<ViewsSchema>, { knownAt }: AsOf, passed: number, head: Head): Promise<number> {
  if (knownAt === undefined) return passed;
  if ('moment' in knownAt) return ordinalAt(tx, knownAt.moment);
  if (knownAt.ordinal > head.ordinal) throw new NotThereYet(`ordinal ${knownAt.ordinal}`, head.ordinal);
  return knownAt.ordinal;
}

/** The last ordinal whose effective time is not later than that moment; 0 before the first event. */
export async function ordinalAt(tx: Kysely<ViewsSchema>, moment: string): Promise<number> {
  const { rows } = await sql<{ ordinal: number }>`${prepared}
    SELECT ordinal FROM views.entry WHERE effective_at <= ${moment}::timestamptz
    ORDER BY effective_at DESC, ordinal DESC LIMIT 1`.execute(tx);
  return rows[0]?.ordinal ?? 0;
}

async function ordinalOfToken(tx: Kysely<ViewsSchema>, token: string, head: Head): Promise<number> {
  const { log, position } = decodePosition(token);
  if (log !== head.log) throw new BadPosition('This position is of another log');
  if (position > head.position) throw new NotThereYet('the position that was given', head.ordinal);
  const { rows } = await sql<{ ordinal: number }>`${prepared}
    SELECT ordinal FROM views.entry WHERE position <= ${`${position}`}::numeric
    ORDER BY position DESC LIMIT 1`.execute(tx);
  return rows[0]?.ordinal ?? 0;
}

async function momentOf(tx: Kysely<ViewsSchema>, ordinal: number, head: Head): Promise<string> {
  if (ordinal === head.ordinal) return head.effectiveAt;
  const { rows } = await sql<{ effective_at: string }>`${prepared}
    SELECT effective_at FROM views.entry WHERE ordinal = ${ordinal}`.execute(tx);
  return rows[0]?.effective_at ?? '1970-01-01T00:00:00.000Z';
}
