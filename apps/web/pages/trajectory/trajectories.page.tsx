import { useQuery } from '@tanstack/react-query';
import type { Standing } from '../../data/answers/progress.ts';
import { commitments, progress } from '../../data/ask.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { StandingFilter, useStandingFilter } from '../../ui/filters.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { StandingsTable } from '../../ui/standings-table.tsx';
import { useWords } from '../../ui/words.tsx';

/** Everyone who takes part, to find one quickly. */
export function TrajectoriesPage() {
  const { t } = useWords();
  return (
    <>
      <PageTitle title={t('nav.trajectories')} />
      <Asked query={progress(useProgramme())} lines={10}>
        {({ items }) => (items.length === 0 ? <Empty>{t('organisations.empty')}</Empty> : <Filtered items={items} />)}
      </Asked>
    </>
  );
}

function Filtered({ items }: { readonly items: readonly Standing[] }) {
  const { t } = useWords();
  const asked = useQuery(commitments(useProgramme())).data?.data.items ?? [];
  const { shown, ...filter } = useStandingFilter(items);
  return (
    <>
      <StandingFilter {...filter} count={shown.length} />
      {shown.length === 0 && <Empty>{t('filter.empty')}</Empty>}
      {shown.length > 0 && <StandingsTable caption={t('nav.trajectories')} standings={shown} commitments={asked} />}
    </>
  );
}
