import { Button } from '@utrecht/component-library-react';
import { useEffect, useRef, useState } from 'react';
import type { ReportSchedule } from '../../data/answers/programme.ts';
import { api } from '../../data/client.ts';
import { useDirectCommand } from '../../data/direct-command.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Empty, Failure } from '../../ui/asked.tsx';
import { useWords } from '../../ui/words.tsx';
import { useRhythm } from './rhythm.ts';

/** When reports go out by themselves; each can be ended. */
export function Schedules({ schedules }: { readonly schedules: readonly ReportSchedule[] }) {
  const { t } = useWords();
  const mayRecord = useMayRecord();
  const place = useRef<HTMLDivElement>(null);
  const ending = useRef<string>(undefined);
  useEffect(() => {
    if (ending.current === undefined || schedules.some(({ schedule }) => schedule === ending.current)) return;
    ending.current = undefined;
    // The row went with the focus in it: the keyboard goes on from the list. Who went on elsewhere stays there.
    if (document.activeElement === document.body) place.current?.focus();
  }, [schedules]);
  return (
    <div ref={place} tabIndex={-1}>
      {schedules.length === 0 && <Empty>{t(mayRecord ? 'reports.noSchedule' : 'reports.noScheduleHere')}</Empty>}
      <ul className="rows">
        {schedules.map((schedule) => (
          <Schedule
            key={schedule.schedule}
            schedule={schedule}
            mayRecord={mayRecord}
            onEnd={() => {
              ending.current = schedule.schedule;
            }}
          />
        ))}
      </ul>
    </div>
  );
}

interface Props {
  readonly schedule: ReportSchedule;
  readonly mayRecord: boolean;
  /** It is being ended, and goes from the list when it is. */
  readonly onEnd: () => void;
}

function Schedule({ schedule, mayRecord, onEnd }: Props) {
  const { t } = useWords();
  const { id } = useProgramme();
  const rhythm = useRhythm()(schedule);
  const [asked, setAsked] = useState<boolean>();
  const { mutate, isPending, error } = useDirectCommand((which: string, headers) =>
    api.DELETE('/v1/programmes/{id}/report-schedules/{schedule}', {
      params: { path: { id, schedule: which }, header: headers },
    }),
  );
  const end = () => {
    onEnd();
    mutate(schedule.schedule);
  };
  return (
    <li className="row">
      <span className="row__main">
        {t('reports.management')}
        <span className="row__note">{rhythm}</span>
      </span>
      {mayRecord && !asked && (
        <Button
          appearance="subtle-button"
          aria-label={t('reports.endOf', { rhythm })}
          // Kept after all: the button of that is gone.
          autoFocus={asked === false}
          onClick={() => setAsked(true)}
        >
          {t('reports.end')}
        </Button>
      )}
      {mayRecord && asked && (
        <fieldset className="row__actions">
          <legend>{t('reports.endSure')}</legend>
          <Button appearance="primary-action-button" disabled={isPending} autoFocus onClick={end}>
            {t('reports.endAction')}
          </Button>
          <Button appearance="secondary-action-button" onClick={() => setAsked(false)}>
            {t('reports.keep')}
          </Button>
        </fieldset>
      )}
      {error !== null && <Failure error={error} />}
    </li>
  );
}
