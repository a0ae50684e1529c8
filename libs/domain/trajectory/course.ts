import { sameContent } from '../kernel/compare.ts';
import { never } from '../kernel/decision.ts';
import type { Evidence } from '../kernel/names.ts';
import type { DateStatus } from '../kernel/time.ts';

/** Where a trajectory is by its own facts; whether it has a place is known by the network. */
export type Course =
  | { readonly step: 'interested' | 'applied' | 'intake-held' | 'started' | 'completed' | 'after-measured' | 'closed' }
  | {
      readonly step: 'intake-planned';
      readonly date: string;
      readonly status: DateStatus;
      /** The date that was agreed at first, however often it was moved. */
      readonly firstDate: string;
    }
  | { readonly step: 'paused'; readonly until?: string | undefined }
  | { readonly step: 'withdrawn' | 'stopped' }
  | { readonly step: 'passed-on'; readonly successor: string };

export type CourseStep = Course['step'];

/** What happened on a day; `at` is the moment (UTC), where that was told. */
export interface Dated {
  readonly on: string;
  readonly at?: string | undefined;
}

/** A fact of participation, with the day by which it is ordered. JSON, so that a row of a view can hold it. */
export type CourseFact = Dated &
  (
    | { readonly fact: 'interest-shown' | 'applied' | 'started' | 'resumed' | 'completed' }
    | { readonly fact: 'closed' | 'withdrawn' | 'stopped' }
    | { readonly fact: 'intake-held' | 'after-measured'; readonly report?: Evidence | undefined }
    | { readonly fact: 'intake-planned' | 'intake-moved'; readonly date: string; readonly status: DateStatus }
    | { readonly fact: 'paused'; readonly until?: string | undefined }
    | { readonly fact: 'passed-on'; readonly successor: string }
  );

/** What is over. Only a new application, a start or a resumption brings life into it again. */
export const endedSteps: readonly CourseStep[] = ['withdrawn', 'stopped', 'passed-on', 'closed'];

/** In the order in which a trajectory goes through them; a late fact about an earlier one does not lead back. */
export const beforeTheStart: readonly CourseStep[] = ['interested', 'applied', 'intake-planned', 'intake-held'];

const stillAlive: readonly CourseFact['fact'][] = ['started', 'resumed', 'passed-on'];

/**
 * Adds a fact to those that are known, in the order in which they happened; those of one day go by their moments where both
 * tell one, and stay in the order of the log otherwise. A fact that is recorded weeks late finds its place between the others.
 */
export function addByDay<F extends Dated>(facts: readonly F[], fact: F): readonly F[] {
  const before = factsBefore(facts, fact);
  return [...before, fact, ...facts.slice(before.length)];
}

/** Those of the known facts that a fact comes after. */
export function factsBefore<F extends Dated>(facts: readonly F[], fact: Dated): readonly F[] {
  const later = facts.findIndex((other) => isLater(other, fact));
  return later === -1 ? facts : facts.slice(0, later);
}

function isLater(one: Dated, other: Dated): boolean {
  if (one.on !== other.on) return one.on > other.on;
  return one.at !== undefined && other.at !== undefined && one.at > other.at;
}

/** What can be told with the report of it. */
type Reported = Dated & { readonly report?: Evidence | undefined };

/**
 * Whether the very same was told of that day; at which moment of it, is no matter. Without its report it says nothing that
 * was not told with one.
 */
export function isTold(facts: readonly Reported[], fact: Reported): boolean {
  const said = ({ at: _at, report, ...rest }: Reported) => (fact.report === undefined ? rest : { ...rest, report });
  return facts.some((known) => known.on === fact.on && sameContent(said(known), said(fact)));
}

/** Where the facts lead, up to and including that day when one is given; undefined when there are none. */
export function courseOf(facts: readonly CourseFact[], upTo?: string): Course | undefined {
  return facts
    .filter(({ on }) => upTo === undefined || on <= upTo)
    .reduce<Course | undefined>((course, fact) => courseAfter(course, fact), undefined);
}

/** Accepts every order: a fact that does not fit where the trajectory is, is known but does not lead back. */
export function courseAfter(course: Course | undefined, fact: CourseFact): Course {
  const next = whereItLeads(fact, course);
  if (!course) return next;
  if (course.step === 'withdrawn' && fact.fact === 'applied') return next;
  if (endedSteps.includes(course.step)) return stillAlive.includes(fact.fact) ? next : course;
  const rank = beforeTheStart.indexOf(next.step);
  if (rank === -1) return next;
  const now = beforeTheStart.indexOf(course.step);
  return now === -1 || now > rank ? course : next;
}

function whereItLeads(fact: CourseFact, now: Course | undefined): Course {
  switch (fact.fact) {
    case 'interest-shown':
      return { step: 'interested' };
    case 'resumed':
      return { step: 'started' };
    case 'intake-planned':
    case 'intake-moved': {
      const { date, status } = fact;
      const isMoved = fact.fact === 'intake-moved' && now?.step === 'intake-planned';
      return { step: 'intake-planned', date, status, firstDate: isMoved ? now.firstDate : date };
    }
    case 'paused':
      return fact.until === undefined ? { step: 'paused' } : { step: 'paused', until: fact.until };
    case 'passed-on':
      return { step: 'passed-on', successor: fact.successor };
    case 'applied':
    case 'intake-held':
    case 'started':
    case 'completed':
    case 'after-measured':
    case 'closed':
    case 'withdrawn':
    case 'stopped':
      return { step: fact.fact };
    default:
      return never(fact);
  }
}

/** The steps after which a fact is expected, and the warning elsewhere. */
interface Expected {
  /** `null` is: before anything. */
  readonly after: readonly (CourseStep | null)[];
  readonly otherwise: string;
  /** The warning before anything, where another one is true of it. */
  readonly first?: string;
}

/** After which steps a fact is expected; elsewhere it is recorded with the warning. */
export const courseTable: Readonly<Record<CourseFact['fact'], Expected>> = {
  'interest-shown': { after: [null], otherwise: 'interest-after-application' },
  applied: { after: [null, 'interested'], otherwise: 'applied-again' },
  'intake-planned': { after: ['applied', 'intake-planned'], otherwise: 'intake-planned-without-application' },
  'intake-moved': { after: ['intake-planned'], otherwise: 'intake-moved-without-appointment' },
  'intake-held': { after: ['intake-planned'], otherwise: 'intake-held-without-appointment' },
  started: { after: ['intake-held'], otherwise: 'started-out-of-order' },
  paused: { after: ['started'], otherwise: 'paused-while-not-running' },
  resumed: { after: ['paused'], otherwise: 'resumed-while-not-paused' },
  completed: { after: ['started'], otherwise: 'completed-while-not-running' },
  'after-measured': { after: ['completed'], otherwise: 'measured-before-completion' },
  closed: { after: ['after-measured'], otherwise: 'closed-without-after-measurement' },
  withdrawn: {
    after: beforeTheStart,
    otherwise: 'withdrawn-after-the-start',
    first: 'withdrawn-before-the-application',
  },
  stopped: { after: ['started', 'paused'], otherwise: 'stopped-before-the-start' },
  'passed-on': {
    after: [null, ...beforeTheStart, 'started', 'paused', 'completed', 'after-measured'],
    otherwise: 'after-the-end',
  },
};
