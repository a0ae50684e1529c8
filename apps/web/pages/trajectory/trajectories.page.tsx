import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { commitments, trajectories } from '../../data/ask.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Empty } from '../../ui/asked.tsx';
import { AskedPages } from '../../ui/asked-pages.tsx';
import { StandingFilter } from '../../ui/filters.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { SavedViews } from '../../ui/saved-views.tsx';
import { StandingsTable } from '../../ui/standings-table.tsx';
import { useFilterAddress } from '../../ui/use-filter-address.ts';
import { useWords } from '../../ui/words.tsx';
import { askedOf } from './search.ts';

const route = getRouteApi('/programmas/$programme/deelnames');

/** Everyone who takes part, to find one quickly. What is shown stands in the address. */
export function TrajectoriesPage() {
  const { t } = useWords();
  const about = useProgramme();
  const shown = route.useSearch();
  const { zoek = '', status = '', volgorde = 'name' } = shown;
  const { search, change } = useFilterAddress();
  const set = (part: Record<string, string>) => change({ ...search, ...part });
  const layers = useQuery(commitments(about)).data?.data.items ?? [];
  // While one types, what was found before stays in sight.
  const query = { ...trajectories(about, askedOf(shown)), placeholderData: keepPreviousData };
  return (
    <>
      <PageTitle title={t('nav.trajectories')} />
      <SavedViews page="deelnames" search={search} onChoose={change} />
      <StandingFilter
        search={zoek}
        setSearch={(text) => set({ zoek: text })}
        status={status}
        setStatus={(text) => set({ status: text })}
      />
      <AskedPages query={query} lines={10} isEndless>
        {(items, { total }, more) => (
          <>
            <p role="status" className="hint">
              {t('filter.count', { count: total })}
            </p>
            {items.length === 0 && (
              <Empty>{t(search['zoek'] || status ? 'filter.empty' : 'organisations.empty')}</Empty>
            )}
            {items.length > 0 && (
              <StandingsTable
                caption={t('nav.trajectories')}
                standings={items}
                commitments={layers}
                total={total}
                onMore={more}
                order={volgorde}
                onOrder={(order) => set({ volgorde: order })}
              />
            )}
          </>
        )}
      </AskedPages>
    </>
  );
}
