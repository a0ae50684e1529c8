import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import type { Money } from '../../data/answers/knowledge.ts';
import { programme } from '../../data/ask.ts';
import { budgetOf } from '../../data/ask-knowledge.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked } from '../../ui/asked.tsx';
import { useCodeWords } from '../../ui/facts/codes.ts';
import { FigureTable } from '../../ui/figure-table.tsx';
import { useWords } from '../../ui/words.tsx';
import { NothingYet } from './found.tsx';

/** The money by line of work, network and source. */
export function Budget() {
  const { t, pick } = useWords();
  const { formatNumber } = useIntl();
  const codeWord = useCodeWords();
  const about = useProgramme();
  const detail = useQuery(programme(about)).data?.data;
  const lineOf = (key: string) => {
    const line = detail?.template.lines.find((one) => one.key === key);
    return line === undefined ? key : pick(line.label);
  };
  const networkOf = (id: string | null) => detail?.networks.find(({ network }) => network === id)?.name;
  const euros = (sum: number) => formatNumber(sum, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
  const figures = ({ budgeted, committed, spent, left, free }: Money) =>
    [budgeted, committed, spent, left, free].map(euros);
  return (
    <Asked query={budgetOf(about)} lines={4}>
      {({ lines, ...all }) => {
        if (lines.length === 0) return <NothingYet none="knowledge.noBudget" />;
        return (
          <FigureTable
            caption={t('knowledge.budgetCaption')}
            heads={[
              t('knowledge.budgeted'),
              t('knowledge.committed'),
              t('knowledge.spent'),
              t('knowledge.moneyLeft'),
              t('demand.free'),
            ]}
            rows={[
              ...lines.map(({ line, network, source, ...money }): [string, ...string[]] => [
                [lineOf(line), networkOf(network), codeWord('source', source)]
                  .filter((part) => part !== undefined)
                  .join(', '),
                ...figures(money),
              ]),
              [t('knowledge.total'), ...figures(all)],
            ]}
          />
        );
      }}
    </Asked>
  );
}
