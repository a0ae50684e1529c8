import { type Kysely, sql } from 'kysely';
import type { ViewsSchema } from '../database/tables.ts';
import { type Head, readHead } from '../index/indexer.ts';
import { type AsOf, NotThereYet } from './as-of.ts';
import { BadPosition, decodePosition } from './position-token.ts';

/** Where a question is answered: the ordinal, and the log's head as it was then. */
export interface Resolved {
  readonly ordinal: number;
  readonly knownAt: string;
  readonly head: Head;
}

/**
 * The ordinal at which a question is answered, in this snapshot. A shard has passed an ordinal when it has no entry up
 * to it that is not folded.
 *
 * @throws NotThereYet when the index or one of the shards has not come that far; BadPosition for a token of another log.
 */
export async function resolveOrdinal(
  tx: Kysely<ViewsSchema>,
  asOf: AsOf,
  shardsNeeded: () => Promise<readonly number[]>,
): Promise<Resolved> {
  const head = await readHead(tx);
  if (!head) throw new NotThereYet('the first event', 0);
  const least = asOf.minPosition === undefined ? 0 : await ordinalOfToken(tx, asOf.minPosition, head);
  const passed = await passedBy(tx, await shardsNeeded(), head);
  const ordinal = await askedOrdinal(tx, asOf, passed, head);
  const needed = Math.max(ordinal, least);
  if (needed > passed) throw new NotThereYet(`ordinal ${needed}`, passed);
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

/** The last ordinal that all of these shards have passed. */
async function passedBy(tx: Kysely<ViewsSchema>, shards: readonly number[], head: Head): Promise<number> {
  const { rows } = await sql<{ next: number | null }>`
    SELECT min(e.ordinal) AS next
    FROM views.shard s
    CROSS JOIN LATERAL (
      SELECT ordinal FROM views.entry e
      WHERE e.shard = s.shard AND e.ordinal > s.ordinal ORDER BY e.ordinal LIMIT 1) e
    WHERE s.shard = ANY(${[...shards]}::smallint[])`.execute(tx);
  const next = rows[0]?.next ?? null;
  return next === null ? head.ordinal : next - 1;
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
