import { daysThatMatter, type Finding, findingsOn, statusOf } from './findings.ts';
import type { Plan, ProgressFacts } from './inputs.ts';
import { type LineOn, linesOn } from './lines.ts';
import type { MilestoneOn } from './milestones.ts';
import { type NextStep, nextStepOn } from './next-step.ts';
import { type Reason, reasonOf, type Status } from './reasons.ts';
import { DayByDay, type Seen } from './seen.ts';

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
  /** The same three for each line of work. */
  readonly lines: readonly LineOn[];
  readonly status: Status | null;
  readonly reasons: readonly Reason[];
  /** The first milestone to reach now; null when all are, or when it is not measured. */
  readonly next: MilestoneOn | null;
  /** What comes first in its calendar, a milestone or something else. */
  readonly nextStep: NextStep | null;
  /** In order of day; nothing of it comes true once something happens. */
  readonly changes: readonly Change[];
}

/**
 * The progress of a trajectory on `day` (Europe/Amsterdam): by the facts that happened up to and including it, against
 * the plan as it stands. Computed when asked, never stored: it depends on today.
 */
export function progressOn(facts: ProgressFacts, plan: Plan, day: string): Progress {
  const seen = new DayByDay(facts, plan).on(day);
  const { measured } = seen.situation;
  const asked = seen.milestones.filter((milestone) => milestone.asked);
  const { reached, expected } = countsOf(asked, day);
  const findings = findingsOn(seen, day);
  return {
    measured,
    milestones: seen.milestones,
    reached: reached.length,
    expected: expected.length,
    total: asked.length,
    weights: { reached: weigh(reached), expected: weigh(expected), total: weigh(asked) },
    lines: linesOn(plan.template, seen.milestones, day),
    status: measured ? statusOf(findings) : null,
    reasons: inWords(findings, plan),
    next: measured ? nextOf(asked) : null,
    nextStep: nextStepOn(seen, plan, day),
    changes: measured ? changesAfter(seen, plan, day) : [],
  };
}

function countsOf(asked: readonly MilestoneOn[], day: string) {
  return {
    reached: asked.filter(({ reachedOn }) => reachedOn !== null),
    expected: asked.filter(({ due }) => due !== null && due <= day),
  };
}

function inWords(findings: readonly Finding[], { template }: Plan): Reason[] {
  return findings.map((finding) => reasonOf(finding, template));
}

function weigh(milestones: readonly MilestoneOn[]): number {
  return milestones.reduce((sum, { weight }) => sum + weight, 0);
}

/** The first due of those that are not reached; without a due day they come last, in the order of the template. */
function nextOf(asked: readonly MilestoneOn[]): MilestoneOn | null {
  const last = '9999-12-31';
  const open = asked.filter(({ reachedOn }) => reachedOn === null);
  return open.reduce<MilestoneOn | null>(
    (first, one) => (first === null || (one.due ?? last) < (first.due ?? last) ? one : first),
    null,
  );
}

/** Looks ahead with what is seen now: no fact of a later day. */
function changesAfter(seen: Seen, plan: Plan, day: string): Change[] {
  const changes: Change[] = [];
  let before = signature(findingsOn(seen, day));
  for (const on of daysThatMatter(seen, day).inOrder()) {
    const findings = findingsOn(seen, on);
    if (signature(findings) === before) continue;
    before = signature(findings);
    changes.push({ on, status: statusOf(findings), reasons: inWords(findings, plan) });
  }
  return changes;
}

/** What of findings makes another status or another reason; that a day more went by does not. */
function signature(findings: readonly Finding[]): string {
  return findings.map(({ days: _days, ...what }: Finding & { days?: number }) => JSON.stringify(what)).join('\n');
}
