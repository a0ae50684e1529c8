import type { Plan, ProgressFacts } from './inputs.ts';
import { type MilestoneOn, milestonesOn } from './milestones.ts';
import type { Reason, Status } from './reasons.ts';
import { type Situation, situationOn } from './situation.ts';
import { daysThatMatter, reasonsOn } from './status.ts';

/** A day on which the status, or why it is so, will change if nothing happens. */
export interface Change {
  readonly on: string;
  readonly status: Status;
  readonly reasons: readonly Reason[];
}

/** How far a trajectory is on a day: "4 of 7, 6 expected by today". */
export interface Progress {
  /** False for who has not applied, waits, was turned away or has ended: then `status` is null. */
  readonly measured: boolean;
  readonly milestones: readonly MilestoneOn[];
  /** Numbers of milestones, of those that are asked. `expected` are those due on or before the day. */
  readonly reached: number;
  readonly expected: number;
  readonly total: number;
  /** The same three in weights. */
  readonly weights: { readonly reached: number; readonly expected: number; readonly total: number };
  readonly status: Status | null;
  readonly reasons: readonly Reason[];
  /** The first milestone to reach now; null when all are, or when it is not measured. */
  readonly next: MilestoneOn | null;
  /** In order of day; nothing of it comes true once something happens. */
  readonly changes: readonly Change[];
}

/**
 * The progress of a trajectory on `day` (Europe/Amsterdam): by the facts that happened up to and including it, against
 * the plan as it stands. Computed when asked, never stored: it depends on today.
 */
export function progressOn(facts: ProgressFacts, plan: Plan, day: string): Progress {
  const now = situationAndMilestones(facts, plan, day);
  const asked = now.milestones.filter((milestone) => milestone.asked);
  const reached = asked.filter(({ reachedOn }) => reachedOn !== null);
  const expected = asked.filter(({ due }) => due !== null && due <= day);
  const { measured } = now.situation;
  const reasons = reasonsOn(facts, plan, now, day);
  return {
    measured,
    milestones: now.milestones,
    reached: reached.length,
    expected: expected.length,
    total: asked.length,
    weights: { reached: weigh(reached), expected: weigh(expected), total: weigh(asked) },
    status: measured ? statusOf(reasons) : null,
    reasons,
    next: measured ? nextOf(asked) : null,
    changes: measured ? changesAfter(facts, plan, now, day) : [],
  };
}

interface Now {
  readonly situation: Situation;
  readonly milestones: readonly MilestoneOn[];
}

function situationAndMilestones(facts: ProgressFacts, plan: Plan, day: string): Now {
  const situation = situationOn(facts, plan, day);
  return { situation, milestones: milestonesOn(facts, plan, situation, day) };
}

function statusOf(reasons: readonly Reason[]): Status {
  return reasons[0]?.status ?? 'on-schedule';
}

function weigh(milestones: readonly MilestoneOn[]): number {
  return milestones.reduce((sum, { weight }) => sum + weight, 0);
}

/** The first due of those that are not reached; without a due day they come last, in the order of the template. */
function nextOf(asked: readonly MilestoneOn[]): MilestoneOn | null {
  const open = asked.filter(({ reachedOn }) => reachedOn === null);
  const last = '9999-12-31';
  return (
    open.sort((a, b) => ((a.due ?? last) < (b.due ?? last) ? -1 : (a.due ?? last) > (b.due ?? last) ? 1 : 0))[0] ?? null
  );
}

/** Looks ahead with what is known now: the situation of today, no fact of a later day. */
function changesAfter(facts: ProgressFacts, plan: Plan, now: Now, day: string): Change[] {
  const known = upTo(facts, day);
  const changes: Change[] = [];
  let before = signature(reasonsOn(known, plan, now, day));
  for (const on of daysThatMatter(known, plan, now, day)) {
    const reasons = reasonsOn(known, plan, now, on);
    if (signature(reasons) === before) continue;
    before = signature(reasons);
    changes.push({ on, status: statusOf(reasons), reasons });
  }
  return changes;
}

function signature(reasons: readonly Reason[]): string {
  return reasons.map(({ code, status, about }) => `${code} ${status} ${about ?? ''}`).join('\n');
}

function upTo(facts: ProgressFacts, day: string): ProgressFacts {
  const known = <F extends { readonly on: string }>(list: readonly F[]) => list.filter(({ on }) => on <= day);
  const days = (list: readonly string[]) => list.filter((on) => on <= day);
  const commitments = Object.entries(facts.commitments).map(([layer, list]) => [layer, known(list)] as const);
  return {
    course: known(facts.course),
    places: known(facts.places),
    questions: days(facts.questions),
    commitments: Object.fromEntries(commitments),
    attendance: known(facts.attendance),
    supportCompleted: days(facts.supportCompleted),
    contacts: days(facts.contacts),
  };
}
