import type { RefusalDetail, Sentence } from '../kernel/decision.ts';

/** Makes the maker of one kind of detail; the values go into the sentence. */
export function sayDetail<V extends string[]>(field: string, code: string, says: (...values: V) => Sentence) {
  return (line: number, ...values: V): RefusalDetail => ({ line, field, code, ...says(...values) });
}
