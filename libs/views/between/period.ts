import type { KnownAt } from '../query/as-of.ts';
import type { Snapshot } from '../query/snapshot.ts';
import { beginningOfTime, pointOf } from '../query/watermark.ts';

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

/**
 * The period that ends where the snapshot is read. A moment stays that moment, also when the last event before it came
 * hours earlier: what happened in between, happened before it.
 *
 * @throws MomentsReversed when it begins after its end.
 */
export async function periodOf(snapshot: Snapshot, from: KnownAt): Promise<Period> {
  const until: Point = { ordinal: snapshot.ordinal, moment: snapshot.basis.knownAt };
  const { ordinal, moment = beginningOfTime } = await pointOf(snapshot.tx, from);
  const begin: Point = { ordinal, moment: 'moment' in from ? from.moment : moment };
  if (begin.ordinal > until.ordinal) throw new MomentsReversed(begin.ordinal, until.ordinal);
  return { from: begin, until };
}
