import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { run, runFile } from '../../data/ask-reports.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Failure, Skeleton } from '../../ui/asked.tsx';
import { Download, Print } from '../../ui/download.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useWords } from '../../ui/words.tsx';
import { Report } from './report.tsx';

const route = getRouteApi('/programmas/$programme/rapportages/$schedule/$due');

/** One report that went out on schedule, as it was then. */
export function RunPage() {
  const { t, day } = useWords();
  const { schedule, due } = route.useParams();
  const { id: programme } = useProgramme();
  const asked = { programme, schedule, due };
  const { data, error, refetch } = useQuery(run(asked));
  return (
    <>
      <PageTitle title={t('reports.runOf', { day: day(due) })} lead={<p>{t('reports.runLead')}</p>} />
      {data === undefined && error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={10} />}
      {data !== undefined && (
        <>
          <div className="choices">
            <Print />
            <Download name={`managementrapportage-${data.basis.ordinal}.json`} file={() => runFile(asked)}>
              {t('reports.json')}
            </Download>
          </div>
          <Report report={data} />
        </>
      )}
    </>
  );
}
