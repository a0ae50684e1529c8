import * as z from 'zod/mini';
import type { Meeting } from '../../data/answers/follow.ts';
import type { Standing } from '../../data/answers/progress.ts';
import { posting } from '../../data/posting.ts';
import type { Unsent } from '../../data/unsent/shelf.ts';

export const answers = ['present', 'excused', 'absent'] as const;
export type Attendance = (typeof answers)[number];

/** Where attendance is recorded. */
export const attendancePath = '/v1/meetings/{id}/attendance';

const told = z.object({
  occurredOn: z.string(),
  entries: z.array(
    z.object({ trajectory: z.string(), attendance: z.enum(answers), roles: z._default(z.array(z.string()), []) }),
  ),
});
/** What is recorded: on which day, and who was there. */
export type AttendanceTold = z.infer<typeof told>;

/** Whether someone was there, by trajectory. */
export type Entries = Readonly<Record<string, Attendance>>;

const taking = new Set(['admitted', 'admitted-with-reservation', 'started', 'paused', 'completed', 'after-measured']);

/** Who was expected: those with a place in the network of the meeting, and whoever is on its list already. */
export function expectedAt(meeting: Meeting, standings: readonly Standing[]): Standing[] {
  const listed = new Set(meeting.attendance.map(({ trajectory }) => trajectory));
  return standings.filter(({ trajectory, network, participation }) => {
    const hasPlace = taking.has(participation.step);
    const isOfNetwork = meeting.network === null || network?.id === meeting.network;
    return listed.has(trajectory) || (listed.size === 0 && hasPlace && isOfNetwork);
  });
}

/** The list to begin with: what is on record, and everyone else present. */
export function presetOf(meeting: Meeting, expected: readonly Standing[]): Entries {
  const known = new Map(meeting.attendance.map((entry) => [entry.trajectory, entry.attendance]));
  return Object.fromEntries(
    expected.map(({ trajectory }) => [
      trajectory,
      answers.find((answer) => answer === known.get(trajectory)) ?? 'present',
    ]),
  );
}

/** The trajectories of which something else is on record. */
export function changedIn({ attendance }: Meeting, entries: Entries): string[] {
  const known = new Map(attendance.map((entry) => [entry.trajectory, entry.attendance]));
  return Object.keys(entries).filter((trajectory) => entries[trajectory] !== known.get(trajectory));
}

/**
 * What there is to tell: everyone, as long as nothing is on record, and then only of whom something else is told. Who was
 * there in which roles stands in the record of each, and would be lost if they were all told again.
 */
export function entriesToTell(meeting: Meeting, entries: Entries): AttendanceTold['entries'] {
  const changed = changedIn(meeting, entries);
  // With nothing to tell, everything is told as it is on record: the answer says that nothing changed.
  const told = changed.length > 0 ? changed : Object.keys(entries);
  return told.flatMap((trajectory) => {
    const attendance = entries[trajectory];
    const known = meeting.attendance.find((entry) => entry.trajectory === trajectory);
    const roles = attendance === 'present' ? (known?.roles ?? []) : [];
    return attendance ? [{ trajectory, attendance, roles }] : [];
  });
}

/** The attendance of a meeting that was entered last and waits to be sent. */
export function unsentAttendance(waiting: readonly Unsent[], meeting: string): AttendanceTold | undefined {
  const empty = posting(attendancePath, meeting, { occurredOn: '', entries: [] });
  const last = waiting.findLast(({ address }) => address === empty.address);
  return last === undefined ? undefined : told.safeParse(last.content).data;
}

/** Who was there, by trajectory. */
export function entriesOf(attendance: AttendanceTold | undefined): Entries {
  return Object.fromEntries((attendance?.entries ?? []).map((entry) => [entry.trajectory, entry.attendance]));
}

/** The next answer after a tap: present, excused, absent, and round again. */
export function afterTap(answer: Attendance): Attendance {
  return answers[(answers.indexOf(answer) + 1) % answers.length] ?? 'present';
}
