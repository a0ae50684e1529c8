import { useQuery } from '@tanstack/react-query';
import { programme as programmeAsked } from '../../data/ask.ts';
import { type ReportAsked, report, reportFile } from '../../data/ask-reports.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Failure, Skeleton } from '../../ui/asked.tsx';
import { Download, Print } from '../../ui/download.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useWords } from '../../ui/words.tsx';
import { Report } from './report.tsx';

/** The management report as it is now or, in the past, as it was known then; to print, and as a file. */
export function ReportPage() {
  const { t } = useWords();
  const about = useProgramme();
  // The API gives a report of the past by its ordinal, which the answer about the programme names.
  const programme = useQuery({ ...programmeAsked(about), enabled: about.isPast });
  const then = programme.data?.basis;
  const isKnown = !about.isPast || then !== undefined;
  const at = about.isPast && then !== undefined ? { ordinal: then.ordinal, on: then.validOn } : undefined;
  const asked: ReportAsked = { programme: about.id, at };
  const told = useQuery({ ...report(asked), enabled: isKnown });
  const { data } = told;
  const { error, refetch } = isKnown ? told : programme;
  return (
    <>
      <PageTitle title={t('reports.management')} />
      {data === undefined && error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={10} />}
      {data !== undefined && (
        <>
          <div className="choices">
            <Print />
            {(['csv', 'json'] as const).map((format) => (
              <Download
                key={format}
                name={`managementrapportage-${data.basis.ordinal}.${format}`}
                file={() =>
                  reportFile({ ...asked, at: { ordinal: data.basis.ordinal, on: data.basis.validOn } }, format)
                }
              >
                {t(`reports.${format}`)}
              </Download>
            ))}
          </div>
          <Report report={data} />
        </>
      )}
    </>
  );
}
