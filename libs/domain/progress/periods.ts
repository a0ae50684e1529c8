import { type ParticipationStep, participationStep } from '../trajectory/participation.ts';
import { eachChange } from './course-of-days.ts';
import { type Finding, type Status, statusOf } from './findings.ts';
import type { Plan, ProgressFacts } from './inputs.ts';
import { isAwaitedIn, latenessOn } from './lateness.ts';
import { type Marks, marksOf } from './marks.ts';
import type { LayerOn, Seen } from './seen.ts';

/** How a trajectory stands from a day on, until the next period begins. */
export interface Period {
  readonly on: string;
  /** Null as long as it has shown no interest and not applied. */
  readonly step: ParticipationStep | null;
  /** Null for who is not measured. */
  readonly status: Status | null;
  readonly milestones: Marks;
  /** Of each layer of the template, in its order. */
  readonly layers: readonly LayerMark[];
}

/** Where the commitment of a layer is. `late`: the next word is, and it is still awaited. */
export interface LayerMark {
  readonly step: LayerOn['commitment']['step'];
  readonly late: boolean;
}

/**
 * The whole course of a trajectory: on every day it stands as `progressOn` says of that day. The first period begins with
 * its first fact. What will come if nothing happens is in it too, so that a list for any day can be chosen by it.
 */
export function periodsOf(facts: ProgressFacts, plan: Plan): Period[] {
  const periods = new Periods();
  eachChange(facts, plan, (seen, on, findings) => periods.add(seen, on, findings));
  return periods.found;
}

/** Builds the periods out of a course; what is the same as the day before makes no new one. */
export class Periods {
  readonly found: Period[] = [];

  add(seen: Seen, on: string, findings: readonly Finding[]): void {
    const period = periodOf(seen, on, findings);
    const before = this.found.at(-1);
    if (!before || !isSame(before, period)) this.found.push(period);
  }
}

function periodOf(seen: Seen, on: string, findings: readonly Finding[]): Period {
  const { course, place, measured } = seen.situation;
  const awaited = isAwaitedIn(seen.situation);
  return {
    on,
    step: course ? participationStep(course.step, place) : null,
    status: measured ? statusOf(findings) : null,
    milestones: marksOf(seen.milestones, on),
    layers: seen.commitments.map(({ commitment }) => ({
      step: commitment.step,
      late: awaited && latenessOn(commitment, on) !== undefined,
    })),
  };
}

function isSame(a: Period, b: Period): boolean {
  return (
    a.step === b.step &&
    a.status === b.status &&
    a.milestones === b.milestones &&
    a.layers.every(({ step, late }, index) => step === b.layers[index]?.step && late === b.layers[index]?.late)
  );
}
