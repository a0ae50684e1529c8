import { Link } from '@tanstack/react-router';
import type { Pledge } from '../../data/answers/follow.ts';
import { pledges } from '../../data/ask.ts';
import { ofSame } from '../../data/of-same.ts';
import { mayReadStories, useSession } from '../../data/session.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { lateFirst } from '../../ui/late-first.ts';
import type { Column } from '../../ui/long-table/columns.ts';
import { LongTable } from '../../ui/long-table/long-table.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { fits, movedFrom, pledgeFilters } from '../../ui/pledges.ts';
import { RemindOfPledge } from '../../ui/remind-of-pledge.tsx';
import { SavedViews } from '../../ui/saved-views.tsx';
import { PledgeStatus } from '../../ui/status.tsx';
import { usePledgeTexts } from '../../ui/told-texts.ts';
import { TrajectoryLink } from '../../ui/trajectory-link.tsx';
import { useFilterAddress } from '../../ui/use-filter-address.ts';
import { useWords } from '../../ui/words.tsx';
import { PledgesOutside, RecordPledge } from './programme-pledges.tsx';
import { readSearch } from './search.ts';

/** Every pledge of the programme, late ones first: who, what, to whom, by when. What is shown stands in the address. */
export function PledgesPage() {
  const { t } = useWords();
  const { search, choose, change } = useFilterAddress();
  const { toon = 'open', volgorde } = readSearch(search);
  const about = useProgramme();
  const mayRecord = useMayRecord();
  // While the order changes, what was there before stays in sight.
  const query = { ...pledges(about, volgorde), placeholderData: ofSame(about) };
  return (
    <>
      <PageTitle title={t('pledges.title')} lead={<p>{t('pledges.lead')}</p>} />
      <SavedViews page="toezeggingen" search={search} onChoose={choose} />
      <Asked query={query} lines={8}>
        {({ items }, { basis }) => {
          const inOrder = volgorde === undefined ? lateFirst(items) : items;
          const shown = inOrder.filter((pledge) => fits(pledge, toon));
          const own = shown.filter(({ trajectory }) => trajectory !== null);
          return (
            <>
              {mayRecord && <RecordPledge today={basis.validOn} />}
              <nav className="tabs" aria-label={t('pledges.filter')}>
                {pledgeFilters.map((filter) => (
                  <Link
                    key={filter}
                    to="."
                    search={(now) => ({ ...now, toon: filter })}
                    aria-current={filter === toon ? 'page' : undefined}
                    activeProps={{}}
                  >
                    {t(`pledges.${filter}`, { count: items.filter((pledge) => fits(pledge, filter)).length })}
                  </Link>
                ))}
              </nav>
              {shown.length === 0 && <Empty>{t('pledges.none')}</Empty>}
              {own.length > 0 && (
                <PledgeTable items={own} order={volgorde} onOrder={(order) => change({ volgorde: order })} />
              )}
              <PledgesOutside key={toon} pledges={inOrder} filter={toon} today={basis.validOn} />
            </>
          );
        }}
      </Asked>
    </>
  );
}

interface TableProps {
  readonly items: readonly Pledge[];
  readonly order: string | undefined;
  readonly onOrder: (order: string) => void;
}

function PledgeTable({ items, order, onOrder }: TableProps) {
  const { t, word } = useWords();
  const pledged = usePledgeTexts();
  const session = useSession();
  const what: Column<Pledge> = {
    key: 'what',
    label: t('column.pledged'),
    cell: (pledge) => <span className="words">{pledged(pledge) ?? t('none')}</span>,
  };
  const columns: readonly Column<Pledge>[] = [
    {
      key: 'name',
      label: t('column.organisation'),
      sort: 'name',
      cell: ({ trajectory, keeper }) => (
        <TrajectoryLink trajectory={trajectory}>{keeper.organisation?.name ?? t('pledges.someone')}</TrajectoryLink>
      ),
    },
    // A role that may not read free text would only see dashes.
    ...(mayReadStories(session?.role) ? [what] : []),
    { key: 'keeper', label: t('column.keeper'), cell: ({ keeper }) => word('role', keeper.role) },
    { key: 'to', label: t('column.to'), cell: ({ to }) => word('role', to) },
    { key: 'stage', label: t('column.stage'), cell: ({ state }) => <PledgeStatus step={state.step} late={null} /> },
    { key: 'due', label: t('column.due'), sort: 'due', cell: (pledge) => <Due pledge={pledge} /> },
  ];
  return (
    <LongTable
      caption={t('pledges.title')}
      columns={columns}
      items={items}
      keyOf={({ pledge }) => pledge}
      order={order}
      onOrder={onOrder}
    />
  );
}

function Due({ pledge }: { readonly pledge: Pledge }) {
  const { t, day } = useWords();
  const { due, late, state } = pledge;
  const first = movedFrom(pledge);
  if (due === null) return t('none');
  return (
    <>
      {day(due)}
      {first !== undefined && <span className="row__note">{t('pledges.firstDue', { day: day(first) })}</span>}
      {late !== null && <PledgeStatus step={state.step} late={late} />} <RemindOfPledge pledge={pledge} />
    </>
  );
}
