import type { ReactNode } from 'react';
import { Empty } from './asked.tsx';
import { useWords } from './words.tsx';

interface Props {
  readonly caption: string;
  /** Of the second column and on; left out where there is one figure a line. */
  readonly heads?: readonly string[];
  /** Each line: what it is about, then its figures. */
  readonly rows: readonly (readonly [about: ReactNode, ...figures: ReactNode[]])[];
}

/** Figures in a table with its caption. On a phone each line is a block. */
export function FigureTable({ caption, heads = [], rows }: Props) {
  const { t } = useWords();
  if (rows.length === 0) return <Empty>{t('figures.none', { caption })}</Empty>;
  return (
    <table className="table table--blocks table--figures">
      <caption>{caption}</caption>
      {heads.length > 0 && (
        <thead>
          <tr>
            <th scope="col">{t('figures.about')}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(([about, ...figures], line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines stand as the answer gives them, and two may be alike
          <tr key={line}>
            <th scope="row">{about}</th>
            {figures.map((figure, place) => (
              <td key={heads[place] ?? 'figure'} data-label={heads[place] ?? ''}>
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
