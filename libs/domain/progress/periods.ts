import { type ParticipationStep, participationStep } from '../trajectory/participation.ts';
import { eachChange } from './course-of-days.ts';
import { type Finding, type Status, statusOf } from './findings.ts';
import type { Plan, ProgressFacts } from './inputs.ts';
import { isAwaitedIn, isLateOn } from './lateness.ts';
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
    const before = this.found.at(-1);
    const { course, place, measured } = seen.situation;
    const step = course ? participationStep(course.step, place) : null;
    const status = measured ? statusOf(findings) : null;
    const milestones = marksOf(seen.milestones, on);
    const layers = layersOn(seen, on, before?.layers);
    const isSame = step === before?.step && status === before.status && milestones === before.milestones;
    if (!isSame || layers !== before.layers) this.found.push({ on, step, status, milestones, layers });
  }
}

/** The marks of the layers; the very ones of before when they are the same, as on nearly every day. */
function layersOn({ situation, commitments }: Seen, on: string, before: readonly LayerMark[] | undefined) {
  const awaited = isAwaitedIn(situation);
  const isAsBefore =
    before?.length === commitments.length &&
    commitments.every(({ commitment }, index) => {
      const mark = before[index];
      return mark?.step === commitment.step && mark.late === (awaited && isLateOn(commitment, on));
    });
  if (isAsBefore) return before;
  return commitments.map(({ commitment }) => ({
    step: commitment.step,
    late: awaited && isLateOn(commitment, on),
  }));
}
