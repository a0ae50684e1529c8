import { Link } from '@tanstack/react-router';
import type { Meeting } from '../../data/answers/follow.ts';
import type { Standing } from '../../data/answers/progress.ts';
import { keepPast } from '../../data/moment.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';
import { silentOf } from './invitations.ts';

interface Props {
  readonly meeting: Meeting;
  readonly standings: readonly Standing[];
}

/** For which day people were invited, whether they know of another one, and who has not answered. */
export function InvitationPart({ meeting, standings }: Props) {
  const { t, day } = useWords();
  const { id } = useProgramme();
  const silent = silentOf(meeting, standings);
  if (meeting.invitations.length === 0) return null;
  return (
    <Section title={t('invitation.title')}>
      <ul className="rows">
        {meeting.invitations.map(({ item, date, toRenew, answers }) => (
          <li key={item} className="row">
            <span className="row__main">
              <Link to="/programmas/$programme/dossier/$item" params={{ programme: id, item }} search={keepPast}>
                {t('invitation.for', { day: day(date, 'weekday') })}
              </Link>
              <span className="row__note">{t('invitation.answers', { count: answers.length })}</span>
            </span>
            {toRenew && <Status tone="bad">{t('invitation.toRenew')}</Status>}
          </li>
        ))}
      </ul>
      {silent !== undefined && silent.length > 0 && (
        <p className="hint">
          {t('invitation.silent', { count: silent.length })}{' '}
          {silent.map(({ organisation }) => organisation.name).join(', ')}.
        </p>
      )}
    </Section>
  );
}
