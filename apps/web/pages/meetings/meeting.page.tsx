import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { meetings, progress } from '../../data/ask.ts';
import { mayReadStories, useSession } from '../../data/session.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Asked } from '../../ui/asked.tsx';
import { GoneFrom } from '../../ui/gone.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';
import { Story } from '../story/story.tsx';
import { AttendanceForm } from './attendance-form.tsx';
import { InvitationPart } from './invitation-part.tsx';
import { Record } from './record.tsx';

const route = getRouteApi('/programmas/$programme/bijeenkomsten/$meeting');
const tones = { present: 'good', excused: 'attention', absent: 'bad' } as const;

/** One meeting: when, of what kind, and who was there. */
export function MeetingPage() {
  const { t, day, word } = useWords();
  const { meeting: wanted } = route.useParams();
  const about = useProgramme();
  const mayRecord = useMayRecord();
  const session = useSession();
  const standings = useQuery(progress(about)).data?.data.items ?? [];
  return (
    <Asked query={meetings(about)} lines={8}>
      {({ items }, { basis }) => {
        const meeting = items.find((item) => item.meeting === wanted);
        if (meeting === undefined) return <GoneFrom list="meetings" />;
        const { title, kind, date, state, figures, attendance } = meeting;
        return (
          <>
            <PageTitle
              title={title}
              lead={
                <p>
                  {word('meetingKind', kind)}, {day(date, 'weekday')}, {word('meetingState', state).toLowerCase()}
                </p>
              }
            />
            <InvitationPart meeting={meeting} standings={standings} />
            <Section title={t('attendance.title')}>
              <p>{attendance.length === 0 ? t('attendance.none') : t('meetings.present', { ...figures })}</p>
              {mayRecord && standings.length > 0 && (
                <AttendanceForm key={meeting.meeting} meeting={meeting} standings={standings} />
              )}
              {!mayRecord && (
                <ul className="rows">
                  {attendance.map(({ trajectory, attendance: answer, roles }) => (
                    <li key={trajectory} className="row">
                      <span className="row__main">
                        {standings.find((item) => item.trajectory === trajectory)?.organisation.name}
                        {roles.length > 0 && (
                          <span className="row__note">{roles.map((role) => word('role', role)).join(', ')}</span>
                        )}
                      </span>
                      <Status tone={tones[answer as keyof typeof tones] ?? 'neutral'}>
                        {word('attendance', answer)}
                      </Status>
                    </li>
                  ))}
                </ul>
              )}
            </Section>
            {mayRecord && <Record key={meeting.meeting} meeting={meeting} today={basis.validOn} />}
            {mayReadStories(session?.role) && (
              <Section title={t('story.title')}>
                <Story kind="meeting" id={wanted} />
              </Section>
            )}
          </>
        );
      }}
    </Asked>
  );
}
