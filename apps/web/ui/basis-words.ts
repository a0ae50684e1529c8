import type { Basis } from '../data/answers/basis.ts';
import type { Words } from './words.tsx';

/** What figures rest on, as far as people are told. */
export type BasisTold = Pick<Basis, 'ordinal' | 'knownAt' | 'validOn' | 'stale'>;

/**
 * What figures rest on: who asks with the same ordinal and day gets the same figures. And what of it is not up to date,
 * for these words go along on paper.
 */
export function basisWords(
  { ordinal, knownAt, validOn, stale }: BasisTold,
  { t, day }: Pick<Words, 't' | 'day'>,
): string {
  const words = t('basis', { day: day(validOn), known: day(knownAt), ordinal });
  return stale === undefined ? words : `${words} ${t('basis.behind', { count: stale.count })}`;
}
