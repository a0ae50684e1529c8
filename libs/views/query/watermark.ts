import type { Kysely } from 'kysely';
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
  const entry = await tx
    .selectFrom('views.entry')
    .select('ordinal')
    .where('effective_at', '<=', moment)
    .orderBy('effective_at', 'desc')
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
  return entry?.ordinal ?? 0;
}

async function ordinalOfToken(tx: Kysely<ViewsSchema>, token: string, head: Head): Promise<number> {
  const { log, position } = decodePosition(token);
  if (log !== head.log) throw new BadPosition('This position is of another log');
  if (position > head.position) throw new NotThereYet('the position that was given', head.ordinal);
  const entry = await tx
    .selectFrom('views.entry')
    .select('ordinal')
    .where('position', '<=', `${position}`)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return entry?.ordinal ?? 0;
}

async function momentOf(tx: Kysely<ViewsSchema>, ordinal: number, head: Head): Promise<string> {
  if (ordinal === head.ordinal) return head.effectiveAt;
  const entry = await tx
    .selectFrom('views.entry')
    .select('effective_at')
    .where('ordinal', '=', ordinal)
    .executeTakeFirst();
  return entry?.effective_at ?? '1970-01-01T00:00:00.000Z';
}
