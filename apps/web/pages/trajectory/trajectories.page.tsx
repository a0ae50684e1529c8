import { useQuery } from '@tanstack/react-query';
import { commitments, trajectories } from '../../data/ask.ts';
import { ofSame } from '../../data/of-same.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Empty } from '../../ui/asked.tsx';
import { AskedPages } from '../../ui/asked-pages.tsx';
import { StandingFilter } from '../../ui/filters.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { SavedViews } from '../../ui/saved-views.tsx';
import { StandingsTable } from '../../ui/standings-table.tsx';
import { useFilterAddress } from '../../ui/use-filter-address.ts';
import { useWords } from '../../ui/words.tsx';
import { askedOf, readSearch } from './search.ts';

/** Everyone who takes part, to find one quickly. What is shown stands in the address. */
export function TrajectoriesPage() {
  const { t } = useWords();
  const about = useProgramme();
  const { search, choose, change, type } = useFilterAddress();
  const shown = readSearch(search);
  const { zoek = '', status = '', volgorde = 'name' } = shown;
  const layers = useQuery(commitments(about)).data?.data.items ?? [];
  // While one types, what was found before stays in sight, and is said to be that.
  const query = { ...trajectories(about, askedOf(shown)), placeholderData: ofSame(about) };
  return (
    <>
      <PageTitle title={t('nav.trajectories')} />
      <SavedViews page="deelnames" search={search} onChoose={choose} />
      <StandingFilter
        search={zoek}
        setSearch={(text) => type({ zoek: text })}
        status={status}
        setStatus={(text) => change({ status: text })}
      />
      <AskedPages query={query} lines={10} isEndless count={({ total }) => t('filter.count', { count: total })}>
        {(items, { total }, more, isFormer) => (
          <>
            {items.length === 0 && !isFormer && (
              <Empty>{t(zoek || status ? 'filter.empty' : 'organisations.empty')}</Empty>
            )}
            {items.length > 0 && (
              <StandingsTable
                caption={t('nav.trajectories')}
                standings={items}
                commitments={layers}
                total={total}
                onMore={more}
                order={volgorde}
                onOrder={(order) => change({ volgorde: order })}
              />
            )}
          </>
        )}
      </AskedPages>
    </>
  );
}
