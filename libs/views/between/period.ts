import { type Kysely, sql } from 'kysely';
import type { ViewsSchema } from '../database/tables.ts';
import type { KnownAt } from '../query/as-of.ts';
import type { Snapshot } from '../query/snapshot.ts';
import { ordinalAt } from '../query/watermark.ts';

/** A point in history: how many events were known then, and the moment (UTC). */
export interface Point {
  readonly ordinal: number;
  readonly moment: string;
}

/** What lies after the first point, up to and including the second. */
export interface Period {
  readonly from: Point;
  readonly until: Point;
}

/** The later moment is before the earlier one. */
export class MomentsReversed extends Error {
  override readonly name = 'MomentsReversed';
  readonly code = 'moments-reversed';

  constructor(
    readonly from: number,
    readonly to: number,
  ) {
    super(`Ordinal ${to} comes before ordinal ${from}`);
  }
}

const beginningOfTime = '1970-01-01T00:00:00.000Z';

/**
 * The period that ends where the snapshot is read. A moment stays that moment, also when the last event before it came
 * hours earlier: what happened in between, happened before it.
 *
 * @throws MomentsReversed when it begins after its end.
 */
export async function periodOf(snapshot: Snapshot, from: KnownAt): Promise<Period> {
  const until: Point = { ordinal: snapshot.ordinal, moment: snapshot.basis.knownAt };
  const begin = await pointOf(snapshot.tx, from);
  if (begin.ordinal > until.ordinal) throw new MomentsReversed(begin.ordinal, until.ordinal);
  return { from: begin, until };
}

async function pointOf(tx: Kysely<ViewsSchema>, at: KnownAt): Promise<Point> {
  if ('moment' in at) return { ordinal: await ordinalAt(tx, at.moment), moment: at.moment };
  const { rows } = await sql<{ effective_at: string }>`
    SELECT effective_at FROM views.entry WHERE ordinal = ${at.ordinal}`.execute(tx);
  return { ordinal: at.ordinal, moment: rows[0]?.effective_at ?? beginningOfTime };
}
