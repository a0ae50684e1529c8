import { commitments } from '../../data/ask.ts';
import { ofSame } from '../../data/of-same.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { lateFirst } from '../../ui/late-first.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { SavedViews } from '../../ui/saved-views.tsx';
import { useFilterAddress } from '../../ui/use-filter-address.ts';
import { useWords } from '../../ui/words.tsx';
import { CommitmentFilter } from './commitment-filter.tsx';
import { CommitmentTable } from './commitment-table.tsx';
import { readSearch, shownOf } from './search.ts';

/** Every commitment of the programme, the latest first until another order is asked. What is shown stands in the address. */
export function CommitmentsPage() {
  const { t } = useWords();
  const about = useProgramme();
  const { search, choose, change, type } = useFilterAddress();
  const asked = readSearch(search);
  const { volgorde } = asked;
  // While the order changes, what was there before stays in sight.
  const query = { ...commitments(about, volgorde), placeholderData: ofSame(about) };
  return (
    <>
      <PageTitle title={t('nav.commitment')} />
      <SavedViews page="commitment" search={search} onChoose={choose} />
      <Asked query={query} lines={10}>
        {({ items }) => {
          const shown = shownOf(volgorde === undefined ? lateFirst(items) : items, asked);
          return (
            <>
              <CommitmentFilter all={items} chosen={asked} onChange={change} onType={type} />
              <p role="status" className="hint">
                {t('commitments.count', { count: shown.length })}
              </p>
              {shown.length === 0 && <Empty>{t(items.length === 0 ? 'commitments.none' : 'commitments.empty')}</Empty>}
              {shown.length > 0 && (
                <CommitmentTable items={shown} order={volgorde} onOrder={(order) => change({ volgorde: order })} />
              )}
            </>
          );
        }}
      </Asked>
    </>
  );
}
