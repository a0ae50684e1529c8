import { dayItHappened, surelyHappenedBy } from '#domain/kernel/days';
import type { Subject } from '#domain/kernel/subject';
import type { Cause } from '#views/between/cause';
import type { Moments } from '#views/between/changes';
import { largestPage } from '#views/query/paging';
import type { Reader } from '../stories.ts';
import type { ChangesBetween } from './changes.ts';
import type { ChangeLine } from './lines.ts';

/** A change by which more is known of an earlier day. */
export interface LearnedFrom {
  readonly ordinal: number;
  readonly eventId: string;
  readonly cause: Cause;
  readonly words: string;
}

export interface LearnedRequest {
  readonly moments: Moments;
  readonly programme: string;
  readonly anyOf: readonly Subject[];
  /** The day that more is known of. */
  readonly until: string;
  readonly reader: Reader;
}

/** What was recorded in the period about that day or an earlier one, and every correction and retraction in it. */
export async function learnedFrom(
  changes: ChangesBetween,
  { moments, programme, anyOf, until, reader }: LearnedRequest,
): Promise<readonly (LearnedFrom & { readonly subjects: readonly string[] })[]> {
  if (anyOf.length === 0) return [];
  // A month is ordered by its first day, and has surely happened at its end.
  const happenedBy = surelyHappenedBy({ precision: 'month', value: until.slice(0, 7) });
  const found: ChangeLine[] = [];
  let cursor: string | undefined;
  do {
    const request = { filter: { programme, anyOf, happenedBy }, limit: largestPage, cursor };
    const { data } = await changes.page(moments, request, reader);
    found.push(...data.items);
    cursor = data.next;
  } while (cursor !== undefined);
  return found
    .filter(({ corrects, occurredOn }) => corrects !== undefined || (occurredOn && dayItHappened(occurredOn) <= until))
    .map(({ ordinal, eventId, cause, words, subjects }) => ({ ordinal, eventId, cause, words, subjects }));
}
