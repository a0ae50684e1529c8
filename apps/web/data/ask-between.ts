import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { listOf } from './answers/basis.ts';
import { comparison, figuresBetween, health, parkedRow } from './answers/between.ts';
import { answered, api } from './client.ts';
import { endOfDay } from './dates.ts';
import { limit, pagedQuestion, question } from './question.ts';

/** Two days: what was known when the one ended, until what was known when the other ended. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

export const causes = ['real', 'recorded-late', 'correction', 'retraction'] as const;
export type Cause = (typeof causes)[number];

/** Everything that was recorded between two days, page by page. */
export const changesBetween = (programme: string, { from, until }: Period, cause: Cause | undefined) =>
  pagedQuestion({
    key: ['between', programme, undefined, from, until, cause],
    shape: comparison,
    ask: (page, signal) =>
      api.GET('/v1/comparisons', {
        params: {
          query: {
            programme,
            from: endOfDay(from),
            until: endOfDay(until),
            ...(cause !== undefined && { cause }),
            ...page,
          },
        },
        signal,
      }),
  });

/** Status and milestones at the end of both days. */
export const figuresOf = (programme: string, { from, until }: Period) =>
  question({
    key: ['figures-between', programme, undefined, from, until],
    shape: figuresBetween,
    ask: (signal) =>
      api.GET('/v1/programmes/{id}/figures-between', {
        params: {
          path: { id: programme },
          query: { from: endOfDay(from), until: endOfDay(until), differs: 'any', limit },
        },
        signal,
      }),
  });

const parkedRows = z.object({ data: listOf(parkedRow) });

/** Rows that need attention, because an event broke their fold. */
export const parked = () =>
  queryOptions({
    queryKey: ['parked'],
    queryFn: async ({ signal }) => parkedRows.parse(await answered(api.GET('/v1/admin/parked', { signal }))).data,
  });

/** Whether the parts can be reached, and how far the data are. */
export const healthOf = () =>
  queryOptions({
    queryKey: ['health'],
    queryFn: async ({ signal }) => health.parse(await answered(api.GET('/v1/health', { signal }))),
  });
