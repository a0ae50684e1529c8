import { sameContent } from '../kernel/compare.ts';
import type { Refusal, Warning } from '../kernel/decision.ts';
import { nothingChanged } from '../kernel/refusals.ts';
import { placeOf } from '../network/state.ts';
import type { TrajectoryState } from '../trajectory/state.ts';
import type { Entry } from './commands.ts';
import type { MeetingContext } from './context.ts';
import { attendanceElsewhere, attendanceTwice } from './refusals.ts';
import type { KnownMeeting } from './state.ts';
import { attendanceReplaced, presentWithoutAPlace, rolesOfWhoWasNotThere } from './warnings.ts';

export function refuseAttendance(
  entries: readonly Entry[],
  state: KnownMeeting,
  context: MeetingContext,
): Refusal | undefined {
  const refused = refuseEntries(entries, state.programme, context.trajectories);
  if (refused) return refused;
  return entries.every((entry) => isKnown(entry, state)) ? nothingChanged() : undefined;
}

function isKnown({ trajectory, attendance, roles = [] }: Entry, state: KnownMeeting): boolean {
  return sameContent(state.attendance[trajectory], { attendance, roles });
}

/** Each trajectory once, and only those of the programme. */
export function refuseEntries(
  entries: readonly Entry[],
  programme: string,
  trajectories: ReadonlyMap<string, TrajectoryState>,
): Refusal | undefined {
  const seen = new Set<string>();
  for (const { trajectory } of entries) {
    if (seen.has(trajectory)) return attendanceTwice(trajectory);
    seen.add(trajectory);
    const state = trajectories.get(trajectory);
    if (state?.status !== 'known' || state.programme !== programme) return attendanceElsewhere(trajectory);
  }
  return undefined;
}

export function attendanceWarnings(entries: readonly Entry[], state: KnownMeeting, context: MeetingContext): Warning[] {
  const replaced = entries.filter((entry) => state.attendance[entry.trajectory] && !isKnown(entry, state));
  const rolesElsewhere = entries.filter(({ attendance, roles = [] }) => attendance !== 'present' && roles.length > 0);
  // Of a meeting of the whole programme anyone can be.
  const ofNetwork = state.network === undefined ? [] : entries;
  const placeless = ofNetwork.filter(
    ({ trajectory, attendance }) => attendance === 'present' && placeOf(context.network, trajectory).place !== 'given',
  );
  return [
    ...(replaced.length > 0 ? [attendanceReplaced(replaced.length)] : []),
    ...(rolesElsewhere.length > 0 ? [rolesOfWhoWasNotThere(rolesElsewhere.length)] : []),
    ...(placeless.length > 0 ? [presentWithoutAPlace(placeless.length)] : []),
  ];
}
