import { useQuery } from '@tanstack/react-query';
import { progress } from '../../data/ask.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Asked, Failure } from '../../ui/asked.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useWords } from '../../ui/words.tsx';
import { countsOf } from './attention.ts';
import { Attention } from './attention.tsx';
import { Organisations } from './organisations.tsx';
import { Silences } from './silences.tsx';
import { SinceLastVisit } from './since-last-visit.tsx';
import { TakeNote } from './take-note.tsx';
import { Waiting } from './waiting.tsx';
import { Week } from './week.tsx';

/** What a programme lead opens in the morning. */
export function TodayPage() {
  const { t, day } = useWords();
  const about = useProgramme();
  const mayRecord = useMayRecord();
  const { data: standings, error, refetch } = useQuery(progress(about));
  // Without standings no part of the page has anything to say: that is said once.
  if (standings === undefined && error !== null) {
    return (
      <>
        <PageTitle title={t('nav.today')} />
        <Failure error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  const today = standings?.basis.validOn;
  const items = standings?.data.items ?? [];
  return (
    <>
      <PageTitle title={t('nav.today')} lead={today === undefined ? undefined : <p>{day(today, 'weekday')}</p>} />
      <Asked query={progress(about)} lines={1}>
        {(data) => <p className="sentence">{t('today.sentence', countsOf(data.items))}</p>}
      </Asked>
      {mayRecord && today !== undefined && <TakeNote key={about.id} today={today} standings={items} />}
      <Attention standings={standings?.data.items} />
      <div className="halves">
        <Week />
        <Waiting />
      </div>
      <Silences />
      <Organisations />
      <SinceLastVisit />
    </>
  );
}
