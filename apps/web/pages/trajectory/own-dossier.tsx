import { Link } from '@tanstack/react-router';
import type { DossierItem } from '../../data/answers/follow.ts';
import { dossier } from '../../data/ask-dossier.ts';
import { keepPast } from '../../data/moment.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Empty } from '../../ui/asked.tsx';
import { AskedPages } from '../../ui/asked-pages.tsx';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';
import { partsOf } from './dossier-parts.ts';

/** What its dossier holds: assignments and actions, outcomes and growth, documents and decisions, and the rest. */
export function OwnDossier({ trajectory }: { readonly trajectory: string }) {
  const { t } = useWords();
  const about = useProgramme();
  return (
    <Section title={t('nav.dossier')}>
      <AskedPages query={dossier(about, { trajectory, sort: '-since' })} lines={4}>
        {(items) =>
          items.length === 0 ? (
            <Empty>{t('ownDossier.empty')}</Empty>
          ) : (
            partsOf(items).map(({ part, items: some }) => (
              <section key={part}>
                <h3>{t(`ownDossier.${part}`)}</h3>
                <ul className="rows">
                  {some.map((item) => (
                    <ItemRow key={item.item} item={item} />
                  ))}
                </ul>
              </section>
            ))
          )
        }
      </AskedPages>
    </Section>
  );
}

function ItemRow({ item: { item, title, label, words, since, due, late, ended } }: { readonly item: DossierItem }) {
  const { t, day, pick } = useWords();
  const { id } = useProgramme();
  return (
    <li className="row">
      <span className="row__day">{day(since, 'short')}</span>
      <span className="row__main">
        <Link to="/programmas/$programme/dossier/$item" params={{ programme: id, item }} search={keepPast}>
          {title ?? pick(label)}
        </Link>
        <span className="row__note">
          {[title === null ? undefined : pick(label), words === null ? undefined : pick(words)]
            .filter((part) => part !== undefined)
            .join(': ')}
        </span>
      </span>
      {late !== null && <Status tone="bad">{t('late.days', { days: late.days })}</Status>}
      {late === null && due !== null && !ended && (
        <span className="row__note">{t('ownDossier.due', { day: day(due) })}</span>
      )}
    </li>
  );
}
