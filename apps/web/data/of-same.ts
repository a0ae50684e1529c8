import type { About } from './question.ts';

/**
 * What was answered before stays in sight while the same list is asked for otherwise, by another order or other letters.
 * Of another programme, or as of another day, nothing may be shown under a heading that says so.
 */
export function ofSame({ id, day }: About) {
  return <T>(before: T | undefined, query: { readonly queryKey: readonly unknown[] } | undefined): T | undefined =>
    query?.queryKey[1] === id && query?.queryKey[2] === day ? before : undefined;
}
