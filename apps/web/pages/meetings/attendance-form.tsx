import { useState } from 'react';
import type { Meeting } from '../../data/answers/follow.ts';
import type { Standing } from '../../data/answers/progress.ts';
import { api } from '../../data/client.ts';
import { type Recorded, useCommand } from '../../data/command.ts';
import { DayField, RecordForm } from '../../ui/form.tsx';
import { Saved } from '../../ui/saved.tsx';
import { StatusShape } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';
import { type Attendance, afterTap, expectedAt, presetOf } from './attendance.ts';

interface Props {
  readonly meeting: Meeting;
  readonly standings: readonly Standing[];
}

const tones = { present: 'good', excused: 'attention', absent: 'bad' } as const;

/** Who was there: everyone stands on present, a tap changes it. */
export function AttendanceForm({ meeting, standings }: Props) {
  const { t } = useWords();
  const expected = expectedAt(meeting, standings);
  const [changed, setChanged] = useState<Readonly<Record<string, Attendance>>>({});
  const [occurredOn, setOccurredOn] = useState(meeting.heldOn ?? meeting.date);
  const [answer, setAnswer] = useState<Recorded>();
  const entries = { ...presetOf(meeting, expected), ...changed };
  const { mutate, isPending, error } = useCommand(
    (body: { occurredOn: string; entries: { trajectory: string; attendance: Attendance }[] }, headers) =>
      api.POST('/v1/meetings/{id}/attendance', { params: { path: { id: meeting.meeting }, header: headers }, body }),
    (recorded) => {
      setChanged({});
      setAnswer(recorded);
    },
  );
  const submit = () =>
    mutate({
      occurredOn,
      entries: Object.entries(entries).map(([trajectory, attendance]) => ({ trajectory, attendance })),
    });
  return (
    <>
      <RecordForm onSubmit={submit} isSending={isPending} error={error} action={t('attendance.action')}>
        <p className="hint">{t(meeting.attendance.length === 0 ? 'attendance.hint' : 'attendance.hintKnown')}</p>
        <ul className="taps">
          {expected.map(({ trajectory, organisation }) => (
            <li key={trajectory}>
              <Tap
                name={organisation.name}
                attendance={entries[trajectory] ?? 'present'}
                onChange={(attendance) => setChanged({ ...changed, [trajectory]: attendance })}
              />
            </li>
          ))}
        </ul>
        <DayField label={t('field.on')} name="occurredOn" error={error} value={occurredOn} onChange={setOccurredOn} />
      </RecordForm>
      {answer !== undefined && (
        <Saved answer={answer} at="meetings" id={meeting.meeting} onUndone={() => setAnswer(undefined)} />
      )}
    </>
  );
}

interface TapProps {
  readonly name: string;
  readonly attendance: Attendance;
  readonly onChange: (attendance: Attendance) => void;
}

function Tap({ name, attendance, onChange }: TapProps) {
  const { word } = useWords();
  return (
    <button type="button" className={`tap tap--${attendance}`} onClick={() => onChange(afterTap(attendance))}>
      <StatusShape tone={tones[attendance]} />
      <span className="tap__name">{name}</span>
      <span className="tap__answer" aria-live="polite">
        {word('attendance', attendance)}
      </span>
    </button>
  );
}
