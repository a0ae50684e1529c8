import type { Meeting } from '../../data/answers/follow.ts';
import type { Standing } from '../../data/answers/progress.ts';
import { expectedAt } from './attendance.ts';

/** Who was invited and has not answered; undefined when nobody was invited, or when the meeting has been. */
export function silentOf(meeting: Meeting, standings: readonly Standing[]): Standing[] | undefined {
  const { invitations, state } = meeting;
  if (invitations.length === 0 || state !== 'planned') return undefined;
  const answered = new Set(invitations.flatMap(({ answers }) => answers.map(({ trajectory }) => trajectory)));
  const everyone = invitations.some(({ invited }) => invited === null) ? expectedAt(meeting, standings) : [];
  const named = new Set(invitations.flatMap(({ invited }) => invited ?? []));
  const invited = standings.filter((one) => everyone.includes(one) || named.has(one.trajectory));
  return invited.filter(({ trajectory }) => !answered.has(trajectory));
}
