import type { SiteVisit } from '../../data/answers/knowledge.ts';
import { knowledgeOf } from '../../data/ask-knowledge.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked } from '../../ui/asked.tsx';
import { mentions } from '../../ui/plain.ts';
import { Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';
import { Found, ItemLink } from './found.tsx';

const tones = { planned: 'neutral', held: 'good', cancelled: 'bad' } as const;

/** Who went to see what elsewhere. */
export function Visits({ search }: { readonly search: string }) {
  const { t } = useWords();
  const texts = ({ title, host, guests }: SiteVisit) => [
    title,
    host?.name,
    ...guests.map((guest) => guest.organisation.name),
  ];
  return (
    <Asked query={knowledgeOf(useProgramme())} lines={6}>
      {({ visits, visitsPlanned, visitsHeld, guests }) => (
        <>
          {visits.length > 0 && (
            <p>{t('knowledge.visitsSentence', { planned: visitsPlanned, held: visitsHeld, guests })}</p>
          )}
          <Found
            all={visits}
            found={visits.filter((visit) => mentions(search, texts(visit)))}
            none="knowledge.noVisits"
          >
            {(visit) => <VisitRow key={visit.item} visit={visit} />}
          </Found>
        </>
      )}
    </Asked>
  );
}

function VisitRow({ visit: { item, title, host, date, state, guests } }: { readonly visit: SiteVisit }) {
  const { t, day, word } = useWords();
  return (
    <li className="row">
      <span className="row__day">{day(date)}</span>
      <span className="row__main">
        <ItemLink item={item}>{title}</ItemLink>
        {host !== null && <span className="row__note">{t('knowledge.host', { name: host.name })}</span>}
        {guests.length > 0 && (
          <span className="row__note">
            {t('knowledge.guests', {
              names: guests.map(({ organisation, people }) => `${organisation.name} (${people})`).join(', '),
            })}
          </span>
        )}
      </span>
      <Status tone={tones[state as keyof typeof tones] ?? 'neutral'}>{word('visitState', state)}</Status>
    </li>
  );
}
