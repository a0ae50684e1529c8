import { Link } from '@tanstack/react-router';
import { meetings } from '../../data/ask.ts';
import { keepPast } from '../../data/moment.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';

const tones: Record<string, 'good' | 'attention' | 'bad'> = { present: 'good', excused: 'attention', absent: 'bad' };

/** The meetings that it was expected at, and whether it was there. */
export function TrajectoryMeetings({ trajectory }: { readonly trajectory: string }) {
  const { t, day, word } = useWords();
  const about = useProgramme();
  return (
    <Section title={t('nav.meetings')}>
      <Asked query={meetings(about)}>
        {({ items }) => {
          const own = items.flatMap(({ attendance, meeting, title, date }) => {
            const entry = attendance.find((given) => given.trajectory === trajectory);
            return entry === undefined ? [] : [{ meeting, title, date, answer: entry.attendance }];
          });
          if (own.length === 0) return <Empty>{t('meetings.noneYet')}</Empty>;
          return (
            <ul className="rows">
              {own.map(({ meeting, title, date, answer }) => (
                <li key={meeting} className="row">
                  <span className="row__day">{day(date, 'short')}</span>
                  <span className="row__main">
                    <Link
                      to="/programmas/$programme/bijeenkomsten/$meeting"
                      params={{ programme: about.id, meeting }}
                      search={keepPast}
                    >
                      {title}
                    </Link>
                  </span>
                  <Status tone={tones[answer] ?? 'neutral'}>{word('attendance', answer)}</Status>
                </li>
              ))}
            </ul>
          );
        }}
      </Asked>
    </Section>
  );
}
