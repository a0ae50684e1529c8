import type { Basis } from '../data/answers/basis.ts';
import type { Words } from './words.tsx';

/** What figures rest on, as far as people are told. */
export type BasisTold = Pick<Basis, 'ordinal' | 'knownAt' | 'validOn' | 'stale' | 'provisional'>;

/**
 * What figures rest on: who asks with the same ordinal and day gets the same figures. And what of it is not up to date or
 * not final, for these words go along on paper.
 */
export function basisWords(
  { ordinal, knownAt, validOn, stale, provisional }: BasisTold,
  { t, day }: Pick<Words, 't' | 'day'>,
): string {
  return [
    t('basis', { day: day(validOn), known: day(knownAt), ordinal }),
    ...(provisional ? [t('basis.provisional')] : []),
    ...(stale ? [t('basis.behind', { count: stale.count })] : []),
  ].join(' ');
}
