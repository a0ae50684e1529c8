import { type BasisTold, basisWords } from './basis-words.ts';
import { useWords } from './words.tsx';

/** What figures rest on, in a line above them. */
export function BasisLine({ basis }: { readonly basis: BasisTold }) {
  return <p className="hint">{basisWords(basis, useWords())}</p>;
}
