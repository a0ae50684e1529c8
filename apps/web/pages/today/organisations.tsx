import { useQuery } from '@tanstack/react-query';
import { commitments, progress } from '../../data/ask.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { Section } from '../../ui/section.tsx';
import { StandingsTable } from '../../ui/standings-table.tsx';
import { useWords } from '../../ui/words.tsx';

/** Every organisation: stage, layers of commitment, next step. */
export function Organisations() {
  const { t } = useWords();
  const about = useProgramme();
  const asked = useQuery(commitments(about)).data?.data.items ?? [];
  return (
    <Section title={t('organisations.title')}>
      <Asked query={progress(about)} lines={8}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('organisations.empty')}</Empty>
          ) : (
            <StandingsTable caption={t('organisations.title')} standings={items} commitments={asked} />
          )
        }
      </Asked>
    </Section>
  );
}
