import { type Kysely, sql } from 'kysely';
import { prepared } from '../database/prepared.ts';
import type { ViewsSchema } from '../database/tables.ts';
import { type AsOf, type KnownAt, NotThereYet } from './as-of.ts';
import { BadPosition, decodePosition } from './position-token.ts';
import type { Standing } from './standing.ts';

/** Where a question is answered: the ordinal, and the moment up to which the log was known there. */
export interface Resolved {
  readonly ordinal: number;
  readonly knownAt: string;
}

/** Before the first event. */
export const beginningOfTime = '1970-01-01T00:00:00.000Z';

/**
 * The ordinal at which a question is answered. What is asked of the index for that goes along with `standing`.
 *
 * @throws NotThereYet when the index or one of the shards has not come that far; BadPosition for a token of another log.
 */
export async function resolveOrdinal(
  tx: Kysely<ViewsSchema>,
  { knownAt, minPosition }: AsOf,
  reading: Promise<Standing>,
): Promise<Resolved> {
  const [standing, asked, least] = await Promise.all([
    reading,
    knownAt && pointOf(tx, knownAt),
    minPosition === undefined ? undefined : placeOfToken(tx, minPosition),
  ]);
  const { head, passed, passedAt } = standing;
  if (least && least.log !== head.log) throw new BadPosition('This position is of another log');
  if (least && least.position > head.position) throw new NotThereYet('the position that was given', head.ordinal);
  const { ordinal, moment } = asked ?? { ordinal: passed, moment: passedAt };
  if (ordinal > head.ordinal) throw new NotThereYet(`ordinal ${ordinal}`, head.ordinal);
  const furthest = Math.max(ordinal, least?.ordinal ?? 0);
  if (furthest > passed) throw new NotThereYet(`ordinal ${furthest}`, passed);
  return { ordinal, knownAt: ordinal === head.ordinal ? head.effectiveAt : (moment ?? beginningOfTime) };
}

/** An ordinal and its effective time; none before the first event. */
interface PointInLog {
  readonly ordinal: number;
  readonly moment: string | undefined;
}

/** What was known at a moment, is what the last event has whose effective time is not later. */
export async function pointOf(tx: Kysely<ViewsSchema>, at: KnownAt): Promise<PointInLog> {
  const { rows } =
    'moment' in at
      ? await sql<Entered>`${prepared}
          SELECT ordinal, effective_at FROM views.entry WHERE effective_at <= ${at.moment}::timestamptz
          ORDER BY effective_at DESC, ordinal DESC LIMIT 1`.execute(tx)
      : await sql<Entered>`${prepared}
          SELECT ordinal, effective_at FROM views.entry WHERE ordinal = ${at.ordinal}`.execute(tx);
  const [entry] = rows;
  return { ordinal: 'ordinal' in at ? at.ordinal : (entry?.ordinal ?? 0), moment: entry?.effective_at };
}

interface Entered {
  readonly ordinal: number;
  readonly effective_at: string;
}

/** The log that a token is of, and how far it goes there. */
async function placeOfToken(tx: Kysely<ViewsSchema>, token: string) {
  const { log, position } = decodePosition(token);
  const { rows } = await sql<{ ordinal: number }>`${prepared}
    SELECT ordinal FROM views.entry WHERE position <= ${`${position}`}::numeric
    ORDER BY position DESC LIMIT 1`.execute(tx);
  return { log, position, ordinal: rows[0]?.ordinal ?? 0 };
}
