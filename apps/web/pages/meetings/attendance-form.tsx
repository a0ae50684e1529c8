import { useState } from 'react';
import type { Meeting } from '../../data/answers/follow.ts';
import type { Standing } from '../../data/answers/progress.ts';
import { type Recorded, useCommand } from '../../data/command.ts';
import { useDraft } from '../../data/draft.ts';
import { posting } from '../../data/posting.ts';
import { useOutbox } from '../../data/unsent/this-outbox.ts';
import { DayField, RecordForm } from '../../ui/form.tsx';
import { Saved } from '../../ui/saved.tsx';
import { StatusShape } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';
import {
  type Attendance,
  type AttendanceTold,
  afterTap,
  attendancePath,
  changedIn,
  entriesOf,
  entriesToTell,
  expectedAt,
  presetOf,
  unsentAttendance,
} from './attendance.ts';

interface Props {
  readonly meeting: Meeting;
  readonly standings: readonly Standing[];
}

const tones = { present: 'good', excused: 'attention', absent: 'bad' } as const;

/** What is typed here that was not recorded yet. */
interface Typed {
  readonly changed: Readonly<Record<string, Attendance>>;
  readonly occurredOn: string;
}

/** Who was there: everyone stands on present, a tap changes it. */
export function AttendanceForm({ meeting, standings }: Props) {
  const { t } = useWords();
  const expected = expectedAt(meeting, standings);
  const place = `${meeting.meeting}.attendance`;
  // What was recorded without a connection stays in sight until it is sent, also after a reload.
  const unsent = unsentAttendance(useOutbox().waiting, meeting.meeting);
  const day = unsent?.occurredOn ?? meeting.heldOn ?? meeting.date;
  const draft = useDraft<Typed>(place, { changed: {}, occurredOn: day });
  const { changed, occurredOn } = draft.values;
  const [answer, setAnswer] = useState<Recorded>();
  const entries = { ...presetOf(meeting, expected), ...entriesOf(unsent), ...changed };
  const { mutate, isPending, isWaiting, error } = useCommand({
    what: t('attendance.action'),
    draft: place,
    posting: (told: AttendanceTold) => posting(attendancePath, meeting.meeting, told),
    onDone: (recorded) => {
      draft.clear();
      setAnswer(recorded);
    },
  });
  const submit = () => mutate({ occurredOn, entries: entriesToTell(meeting, entries) });
  const isKnown = meeting.attendance.length > 0;
  const untold = isKnown && unsent === undefined ? changedIn(meeting, entries) : [];
  const names = expected.flatMap(({ trajectory, organisation }) =>
    untold.includes(trajectory) ? organisation.name : [],
  );
  return (
    <>
      <RecordForm onSubmit={submit} isSending={isPending} error={error} action={t('attendance.action')} draft={draft}>
        <p className="hint">{t(isKnown ? 'attendance.hintKnown' : 'attendance.hint')}</p>
        <ul className="taps">
          {expected.map(({ trajectory, organisation }) => (
            <li key={trajectory}>
              <Tap
                name={organisation.name}
                attendance={entries[trajectory] ?? 'present'}
                onChange={(attendance) => draft.change({ changed: { ...changed, [trajectory]: attendance } })}
              />
            </li>
          ))}
        </ul>
        {names.length > 0 && <p role="status">{t('attendance.untold', { names: names.join(', ') })}</p>}
        <DayField
          label={t('field.on')}
          name="occurredOn"
          error={error}
          value={occurredOn}
          onChange={(day) => draft.change({ occurredOn: day })}
        />
      </RecordForm>
      <Saved answer={answer} isWaiting={isWaiting || unsent !== undefined} at="meetings" id={meeting.meeting} />
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
