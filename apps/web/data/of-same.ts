import { hashKey } from '@tanstack/react-query';
import type { About } from './question.ts';

type Before = { readonly queryKey: readonly unknown[] } | undefined;

/**
 * What was answered before stays in sight while the same list is asked for otherwise, by another order or other letters.
 * Of another programme, or as of another day, nothing may be shown under a heading that says so.
 */
export function ofSame({ id, day }: About) {
  return <T>(before: T | undefined, query: Before): T | undefined =>
    query?.queryKey[1] === id && query?.queryKey[2] === day ? before : undefined;
}

/**
 * The same, of a list whose key ends with what is asked of it: only while nothing but the order differs. Rows of another choice may not
 * stand under this one.
 */
export function ofSameChoice(about: About, asked: object) {
  const choice = (of: unknown) => hashKey([typeof of === 'object' ? { ...of, sort: undefined } : of]);
  return <T>(before: T | undefined, query: Before): T | undefined =>
    choice(query?.queryKey.at(-1)) === choice(asked) ? ofSame(about)(before, query) : undefined;
}
