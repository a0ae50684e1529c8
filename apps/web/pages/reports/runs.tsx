import { Link } from '@tanstack/react-router';
import type { ReportRun } from '../../data/answers/report.ts';
import { runs } from '../../data/ask-reports.ts';
import { keepPast } from '../../data/moment.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { useWords } from '../../ui/words.tsx';

/** The reports that went out on schedule, the last first. */
export function Runs() {
  const { t } = useWords();
  return (
    <Asked query={runs(useProgramme())} lines={3}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{t('reports.noRuns')}</Empty>
        ) : (
          <ul className="rows rows--wide">
            {items.toReversed().map((run) => (
              <RunRow key={`${run.schedule}${run.due}`} run={run} />
            ))}
          </ul>
        )
      }
    </Asked>
  );
}

function RunRow({ run: { schedule, due, ordinal, sha256, size } }: { readonly run: ReportRun }) {
  const { t, day } = useWords();
  const { id } = useProgramme();
  return (
    <li className="row">
      <span className="row__day">{day(due)}</span>
      <span className="row__main">
        <Link
          to="/programmas/$programme/rapportages/$schedule/$due"
          params={{ programme: id, schedule, due }}
          search={keepPast}
        >
          {t('reports.runOf', { day: day(due) })}
        </Link>
        <span className="row__note break">{t('reports.sha', { sha256 })}</span>
      </span>
      <span className="row__note">{t('reports.ordinal', { ordinal, size: Math.ceil(size / 1000) })}</span>
    </li>
  );
}
