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

/** The roles that were at the table, by trajectory. */
export type Roles = Readonly<Record<string, readonly string[]>>;

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

/** The roles that are on record. */
export function rolesAt({ attendance }: Meeting): Roles {
  return Object.fromEntries(attendance.map(({ trajectory, roles }) => [trajectory, roles]));
}

/** The trajectories of which something else is on record. */
export function changedIn({ attendance }: Meeting, entries: Entries, roles: Roles = {}): string[] {
  const known = new Map(attendance.map((entry) => [entry.trajectory, entry]));
  return Object.keys(entries).filter((trajectory) => {
    const entry = known.get(trajectory);
    if (entry === undefined || entries[trajectory] !== entry.attendance) return true;
    const told = roles[trajectory];
    return entry.attendance === 'present' && told !== undefined && !isSame(told, entry.roles);
  });
}

/** Whether these are the same roles, in whatever order. */
function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.toSorted().join() === others.toSorted().join();
}

/**
 * What there is to tell: everyone, as long as nothing is on record, and then only of whom something else is told. Who was
 * there keeps the roles that are on record, unless others are named; who was not there has none.
 */
export function entriesToTell(meeting: Meeting, entries: Entries, roles: Roles = {}): AttendanceTold['entries'] {
  const changed = changedIn(meeting, entries, roles);
  // With nothing to tell, everything is told as it is on record: the answer says that nothing changed.
  const isAsOnRecord = changed.length === 0;
  const known = rolesAt(meeting);
  const named = isAsOnRecord ? known : { ...known, ...roles };
  return (isAsOnRecord ? Object.keys(entries) : changed).flatMap((trajectory) => {
    const attendance = entries[trajectory];
    const atTable = attendance === 'present' ? [...(named[trajectory] ?? [])] : [];
    return attendance ? [{ trajectory, attendance, roles: atTable }] : [];
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

/** In which roles they were there, by trajectory. Of who was not there nothing is said: a tap back leaves what is on record. */
export function rolesIn(attendance: AttendanceTold | undefined): Roles {
  const present = (attendance?.entries ?? []).filter((entry) => entry.attendance === 'present');
  return Object.fromEntries(present.map((entry) => [entry.trajectory, entry.roles]));
}

/** The next answer after a tap: present, excused, absent, and round again. */
export function afterTap(answer: Attendance): Attendance {
  return answers[(answers.indexOf(answer) + 1) % answers.length] ?? 'present';
}
