import { never } from '../kernel/decision.ts';
import type { DateStatus } from '../kernel/time.ts';

/** A fact about the date of a meeting, with the day by which it is ordered. JSON, so that a row of a view can hold it. */
export type MeetingFact = { readonly on: string } & (
  | { readonly fact: 'planned'; readonly date: string; readonly status: DateStatus }
  | { readonly fact: 'date-agreed'; readonly date: string }
  | { readonly fact: 'moved'; readonly to: string; readonly status: DateStatus }
  | { readonly fact: 'held' | 'cancelled' }
);

/** Where a meeting is. */
export interface MeetingCourse {
  readonly status: 'planned' | 'held' | 'cancelled';
  readonly date: string;
  readonly dateStatus: DateStatus;
  /** The day by which it is ordered, once it was held. */
  readonly heldOn: string | undefined;
}

/**
 * Where the facts lead, up to and including that day when one is given; undefined when none gives it a date. The plan
 * comes before all else, also when a date was agreed or moved on an earlier day than that of the plan.
 */
export function meetingOf(facts: readonly MeetingFact[], upTo?: string): MeetingCourse | undefined {
  const known = facts.filter(({ on }) => upTo === undefined || on <= upTo);
  const planned = known.filter(({ fact }) => fact === 'planned');
  const later = known.filter(({ fact }) => fact !== 'planned');
  return [...planned, ...later].reduce<MeetingCourse | undefined>(courseAfter, undefined);
}

/** Accepts every order. */
function courseAfter(now: MeetingCourse | undefined, fact: MeetingFact): MeetingCourse | undefined {
  switch (fact.fact) {
    case 'planned':
      return { status: 'planned', date: fact.date, dateStatus: fact.status, heldOn: undefined };
    case 'date-agreed':
      return { ...alive(now), date: fact.date, dateStatus: 'agreed' };
    case 'moved':
      return { ...alive(now), date: fact.to, dateStatus: fact.status };
    case 'held':
      return { date: fact.on, dateStatus: 'agreed', ...now, status: 'held', heldOn: fact.on };
    case 'cancelled':
      return now && { ...now, status: 'cancelled' };
    default:
      return never(fact);
  }
}

/** A meeting that was cancelled and gets a date again, is no longer cancelled. */
function alive(now: MeetingCourse | undefined): Pick<MeetingCourse, 'status' | 'heldOn'> {
  const heldOn = now?.heldOn;
  return { status: heldOn === undefined ? 'planned' : 'held', heldOn };
}
