import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import type { OwnPart } from '../../data/answers/taking-part.ts';
import { ownLink } from '../../data/own-link.ts';
import { ApiProblem } from '../../data/problem.ts';
import { ownPartBy } from '../../data/taking-part.ts';
import { Empty, Failure, Skeleton } from '../../ui/asked.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';
import { Dates } from './dates.tsx';
import { Tasks } from './tasks.tsx';

/** What somebody who takes part is asked and promised, and how the own trajectory goes. On a phone first. */
export function OwnPage() {
  const { t } = useWords();
  const link = ownLink(useLocation({ select: ({ hash }) => hash }));
  if (link === undefined) return <NoPage title={t('own.none')} words={t('own.noneWords')} />;
  return <Page key={link} link={link} />;
}

function Page({ link }: { readonly link: string }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(ownPartBy(link));
  // What is refused afterwards (revoked meanwhile) is shown in the place of what was there.
  if (error instanceof ApiProblem && error.status === 401)
    return <NoPage title={t('own.refused')} words={error.title} />;
  if (data === undefined) {
    return error === null ? <Skeleton lines={8} /> : <Failure error={error} onRetry={() => void refetch()} />;
  }
  return <Part link={link} part={data.data} today={data.basis.validOn} fictitious={data.basis.fictitious} />;
}

function NoPage({ title, words }: { readonly title: string; readonly words: string }) {
  return (
    <div className="own">
      <PageTitle title={title} lead={<p>{words}</p>} />
    </div>
  );
}

interface Props {
  readonly link: string;
  readonly part: OwnPart;
  readonly today: string;
  readonly fictitious: boolean;
}

function Part({ link, part, today, fictitious }: Props) {
  const { t, day, word } = useWords();
  const { organisation, programme, network, access } = part;
  const pledges = part.pledges.map(({ pledge, ...task }) => ({ id: pledge, ...task }));
  const actions = part.actions.map(({ action, ...task }) => ({ id: action, ...task }));
  return (
    <div className="own">
      {fictitious && <p className="example">{t('example')}</p>}
      <PageTitle
        title={organisation}
        lead={
          <p>
            {programme.name}
            {network !== null && `, ${network}`}
          </p>
        }
      />
      <Now part={part} />
      <Dates link={link} polls={part.polls} today={today} />
      <Tasks
        link={link}
        title={t('own.pledges')}
        empty={t('own.noPledges')}
        of="pledges"
        tasks={pledges}
        today={today}
      />
      <Tasks
        link={link}
        title={t('own.actions')}
        empty={t('own.noActions')}
        of="actions"
        tasks={actions}
        today={today}
      />
      <Meetings part={part} />
      <Story part={part} />
      <p className="hint">{t('own.until', { role: word('role', access.role), day: day(access.until) })}</p>
    </div>
  );
}

/** Where the trajectory stands, and what comes next. */
function Now({ part: { participation, next, milestones } }: Pick<Props, 'part'>) {
  const { t, day, pick, word } = useWords();
  const reached = milestones.filter(({ reachedOn }) => reachedOn !== null);
  return (
    <Section title={t('own.now')}>
      <dl className="facts">
        <div>
          <dt>{t('own.step')}</dt>
          <dd>{participation === null ? t('none') : word('participation', participation)}</dd>
        </div>
        <div>
          <dt>{t('column.next')}</dt>
          <dd>{next === null ? t('none') : pick(next)}</dd>
        </div>
      </dl>
      {milestones.length > 0 && (
        <details className="own__more">
          <summary>{t('own.milestones', { reached: reached.length, total: milestones.length })}</summary>
          <ol className="milestones" aria-label={t('standing.milestones')}>
            {milestones.map(({ key, label, due, reachedOn }) => (
              <li key={key}>
                <Status tone={reachedOn === null ? 'neutral' : 'good'}>
                  {t(reachedOn === null ? 'milestone.open' : 'milestone.reached')}
                </Status>
                <span>{pick(label)}</span>
                <span className="row__note">
                  {reachedOn !== null ? day(reachedOn) : due !== null && t('due', { day: day(due) })}
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </Section>
  );
}

function Meetings({ part: { meetings } }: Pick<Props, 'part'>) {
  const { t, day, word } = useWords();
  return (
    <Section title={t('own.meetings')}>
      {meetings.length === 0 && <Empty>{t('own.noMeetings')}</Empty>}
      <ul className="rows">
        {meetings.map(({ meeting, title, kind, date, status }) => (
          <li key={meeting} className="row">
            <span className="row__main">
              <strong>{title}</strong>
              <span className="row__note">{word('meetingKind', kind)}</span>
            </span>
            <span>
              {day(date, 'weekday')}
              {status === 'provisional' && <span className="row__note">{word('dateStatus', status)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The latest is read at once, the rest by who wants to. */
const readAtOnce = 6;

function Story({ part: { story } }: Pick<Props, 'part'>) {
  const { t } = useWords();
  const earlier = story.slice(readAtOnce);
  return (
    <Section title={t('own.story')}>
      <Lines lines={story.slice(0, readAtOnce)} />
      {earlier.length > 0 && (
        <details className="own__more">
          <summary>{t('own.earlier', { count: earlier.length })}</summary>
          <Lines lines={earlier} />
        </details>
      )}
    </Section>
  );
}

function Lines({ lines }: { readonly lines: OwnPart['story'] }) {
  const { day } = useWords();
  return (
    <ol className="story" reversed>
      {lines.map(({ event, on, precision, words }) => (
        <li key={event}>
          <span className="story__day">{precision === 'month' ? day(on, 'month') : day(on)}</span>
          <p>{words}</p>
        </li>
      ))}
    </ol>
  );
}
