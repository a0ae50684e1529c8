import type { Refusal, Warning } from '../kernel/decision.ts';
import { nothingChanged } from '../kernel/refusals.ts';
import { placeOf } from '../network/state.ts';
import type { TrajectoryState } from '../trajectory/state.ts';
import type { MeetingContext } from './context.ts';
import type { Attendance } from './events.ts';
import { attendanceElsewhere, attendanceTwice } from './refusals.ts';
import type { KnownMeeting } from './state.ts';
import { attendanceReplaced, presentWithoutAPlace } from './warnings.ts';

export interface Entry {
  readonly trajectory: string;
  readonly attendance: Attendance;
}

export function refuseAttendance(
  entries: readonly Entry[],
  state: KnownMeeting,
  context: MeetingContext,
): Refusal | undefined {
  const refused = refuseEntries(entries, state.programme, context.trajectories);
  if (refused) return refused;
  const same = entries.every(({ trajectory, attendance }) => state.attendance[trajectory] === attendance);
  return same ? nothingChanged() : undefined;
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
  const replaced = entries.filter(({ trajectory, attendance }) => {
    const known = state.attendance[trajectory];
    return known !== undefined && known !== attendance;
  });
  const placeless = entries.filter(
    ({ trajectory, attendance }) => attendance === 'present' && placeOf(context.network, trajectory).place !== 'given',
  );
  return [
    ...(replaced.length > 0 ? [attendanceReplaced(replaced.length)] : []),
    ...(placeless.length > 0 ? [presentWithoutAPlace(placeless.length)] : []),
  ];
}
