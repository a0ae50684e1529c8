import type { Refusal } from '../kernel/decision.ts';
import type { Content } from '../kernel/event.ts';
import { refuseEntries } from './attendance.ts';
import type { MeetingContext } from './context.ts';
import { meetingEvents } from './events.ts';

/** What is asked of a corrected fact of a meeting beside its shape: `check` of `decideCorrection`. */
export function checkMeetingFact({ programme, trajectories }: MeetingContext) {
  return ({ type, data }: Content): Refusal | undefined => {
    if (type !== 'meeting.attendance-recorded.v2' || programme.status === 'unknown') return undefined;
    const { entries } = meetingEvents[type].data.parse(data);
    return refuseEntries(entries, programme.programme, trajectories);
  };
}
