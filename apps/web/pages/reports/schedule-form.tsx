import { useState } from 'react';
import { type Recorded, useCommand } from '../../data/command.ts';
import { posting } from '../../data/posting.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { ChoiceField, LineField, NumberField, RecordForm } from '../../ui/form.tsx';
import { Told } from '../../ui/saved.tsx';
import { useWords } from '../../ui/words.tsx';

type Every = 'week' | 'month';
const weekdays = ['1', '2', '3', '4', '5', '6', '7'];

interface Content {
  readonly report: 'management';
  readonly every: Every;
  readonly day: number;
  readonly time: string;
}

/** Makes a schedule: by default every first of the month at eight. */
export function ScheduleForm() {
  const { t, word } = useWords();
  const { id } = useProgramme();
  const [every, setEvery] = useState<Every>('month');
  const [day, setDay] = useState('1');
  const [time, setTime] = useState('08:00');
  const [answer, setAnswer] = useState<Recorded>();
  const { mutate, isPending, isWaiting, error } = useCommand({
    what: t('reports.schedule'),
    posting: (content: Content) => posting('/v1/programmes/{id}/report-schedules', id, content),
    onDone: setAnswer,
  });
  const chooseEvery = (chosen: string) => {
    setEvery(chosen === 'week' ? 'week' : 'month');
    setDay('1');
  };
  const days = { label: t('reports.day'), name: 'day', error, value: day, onChange: setDay };
  return (
    <>
      <h3>{t('reports.newSchedule')}</h3>
      <RecordForm
        onSubmit={() => mutate({ report: 'management', every, day: Number(day), time })}
        isSending={isPending}
        error={error}
        action={t('reports.schedule')}
      >
        <ChoiceField
          label={t('reports.every')}
          name="every"
          error={error}
          value={every}
          onChange={chooseEvery}
          options={[
            ['month', t('reports.month')],
            ['week', t('reports.week')],
          ]}
        />
        {every === 'week' ? (
          <ChoiceField {...days} options={weekdays.map((weekday) => [weekday, word('weekday', weekday)] as const)} />
        ) : (
          <NumberField {...days} label={t('reports.dayOfMonth')} />
        )}
        <LineField
          label={t('reports.time')}
          hint={t('reports.timeHint')}
          name="time"
          error={error}
          value={time}
          onChange={setTime}
        />
      </RecordForm>
      <Told answer={answer} isWaiting={isWaiting} />
    </>
  );
}
