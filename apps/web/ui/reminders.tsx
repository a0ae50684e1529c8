import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { remindersOf } from '../data/ask-reminders.ts';
import { keepPast } from '../data/moment.ts';
import { useMayRecord, useProgramme } from '../shell/use-programme.ts';
import { useWords } from './words.tsx';

/** How often somebody was reminded of this, and when last; nothing as long as nobody was. */
export function RemindersSent({ over }: { readonly over: string }) {
  const { t, day } = useWords();
  const { data } = useQuery(remindersOf(useProgramme()));
  const sent = (data?.data.items ?? []).filter(({ about }) => about === over);
  const last = sent
    .map(({ since }) => since)
    .sort()
    .at(-1);
  if (last === undefined) return null;
  return <span className="row__note">{t('remind.sent', { count: sent.length, day: day(last) })}</span>;
}

interface RemindProps {
  /** The subject: `commitment:…/council`, `pledge:…`. */
  readonly over: string;
  /** What it is called, for the one who is reminded. */
  readonly name: string;
  readonly trajectory: string | null;
  readonly role?: string;
}

/** The way to a reminder, with how many went before; only for whoever may record. */
export function Remind({ over, name, trajectory, role }: RemindProps) {
  const { t } = useWords();
  const { id } = useProgramme();
  const mayRecord = useMayRecord();
  return (
    <>
      <RemindersSent over={over} />
      {mayRecord && (
        <Link
          className="row__action"
          to="/programmas/$programme/herinneren"
          params={{ programme: id }}
          search={(now) => ({
            ...keepPast(now),
            over,
            naam: name,
            ...(trajectory !== null && { deelname: trajectory }),
            ...(role !== undefined && { rol: role }),
          })}
        >
          {t('remind.action')} <span className="hidden">{name}</span>
        </Link>
      )}
    </>
  );
}
