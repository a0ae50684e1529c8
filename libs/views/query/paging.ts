import { z } from 'zod';
import type { AsOf, Basis } from './as-of.ts';

export interface Page<T> {
  readonly items: readonly T[];
  /** How many there are in all, on all pages. */
  readonly total: number;
  /** Give it as `cursor` for the next page; absent on the last one. */
  readonly next?: string;
}

export interface PageRequest {
  /** At most this many items; 50 when left out. */
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** The most that one page holds, and what it holds when nothing is said. */
export const largestPage = 500;
const usualPage = 50;

const content = z.strictObject({
  ordinal: z.int().nonnegative(),
  validOn: z.iso.date(),
  folds: z.string().max(64),
  skip: z.int().nonnegative(),
});

/** A cursor that is none of ours, or that was given by another release of the views. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
  readonly code = 'bad-cursor';
}

/**
 * A page goes on where the last one ended, at the same ordinal and day: rows that change meanwhile are neither skipped
 * nor repeated.
 *
 * @throws BadCursor when the cursor cannot be read.
 */
export function asOfPage(asOf: AsOf, { cursor }: PageRequest): AsOf {
  if (cursor === undefined) return asOf;
  const { ordinal, validOn } = decode(cursor);
  return { ...asOf, knownAt: { ordinal }, validOn };
}

/** Cuts the asked page out of a whole list, which is the same for every page of it. */
export function pageOf<T>(all: readonly T[], { limit = usualPage, cursor }: PageRequest, basis: Basis): Page<T> {
  const skip = cursor === undefined ? 0 : skipOf(cursor, basis);
  const size = Math.min(Math.max(limit, 1), largestPage);
  const items = all.slice(skip, skip + size);
  const page = { items, total: all.length };
  return skip + size < all.length ? { ...page, next: cursorAt(basis, skip + size) } : page;
}

/** The cursor of the page that begins after so many items. */
export function cursorAt({ ordinal, validOn, folds }: Basis, skip: number): string {
  return Buffer.from(JSON.stringify({ ordinal, validOn, folds, skip }), 'utf8').toString('base64url');
}

/** How many items the pages before held. */
export function skipOf(cursor: string, basis: Basis): number {
  const { folds, skip } = decode(cursor);
  if (folds !== basis.folds) throw new BadCursor('This cursor was given by another release; begin at the first page');
  return skip;
}

function decode(cursor: string): z.infer<typeof content> {
  try {
    return content.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (error) {
    throw new BadCursor('This is no cursor that a page gave', { cause: error });
  }
}
