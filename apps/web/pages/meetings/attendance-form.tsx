import { useState } from 'react';
import type { Meeting } from '../../data/answers/follow.ts';
import type { Standing } from '../../data/answers/progress.ts';
import { type Recorded, useCommand } from '../../data/command.ts';
import { useDraft } from '../../data/draft.ts';
import { posting } from '../../data/posting.ts';
import type { ApiProblem } from '../../data/problem.ts';
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
  type Roles,
  rolesAt,
  rolesIn,
  unsentAttendance,
} from './attendance.ts';
import { RolesAtTable } from './roles-at-table.tsx';
import { type TypedRoles, typedIn, useTypedRoles } from './use-typed-roles.ts';

interface Props {
  readonly meeting: Meeting;
  readonly standings: readonly Standing[];
}

const tones = { present: 'good', excused: 'attention', absent: 'bad' } as const;

/** What is typed here that was not recorded yet. */
interface Typed {
  readonly changed: Readonly<Record<string, Attendance>>;
  readonly roles: Roles;
  readonly typedRoles: TypedRoles;
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
  const draft = useDraft<Typed>(place, { changed: {}, roles: {}, typedRoles: {}, occurredOn: day });
  const { changed, roles: named, typedRoles, occurredOn } = draft.values;
  const [answer, setAnswer] = useState<Recorded>();
  const entries = { ...presetOf(meeting, expected), ...entriesOf(unsent), ...changed };
  const roles = { ...rolesAt(meeting), ...rolesIn(unsent), ...named };
  const typing = useTypedRoles(roles, typedRoles);
  const [held, setHeld] = useState<ApiProblem>();
  const { mutate, isPending, isWaiting, error } = useCommand({
    what: t('attendance.action'),
    draft: place,
    posting: (told: AttendanceTold) => posting(attendancePath, meeting.meeting, told),
    onDone: (recorded) => {
      draft.clear();
      setAnswer(recorded);
    },
  });
  const present = expected.flatMap(({ trajectory }) => (entries[trajectory] === 'present' ? [trajectory] : []));
  const isHeld = present.some((trajectory) => typing.errorOf(trajectory) !== undefined);
  const together = typing.together();
  const submit = () => {
    const problem = typing.refuse(present);
    setHeld(problem);
    if (problem === undefined) mutate({ occurredOn, entries: entriesToTell(meeting, entries, together) });
  };
  const isKnown = meeting.attendance.length > 0;
  const untold = isKnown && unsent === undefined ? changedIn(meeting, entries, together) : [];
  const names = expected.flatMap(({ trajectory, organisation }) =>
    untold.includes(trajectory) ? organisation.name : [],
  );
  return (
    <>
      <RecordForm
        onSubmit={submit}
        isSending={isPending}
        error={(isHeld ? held : undefined) ?? error}
        action={t('attendance.action')}
        draft={draft}
      >
        <p className="hint">{t(isKnown ? 'attendance.hintKnown' : 'attendance.hint')}</p>
        <ul className="taps">
          {expected.map(({ trajectory, organisation }) => (
            <li key={trajectory}>
              <Tap
                name={organisation.name}
                attendance={entries[trajectory] ?? 'present'}
                onChange={(attendance) => draft.change({ changed: { ...changed, [trajectory]: attendance } })}
              />
              {entries[trajectory] === 'present' && (
                <RolesAtTable
                  name={organisation.name}
                  roles={roles[trajectory] ?? []}
                  typed={typedRoles[trajectory] ?? ''}
                  error={typing.errorOf(trajectory)}
                  onChoose={(told) => draft.change({ roles: { ...named, [trajectory]: told } })}
                  onType={(text) => draft.change({ typedRoles: typedIn(typedRoles, trajectory, text) })}
                  onAdd={(told) =>
                    draft.change({
                      roles: { ...named, [trajectory]: told },
                      typedRoles: typedIn(typedRoles, trajectory, ''),
                    })
                  }
                  onRefuse={() => typing.refuse([trajectory])}
                />
              )}
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
