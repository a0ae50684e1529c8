import type { Commitment, Pledge } from '../../data/answers/follow.ts';
import type { PlannedMeeting } from '../../data/answers/programme.ts';
import { addDays, type Day } from '../../data/dates.ts';

/** Something of this week, on its day. */
export type Appointment =
  | {
      readonly on: Day;
      readonly what: 'meeting';
      readonly meeting: string;
      readonly title: string;
      readonly held: boolean;
    }
  | {
      readonly on: Day;
      readonly what: 'commitment';
      readonly name: string;
      readonly trajectory: string;
      readonly layer: string;
    }
  | { readonly on: Day; readonly what: 'pledge'; readonly name: string; readonly role: string };

interface Known {
  readonly meetings: readonly PlannedMeeting[];
  readonly commitments: readonly Commitment[];
  readonly pledges: readonly Pledge[];
}

/** What falls on today or the six days after it, by day. */
export function weekOf(today: Day, { meetings, commitments, pledges }: Known): Appointment[] {
  const last = addDays(today, 6);
  const falls = (day: Day | null): day is Day => day !== null && day >= today && day <= last;
  const found: Appointment[] = [];
  for (const { meeting, title, date, heldOn, cancelled } of meetings)
    if (falls(date) && !cancelled) found.push({ on: date, what: 'meeting', meeting, title, held: heldOn !== null });
  for (const { due, organisation, trajectory, layer } of commitments)
    if (falls(due)) found.push({ on: due, what: 'commitment', name: organisation.name, trajectory, layer });
  for (const { due, keeper } of pledges)
    if (falls(due)) found.push({ on: due, what: 'pledge', name: keeper.organisation?.name ?? '', role: keeper.role });
  return found.sort((a, b) => a.on.localeCompare(b.on));
}
