import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import type { StoryLine } from '../../data/answers/follow.ts';
import { progress } from '../../data/ask.ts';
import { steps } from '../../data/ask-between.ts';
import { dayOf } from '../../data/dates.ts';
import { keepPast } from '../../data/moment.ts';
import { mayReadStories, useSession } from '../../data/session.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { AskedPages } from '../../ui/asked-pages.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useWords } from '../../ui/words.tsx';

const route = getRouteApi('/programmas/$programme/audit');

/** The story of one trajectory, step by step in the order in which it was recorded. */
export function AuditPage() {
  const { t } = useWords();
  const session = useSession();
  const { deelname } = route.useSearch();
  const mayRead = mayReadStories(session?.role);
  return (
    <>
      <PageTitle title={t('nav.audit')} lead={<p>{t('audit.lead')}</p>} />
      {!mayRead && <Empty>{t('story.forbidden')}</Empty>}
      {mayRead && <Choice value={deelname ?? ''} />}
      {mayRead && deelname === undefined && <Empty>{t('audit.choose')}</Empty>}
      {mayRead && deelname !== undefined && <Steps trajectory={deelname} />}
    </>
  );
}

function Choice({ value }: { readonly value: string }) {
  const { t } = useWords();
  const id = useId();
  const navigate = useNavigate();
  const choose = (deelname: string) =>
    void navigate({ to: '.', search: (now) => ({ ...keepPast(now), ...(deelname !== '' && { deelname }) }) });
  return (
    <Asked query={progress(useProgramme())} lines={1}>
      {({ items }) => (
        <div className="filters">
          <label htmlFor={id}>
            {t('audit.whose')}
            <select id={id} value={value} onChange={(event) => choose(event.currentTarget.value)}>
              <option value="">{t('form.choose')}</option>
              {items.map(({ trajectory, organisation }) => (
                <option key={trajectory} value={trajectory}>
                  {organisation.name}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
    </Asked>
  );
}

function Steps({ trajectory }: { readonly trajectory: string }) {
  const { t } = useWords();
  const { day } = useProgramme();
  return (
    <AskedPages query={steps({ id: trajectory, day })} lines={8}>
      {(items, { total }) => (
        <>
          <p role="status" className="hint">
            {t('audit.count', { count: total })}
          </p>
          <ol className="rows rows--wide">
            {items.map((line) => (
              <Step key={line.eventId} line={line} trajectory={trajectory} />
            ))}
          </ol>
        </>
      )}
    </AskedPages>
  );
}

/** A step, with the way to how the trajectory stood when that day ended. */
function Step({ line, trajectory }: { readonly line: StoryLine; readonly trajectory: string }) {
  const { t, day, word } = useWords();
  const { id } = useProgramme();
  const { ordinal, occurredOn, recordedAt, words, texts, role, type } = line;
  const happened = occurredOn?.value;
  return (
    <li className="row">
      <span className="row__day">{day(recordedAt)}</span>
      <span className="row__main">
        {words}
        {Object.values(texts).map(
          (text) => text !== null && <span key={text} className="row__note">{`„${text}”`}</span>,
        )}
        <span className="row__note">
          {happened !== undefined &&
            occurredOn?.precision !== 'month' &&
            `${t('audit.happened', { day: day(happened) })}, `}
          {role && `${word('role', role)}, `}
          {t('audit.event', { ordinal, type })}
        </span>
      </span>
      <Link
        to="/programmas/$programme/deelnames/$trajectory"
        params={{ programme: id, trajectory }}
        search={{ bekend: dayOf(recordedAt) }}
        aria-label={t('audit.thenOf', { day: day(recordedAt) })}
      >
        {t('audit.then')}
      </Link>
    </li>
  );
}
