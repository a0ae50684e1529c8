import type { Recorded } from '#domain/kernel/event';
import { type SubjectKind, subjectIds } from '#domain/kernel/subject';

/** The one subject of that kind that an event names first; undefined when it names none. */
export function firstOf(event: Pick<Recorded, 'subjects'>, kind: SubjectKind): string | undefined {
  return subjectIds(event.subjects, kind)[0];
}

/** The list with the item whose key matches replaced by what `change` makes of it. */
export function changed<T>(list: readonly T[], matches: (item: T) => boolean, change: (item: T) => T): T[] {
  return list.map((item) => (matches(item) ? change(item) : item));
}

/** The day of what is not to be expected, where a column needs a day: no list is asked for a later one. */
export const never = '9999-12-31';
