import type { Meeting } from '../../data/answers/follow.ts';
import type { Standing } from '../../data/answers/progress.ts';

export const answers = ['present', 'excused', 'absent'] as const;
export type Attendance = (typeof answers)[number];

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

/** The next answer after a tap: present, excused, absent, and round again. */
export function afterTap(answer: Attendance): Attendance {
  return answers[(answers.indexOf(answer) + 1) % answers.length] ?? 'present';
}
