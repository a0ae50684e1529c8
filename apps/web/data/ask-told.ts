import type { paths } from '../api/schema.d.ts';
import { changeLine } from './answers/follow.ts';
import { api } from './client.ts';
import { endOfDay } from './dates.ts';
import { type About, listQuestion, now } from './question.ts';

/** Of which view the facts are asked, or of which type. */
export type Told = Pick<NonNullable<paths['/v1/comparisons']['get']['parameters']['query']>, 'view' | 'type'>;

/**
 * The facts of a programme with their texts, the last first: lists give no text that is protected, and this is one
 * question for all of their rows.
 */
export const told = ({ id, day }: About, asked: Told) =>
  listQuestion({
    key: ['told', id, day, asked],
    row: changeLine,
    ask: (page, signal) => {
      const until = day === undefined ? now() : { until: endOfDay(day) };
      const query = { programme: id, ...asked, sort: '-recorded' as const, ...until, ...page };
      return api.GET('/v1/comparisons', { params: { query }, signal });
    },
  });
