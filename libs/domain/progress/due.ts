import { addDays } from '../kernel/days.ts';
import { never } from '../kernel/decision.ts';
import type { Milestone } from '../template/template.ts';
import type { MeetingDates, Plan } from './inputs.ts';

/** The day that counts of a meeting; undefined when it was cancelled or has no date. */
export function dayOfMeeting({ heldOn, agreed, provisional, cancelled }: MeetingDates): string | undefined {
  if (heldOn !== undefined) return heldOn;
  return cancelled ? undefined : (agreed ?? provisional);
}

/** The day of the `number`th meeting of that kind, counted from 1 in the order of their days. */
export function meetingDay(
  meetings: readonly MeetingDates[],
  kind: MeetingDates['kind'],
  number: number,
): string | undefined {
  return meetings
    .filter((meeting) => meeting.kind === kind)
    .map(dayOfMeeting)
    .filter((day) => day !== undefined)
    .sort()[number - 1];
}

/** What is the same for every trajectory that is measured by a plan. */
export interface PlannedDays {
  /** The day of the first opening meeting; undefined as long as it has none. */
  readonly opening: string | undefined;
  /** When the milestones of the template are due, in its order. */
  readonly due: readonly (string | undefined)[];
}

const known = new WeakMap<Plan, PlannedDays>();

/** They are worked out once for each plan: all trajectories of a network are judged again when one of its meetings moves. */
export function plannedDaysOf(plan: Plan): PlannedDays {
  const before = known.get(plan);
  if (before) return before;
  const days = {
    opening: meetingDay(plan.meetings, 'opening', 1),
    due: plan.template.milestones.map((milestone) => dueDay(milestone, plan)),
  };
  known.set(plan, days);
  return days;
}

/** When a milestone is due by the plan; undefined as long as the meeting that it hangs on has no date. */
export function dueDay({ due }: Milestone, plan: Plan): string | undefined {
  const anchor = anchorDay(due, plan);
  return anchor === undefined ? undefined : addDays(anchor, due.days);
}

function anchorDay({ anchor, number }: Milestone['due'], plan: Plan): string | undefined {
  switch (anchor) {
    case 'programme-start':
      return plan.from;
    case 'programme-end':
      return plan.until;
    case 'opening':
    case 'exchange':
    case 'closing':
      return meetingDay(plan.meetings, anchor, number);
    default:
      return never(anchor);
  }
}
