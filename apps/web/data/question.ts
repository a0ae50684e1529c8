import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import { type Answer, listOf, readAnswer } from './answers/basis.ts';
import { answered, type Outcome } from './client.ts';
import { asOf } from './moment.ts';
import { latestPosition } from './position.ts';

/** The most rows that the API gives at once. */
export const limit = 500;
/** The rows of one page of a list that is read page by page. */
export const pageSize = 100;

/** What a question is about (programme and day of the past) and how it is asked. */
interface Question<T extends z.ZodMiniType> {
  /** Name, id, and the day of the past: what has no day is asked again when something changes. */
  readonly key: readonly unknown[];
  readonly shape: T;
  readonly ask: (signal: AbortSignal) => Promise<Outcome>;
}

/** A question to the API, with the shape of its answer. */
export function question<T extends z.ZodMiniType>({ key, shape, ask }: Question<T>) {
  return queryOptions({
    queryKey: key,
    queryFn: async ({ signal }): Promise<Answer<z.infer<T>>> => readAnswer(shape, await answered(ask(signal))),
  });
}

interface PagedQuestion<T extends z.ZodMiniType> extends Omit<Question<T>, 'ask'> {
  readonly ask: (page: { readonly limit: number; readonly cursor?: string }, signal: AbortSignal) => Promise<Outcome>;
}

/** A question whose answer is read page by page. */
export function pagedQuestion<T extends z.ZodMiniType<{ readonly next?: string | undefined }>>({
  key,
  shape,
  ask,
}: PagedQuestion<T>) {
  return infiniteQueryOptions({
    queryKey: key,
    initialPageParam: '',
    queryFn: async ({ signal, pageParam }): Promise<Answer<z.infer<T>>> => {
      const page = { limit: pageSize, ...(pageParam !== '' && { cursor: pageParam }) };
      return readAnswer(shape, await answered(ask(page, signal)));
    },
    getNextPageParam: ({ data }) => data.next,
  });
}

interface ListQuestion<T extends z.ZodMiniType> extends Omit<PagedQuestion<T>, 'shape'> {
  /** The shape of one row. */
  readonly row: T;
}

/** A question for a list as a whole, which is read page by page when it is longer than the API gives at once. */
export function listQuestion<T extends z.ZodMiniType>({ key, row, ask }: ListQuestion<T>) {
  const shape = listOf(row);
  const page = async (cursor: string | undefined, signal: AbortSignal) =>
    readAnswer(shape, await answered(ask({ limit, ...(cursor !== undefined && { cursor }) }, signal)));
  return queryOptions({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const first = await page(undefined, signal);
      const items = [...first.data.items];
      for (let { next } = first.data; next !== undefined; ) {
        const { data } = await page(next, signal);
        items.push(...data.items);
        next = data.next;
      }
      return { ...first, data: { ...first.data, items } };
    },
  });
}

/** Now, with what this tab recorded. */
export function now() {
  const minPosition = latestPosition();
  return minPosition === undefined ? {} : { minPosition };
}

/** Now; or as of a day in the past. */
export function when(day: string | undefined) {
  return day === undefined ? now() : asOf(day);
}

/** A programme and, when it is about the past, the day. */
export interface About {
  readonly id: string;
  readonly day?: string | undefined;
}
