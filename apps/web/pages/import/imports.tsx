import { useQuery } from '@tanstack/react-query';
import type { ImportStatus } from '../../data/answers/imports.ts';
import { importSteps, importsIn } from '../../data/ask-imports.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';

/** Every import of the programme, followed until all of its lines are recorded. */
export function Imports() {
  const { t } = useWords();
  const about = useProgramme();
  const query = importSteps(about);
  const known = useQuery(query).data;
  const isBusy = known !== undefined && importsIn(known.data).some(({ completed }) => completed === null);
  return (
    <Asked query={{ ...query, refetchInterval: isBusy && !about.isPast ? 1000 : false }} lines={2}>
      {(changes) => {
        const imports = importsIn(changes);
        if (imports.length === 0) return <Empty>{t('import.noneYet')}</Empty>;
        return (
          <ul className="rows rows--wide" aria-live="polite">
            {imports.map((one) => (
              <ImportRow key={one.import} one={one} />
            ))}
          </ul>
        );
      }}
    </Asked>
  );
}

function ImportRow({ one: { acceptedAt, rows, sha256, completed } }: { readonly one: ImportStatus }) {
  const { t, day } = useWords();
  return (
    <li className="row">
      <span className="row__day">{day(acceptedAt)}</span>
      <span className="row__main">
        {t('import.rows', { rows })}
        {completed !== null && <span className="row__note">{t('import.summary', { ...completed })}</span>}
        <span className="row__note break">{t('reports.sha', { sha256 })}</span>
      </span>
      {completed === null ? (
        <label>
          {t('import.busy')} <progress />
        </label>
      ) : (
        <Status tone={completed.refused > 0 ? 'attention' : 'good'}>{t('import.done')}</Status>
      )}
    </li>
  );
}
