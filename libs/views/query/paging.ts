import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isDay } from '#domain/kernel/days';
import { canonical } from '#log/contract/canonical';
import type { AsOf, Basis } from './as-of.ts';
import { BadCursor } from './bad-cursor.ts';

export { BadCursor } from './bad-cursor.ts';

export interface Page<T> {
  readonly items: readonly T[];
  /** How many there are in all, on all pages. */
  readonly total: number;
  /** Give it as `cursor` for the next page; absent on the last one. */
  readonly next?: string;
}

/** Which page is asked. */
export interface PageRequest {
  /** At most this many items; 50 when left out. */
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/**
 * A page of a list. What else it holds makes it another list: filter, order, and the programme where it is of one. Which
 * list it is must be said: else the cursor of one list would be good for another, and skip what is not on it.
 */
export interface ListRequest extends PageRequest {
  /** What the list is called. */
  readonly list: string;
}

/** What a list was read from: a snapshot is one. */
export interface ReadFrom {
  readonly basis: Basis;
  /** The generations whose rows were read. */
  readonly reading: readonly number[];
}

/** By what an item sorts. A moment is written as `2025-10-03 09:30:00.000000+00`. */
export type SortKey = string | number;
export type SortType = 'bigint' | 'text' | 'timestamptz';

/** Where a page ended: after so many items, or after the item that sorts so. */
export type Place = { readonly skip: number } | { readonly after: readonly SortKey[] };

/** The most that one page holds, and what it holds when nothing is said. */
export const largestPage = 500;
export const usualPage = 50;

const content = z.strictObject({
  ordinal: z.int().nonnegative(),
  validOn: z.iso.date(),
  reading: z.array(z.int32().positive()).max(100),
  list: z.string().max(16),
  provisional: z.literal(true).optional(),
  place: z.union([
    z.strictObject({ skip: z.int().nonnegative() }),
    z.strictObject({ after: z.array(z.union([z.string(), z.int()])).max(10) }),
  ]),
});

/**
 * A page goes on where the last one ended, at the same ordinal and day and from the same generations: rows that change
 * meanwhile, or are made again by a rebuild, are neither skipped nor repeated.
 *
 * @throws BadCursor when the cursor cannot be read, or was given for another list, filter or order.
 */
export function asOfPage(asOf: AsOf, request: ListRequest): AsOf {
  if (request.cursor === undefined) return asOf;
  const { ordinal, validOn, reading, provisional } = decode(request.cursor, request);
  return { ...asOf, knownAt: { ordinal }, validOn, reading, provisional };
}

/** Cuts the asked page out of a whole list, which is the same for every page of it. */
export function pageOf<T>(all: readonly T[], request: ListRequest, from: ReadFrom): Page<T> {
  const skip = skipOf(request);
  const size = sizeOf(request);
  const items = all.slice(skip, skip + size);
  const page = { items, total: all.length };
  return skip + size < all.length ? { ...page, next: cursorAt({ skip: skip + size }, request, from) } : page;
}

/** How many items the asked page may hold. */
export function sizeOf({ limit = usualPage }: PageRequest): number {
  return Math.min(Math.max(limit, 1), largestPage);
}

/** The cursor of the page that begins there. To be asked for when everything was read. */
export function cursorAt(place: Place, request: ListRequest, { basis, reading }: ReadFrom): string {
  const { ordinal, validOn, provisional } = basis;
  const cursor = { ordinal, validOn, reading, list: listOf(request), place, provisional };
  return Buffer.from(JSON.stringify(cursor), 'utf8').toString('base64url');
}

/** How many items the pages before held; 0 on the first. */
export function skipOf(request: ListRequest): number {
  const place = placeOf(request);
  if (place === undefined) return 0;
  if ('skip' in place) return place.skip;
  throw new BadCursor('not-a-cursor');
}

/**
 * By what the last item of the page before sorts; undefined on the first page.
 *
 * @param types what each of the keys must be, because they go to PostgreSQL as such.
 * @throws BadCursor when they are something else: a cursor that somebody changed.
 */
export function afterOf(request: ListRequest, types: readonly SortType[]): readonly SortKey[] | undefined {
  const place = placeOf(request);
  if (place === undefined) return undefined;
  if ('after' in place && place.after.length === types.length && place.after.every((key, i) => isOf(types[i], key)))
    return place.after;
  throw new BadCursor('not-a-cursor');
}

function isOf(type: SortType | undefined, key: SortKey): boolean {
  if (type === 'bigint') return typeof key === 'number';
  if (typeof key !== 'string') return false;
  // PostgreSQL holds no text with a zero byte in it.
  if (type === 'text') return !key.includes('\0');
  const day = /^([-\d]{10}) (?:[01]\d|2[0-3])(?::[0-5]\d){2}\.\d{6}\+00$/.exec(key)?.[1];
  return day !== undefined && isDay(day);
}

function placeOf(request: ListRequest): Place | undefined {
  return request.cursor === undefined ? undefined : decode(request.cursor, request).place;
}

function decode(cursor: string, request: ListRequest): z.infer<typeof content> {
  const found = parse(cursor);
  if (found.list !== listOf(request)) throw new BadCursor('cursor-of-another-list');
  return found;
}

function parse(cursor: string): z.infer<typeof content> {
  try {
    return content.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (error) {
    throw new BadCursor('not-a-cursor', { cause: error });
  }
}

/** What makes it another list: everything that is asked but the page. */
function listOf({ limit: _limit, cursor: _cursor, ...asked }: ListRequest): string {
  return createHash('sha256')
    .update(canonical(withoutGaps(asked)))
    .digest('base64url')
    .slice(0, 10);
}

/** What is left out and what is undefined are the same. */
function withoutGaps(asked: object): unknown {
  return JSON.parse(JSON.stringify(asked));
}
