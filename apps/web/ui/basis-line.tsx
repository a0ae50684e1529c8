import type { ReportBasis } from '../data/answers/report.ts';
import { useWords } from './words.tsx';

type Basis = Pick<ReportBasis, 'ordinal' | 'knownAt' | 'validOn'>;

/** What figures rest on, in one sentence: who asks with the same ordinal and day gets the same figures. */
export function BasisLine({ basis: { ordinal, knownAt, validOn } }: { readonly basis: Basis }) {
  const { t, day } = useWords();
  return <p className="hint">{t('basis', { day: day(validOn), known: day(knownAt), ordinal })}</p>;
}
