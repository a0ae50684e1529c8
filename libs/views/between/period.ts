import { type KnownAt, NotThereYet } from '../query/as-of.ts';
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

  /** Ordinals, or moments between which nothing was recorded. */
  constructor(
    readonly from: number | string,
    readonly to: number | string,
  ) {
    super(`${to} comes before ${from}`);
  }
}

/** The later day of two is before the earlier one. */
export class DaysReversed extends Error {
  override readonly name = 'DaysReversed';
  readonly code = 'days-reversed';

  constructor(
    readonly from: string,
    readonly to: string,
  ) {
    super(`${to} comes before ${from}`);
  }
}

/**
 * Two moments the wrong way round are no period, also when nothing was recorded between them and both are at one ordinal:
 * "nothing changed" would be an answer to another question.
 *
 * @throws MomentsReversed
 */
export function mustFollow(from: KnownAt, until: KnownAt | undefined): void {
  if (!until || !('moment' in from) || !('moment' in until)) return;
  if (Date.parse(until.moment) < Date.parse(from.moment)) throw new MomentsReversed(from.moment, until.moment);
}

/**
 * The period that ends where the snapshot is read. A moment stays that moment, also when the last event before it came
 * hours earlier: what happened in between, happened before it.
 *
 * @throws MomentsReversed when it begins after its end; NotThereYet when no end was asked for, and the views have not come
 * to its beginning.
 */
export async function periodOf(
  snapshot: Snapshot,
  { from, until: asked }: { readonly from: KnownAt; readonly until?: KnownAt | undefined },
): Promise<Period> {
  const until: Point = { ordinal: snapshot.ordinal, moment: snapshot.basis.knownAt };
  const { ordinal, moment = beginningOfTime } = await pointOf(snapshot.tx, from);
  const begin: Point = { ordinal, moment: 'moment' in from ? from.moment : moment };
  if (begin.ordinal > until.ordinal) {
    if (asked === undefined) throw new NotThereYet(`ordinal ${begin.ordinal}`, until.ordinal);
    throw new MomentsReversed(begin.ordinal, until.ordinal);
  }
  return { from: begin, until };
}
