import type { PoolRequest } from '../../data/answers/knowledge.ts';
import { poolOf } from '../../data/ask-knowledge.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked } from '../../ui/asked.tsx';
import { FigureTable } from '../../ui/figure-table.tsx';
import { wholeHoursIn } from '../../ui/hours.ts';
import { mentions } from '../../ui/plain.ts';
import { Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';
import { Found, ItemLink, NothingYet } from './found.tsx';

const tones = { asked: 'attention', matched: 'neutral', completed: 'good', withdrawn: 'bad' } as const;

/** Who offers how much of what, and what was asked of them. People are pseudonyms, so that organisations stand here. */
export function Pool({ search }: { readonly search: string }) {
  const { t } = useWords();
  return (
    <Asked query={poolOf(useProgramme())} lines={6}>
      {({ members, requests, minutesPerMonth, minutesAsked, minutesMatched, minutesWorked }) => {
        if (members.length + requests.length === 0) return <NothingYet none="knowledge.noPool" />;
        const shown = members.filter(({ organisation, expertise }) =>
          mentions(search, [organisation?.name, ...expertise]),
        );
        const found = requests.filter(({ organisation, expertise }) =>
          mentions(search, [organisation?.name, expertise]),
        );
        return (
          <>
            <p>
              {t('knowledge.poolSentence', {
                month: wholeHoursIn(minutesPerMonth),
                asked: wholeHoursIn(minutesAsked),
                matched: wholeHoursIn(minutesMatched),
                worked: wholeHoursIn(minutesWorked),
              })}
            </p>
            <FigureTable
              caption={t('knowledge.members')}
              heads={[t('fact.expertise'), t('knowledge.perMonth')]}
              rows={shown.map(({ organisation, expertise, minutesPerMonth: offered }) => [
                organisation?.name ?? t('none'),
                expertise.join(', '),
                t('reports.hours', { hours: wholeHoursIn(offered) }),
              ])}
            />
            <Found all={requests} found={found} none="knowledge.noRequests">
              {(request) => <RequestRow key={request.item} request={request} />}
            </Found>
          </>
        );
      }}
    </Asked>
  );
}

function RequestRow({ request }: { readonly request: PoolRequest }) {
  const { t, day, word } = useWords();
  const { item, expertise, organisation, state, askedOn, due, late, minutesAsked, minutesWorked } = request;
  return (
    <li className="row">
      <span className="row__day">{day(askedOn)}</span>
      <span className="row__main">
        <ItemLink item={item}>{expertise}</ItemLink>
        <span className="row__note">
          {[
            organisation?.name,
            t('knowledge.workedOf', { worked: wholeHoursIn(minutesWorked), asked: wholeHoursIn(minutesAsked) }),
          ]
            .filter((part) => part !== undefined)
            .join(', ')}
        </span>
      </span>
      {due !== null && <span className="row__note">{t('due', { day: day(due) })}</span>}
      <Status tone={late === null ? (tones[state as keyof typeof tones] ?? 'neutral') : 'bad'}>
        {late === null ? word('requestState', state) : t('late.days', { days: late.days })}
      </Status>
    </li>
  );
}
