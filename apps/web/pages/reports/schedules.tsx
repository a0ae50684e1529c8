import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
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
  if (schedules.length === 0) return <Empty>{t(mayRecord ? 'reports.noSchedule' : 'reports.noScheduleHere')}</Empty>;
  return (
    <ul className="rows">
      {schedules.map((schedule) => (
        <Schedule key={schedule.schedule} schedule={schedule} mayRecord={mayRecord} />
      ))}
    </ul>
  );
}

interface Props {
  readonly schedule: ReportSchedule;
  readonly mayRecord: boolean;
}

function Schedule({ schedule, mayRecord }: Props) {
  const { t } = useWords();
  const { id } = useProgramme();
  const rhythm = useRhythm()(schedule);
  const [asked, setAsked] = useState(false);
  const { mutate, isPending, error } = useDirectCommand((which: string, headers) =>
    api.DELETE('/v1/programmes/{id}/report-schedules/{schedule}', {
      params: { path: { id, schedule: which }, header: headers },
    }),
  );
  return (
    <li className="row">
      <span className="row__main">
        {t('reports.management')}
        <span className="row__note">{rhythm}</span>
      </span>
      {mayRecord && !asked && (
        <Button appearance="subtle-button" aria-label={t('reports.endOf', { rhythm })} onClick={() => setAsked(true)}>
          {t('reports.end')}
        </Button>
      )}
      {mayRecord && asked && (
        <fieldset className="row__actions">
          <legend>{t('reports.endSure')}</legend>
          <Button
            appearance="primary-action-button"
            disabled={isPending}
            autoFocus
            onClick={() => mutate(schedule.schedule)}
          >
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
