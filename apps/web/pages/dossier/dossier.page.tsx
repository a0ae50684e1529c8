import { Link } from '@tanstack/react-router';
import type { DossierItem } from '../../data/answers/follow.ts';
import { dossier } from '../../data/ask-dossier.ts';
import { keepPast } from '../../data/moment.ts';
import { ofSameChoice } from '../../data/of-same.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Empty } from '../../ui/asked.tsx';
import { AskedPages } from '../../ui/asked-pages.tsx';
import type { Column } from '../../ui/long-table/columns.ts';
import { LongTable } from '../../ui/long-table/long-table.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { SavedViews } from '../../ui/saved-views.tsx';
import { Status } from '../../ui/status.tsx';
import { useFilterAddress } from '../../ui/use-filter-address.ts';
import { useWords } from '../../ui/words.tsx';
import { DossierFilter } from './dossier-filter.tsx';
import { askedOf, readSearch } from './search.ts';

/** Everything in the programme that has a course of its own: by kind, open or late, by title, page by page. */
export function DossierPage() {
  const { t } = useWords();
  const about = useProgramme();
  const mayRecord = useMayRecord();
  const { search, choose, change } = useFilterAddress();
  const shown = readSearch(search);
  const asked = askedOf(shown);
  // While the order changes, what was there before stays in sight.
  const query = { ...dossier(about, asked), placeholderData: ofSameChoice(about, asked) };
  return (
    <>
      <PageTitle title={t('nav.dossier')} lead={<p>{t('dossier.lead')}</p>} />
      {mayRecord && (
        <p>
          <Link
            className="choice choice--link"
            to="/programmas/$programme/dossier/nieuw"
            params={{ programme: about.id }}
            search={{}}
          >
            {t('dossier.new')}
          </Link>
        </p>
      )}
      <SavedViews page="dossier" search={search} onChoose={choose} />
      <DossierFilter search={shown} onChange={change} />
      <AskedPages query={query} lines={10} isEndless count={({ total }) => t('dossier.count', { count: total })}>
        {(items, { total }, more) => (
          <>
            {items.length === 0 && <Empty>{t('dossier.empty')}</Empty>}
            {items.length > 0 && (
              <ItemTable
                items={items}
                total={total}
                onMore={more}
                order={shown.volgorde ?? 'due'}
                onOrder={(order) => change({ volgorde: order })}
              />
            )}
          </>
        )}
      </AskedPages>
    </>
  );
}

interface TableProps {
  readonly items: readonly DossierItem[];
  readonly total: number;
  readonly onMore: (() => void) | undefined;
  readonly order: string;
  readonly onOrder: (order: string) => void;
}

function ItemTable(props: TableProps) {
  const { t, day, pick } = useWords();
  const columns: readonly Column<DossierItem>[] = [
    { key: 'title', label: t('column.title'), sort: 'title', cell: (item) => <ItemName item={item} /> },
    { key: 'since', label: t('column.since'), sort: 'since', cell: ({ since }) => day(since) },
    { key: 'stage', label: t('column.stage'), cell: ({ words }) => words !== null && pick(words) },
    {
      key: 'due',
      label: t('column.due'),
      sort: 'due',
      cell: ({ due, late }) => (
        <>
          {due === null ? t('none') : day(due)}
          {late !== null && <Status tone="bad">{t('late.days', { days: late.days })}</Status>}
        </>
      ),
    },
  ];
  return <LongTable caption={t('nav.dossier')} columns={columns} keyOf={({ item }) => item} {...props} />;
}

function ItemName({ item: { item, title, label, organisation } }: { readonly item: DossierItem }) {
  const { pick } = useWords();
  const { id } = useProgramme();
  const about = [title === null ? undefined : pick(label), organisation?.name].filter((part) => part !== undefined);
  return (
    <>
      <Link to="/programmas/$programme/dossier/$item" params={{ programme: id, item }} search={keepPast}>
        {title ?? pick(label)}
      </Link>
      {about.length > 0 && <span className="row__note">{about.join(', ')}</span>}
    </>
  );
}
