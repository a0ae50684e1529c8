import { Link } from '@tanstack/react-router';
import { meetings } from '../../data/ask.ts';
import { keepPast } from '../../data/moment.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';
import { CalendarLink } from './calendar-link.tsx';
import { PlanMeeting } from './plan.tsx';

/** The meetings of the programme by date, with who came. */
export function MeetingsPage() {
  const { t, day, word } = useWords();
  const about = useProgramme();
  const mayRecord = useMayRecord();
  return (
    <>
      <PageTitle title={t('nav.meetings')} />
      {mayRecord && <PlanMeeting />}
      <Asked query={meetings(about)} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('meetings.empty')}</Empty>
          ) : (
            <ul className="rows rows--wide">
              {items.map(({ meeting, title, kind, date, state, figures }) => (
                <li key={meeting} className="row">
                  <span className="row__day">{day(date)}</span>
                  <span className="row__main">
                    <Link
                      to="/programmas/$programme/bijeenkomsten/$meeting"
                      params={{ programme: about.id, meeting }}
                      search={keepPast}
                    >
                      {title}
                    </Link>
                    <span className="row__note">{word('meetingKind', kind)}</span>
                  </span>
                  {state === 'held' && <span>{t('meetings.present', { ...figures })}</span>}
                  <Status tone={state === 'held' ? 'good' : state === 'cancelled' ? 'bad' : 'neutral'}>
                    {word('meetingState', state)}
                  </Status>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      {!about.isPast && <CalendarLink />}
    </>
  );
}
