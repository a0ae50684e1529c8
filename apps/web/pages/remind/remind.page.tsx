import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { mailThere, remindersOf } from '../../data/ask-reminders.ts';
import { keepPast } from '../../data/moment.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Empty, Failure, Skeleton } from '../../ui/asked.tsx';
import { Gone } from '../../ui/gone.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { RemindersSent } from '../../ui/reminders.tsx';
import { useWords } from '../../ui/words.tsx';
import { RemindForm } from './remind-form.tsx';
import { useBeginning } from './use-beginning.ts';

const route = getRouteApi('/programmas/$programme/herinneren');

/** A reminder that the lead reads, changes and sends, with those that went before it. */
export function RemindPage() {
  const { t } = useWords();
  const about = useProgramme();
  const mayRecord = useMayRecord();
  const { over, naam = '', deelname, rol = '' } = route.useSearch();
  const mail = useQuery(mailThere());
  const sent = useQuery(remindersOf(about));
  const beginning = useBeginning(over, naam);
  const today = sent.data?.basis.validOn;
  const isReady = mail.data !== undefined && today !== undefined && beginning !== undefined;
  const [failed] = [mail, sent].filter(({ data, error }) => data === undefined && error !== null);
  if (over === undefined) {
    return (
      <Gone sentence={t('remind.nothing')}>
        <Link to="/programmas/$programme/vandaag" params={{ programme: about.id }} search={keepPast}>
          {t('gone.back', { page: t('nav.today') })}
        </Link>
      </Gone>
    );
  }
  return (
    <div className="narrow">
      <PageTitle title={t('remind.title', { name: naam })} lead={<RemindersSent over={over} />} />
      {!mayRecord && <Empty>{t('remind.mayNot')}</Empty>}
      {mayRecord && failed !== undefined && <Failure error={failed.error} onRetry={() => void failed.refetch()} />}
      {mayRecord && failed === undefined && !isReady && <Skeleton lines={6} />}
      {mayRecord && mail.data !== undefined && today !== undefined && beginning !== undefined && (
        <RemindForm
          key={over}
          about={{ over, name: naam, trajectory: deelname, role: rol }}
          beginning={beginning}
          today={today}
          mayMail={mail.data.available}
        />
      )}
    </div>
  );
}
