import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { DossierItem } from '../../data/answers/follow.ts';
import { dossier } from '../../data/ask-dossier.ts';
import { keepPast } from '../../data/moment.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Empty } from '../../ui/asked.tsx';
import { AskedPages } from '../../ui/asked-pages.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';
import { DossierFilter } from './dossier-filter.tsx';
import { askedOf, type DossierSearch } from './search.ts';

const route = getRouteApi('/programmas/$programme/dossier');

/** Everything in the programme that has a course of its own: by kind, open or late, by title, page by page. */
export function DossierPage() {
  const { t } = useWords();
  const about = useProgramme();
  const mayRecord = useMayRecord();
  const navigate = useNavigate();
  const { bekend, ...search } = route.useSearch();
  const change = (changed: DossierSearch) =>
    void navigate({
      to: '.',
      search: { ...keepPast({ ...(bekend !== undefined && { bekend }) }), ...changed },
      resetScroll: false,
    });
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
      <DossierFilter search={search} onChange={change} />
      <AskedPages query={dossier(about, askedOf(search))} lines={10}>
        {(items, { total }) => (
          <>
            <p role="status" className="hint">
              {t('dossier.count', { count: total })}
            </p>
            {items.length === 0 && <Empty>{t('dossier.empty')}</Empty>}
            {items.length > 0 && (
              <ul className="rows rows--wide">
                {items.map((item) => (
                  <ItemRow key={item.item} item={item} />
                ))}
              </ul>
            )}
          </>
        )}
      </AskedPages>
    </>
  );
}

function ItemRow({ item }: { readonly item: DossierItem }) {
  const { t, day, pick } = useWords();
  const { id } = useProgramme();
  const { item: key, title, label, words, since, due, late, organisation } = item;
  const about = [title === null ? undefined : pick(label), organisation?.name].filter((part) => part !== undefined);
  return (
    <li className="row">
      <span className="row__day">{day(since)}</span>
      <span className="row__main">
        <Link to="/programmas/$programme/dossier/$item" params={{ programme: id, item: key }} search={keepPast}>
          {title ?? pick(label)}
        </Link>
        {about.length > 0 && <span className="row__note">{about.join(', ')}</span>}
      </span>
      <span>{words !== null && pick(words)}</span>
      {late !== null && <Status tone="bad">{t('late.days', { days: late.days })}</Status>}
      {late === null && due !== null && <span className="row__note">{t('due', { day: day(due) })}</span>}
    </li>
  );
}
