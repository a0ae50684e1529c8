import { addDays } from '../kernel/days.ts';
import type { Milestone } from '../template/template.ts';
import { dueDay } from './due.ts';
import type { Plan, ProgressFacts } from './inputs.ts';
import { reachedOn } from './reached.ts';
import type { Situation } from './situation.ts';

/** One milestone of one trajectory, on a day. `null` is: not known, or not yet. */
export interface MilestoneOn {
  readonly key: string;
  readonly label: Milestone['label'];
  readonly line: string;
  readonly weight: number;
  readonly due: string | null;
  readonly reachedOn: string | null;
  /** False for what was over before a latecomer joined; it does not count. */
  readonly asked: boolean;
}

/** The milestones of the template for this trajectory; what was reached after `day` was not reached by it. */
export function milestonesOn(facts: ProgressFacts, plan: Plan, situation: Situation, day: string): MilestoneOn[] {
  return plan.template.milestones.map((milestone) => {
    const { key, label, line, weight } = milestone;
    const planned = dueDay(milestone, plan);
    const reached = reachedOn(milestone, facts, plan);
    const isReached = reached !== undefined && reached <= day;
    return {
      key,
      label,
      line,
      weight,
      due: (isReached && reached <= (situation.joinedOn ?? day) ? planned : fairDue(planned, plan, situation)) ?? null,
      reachedOn: isReached ? reached : null,
      asked: isReached || !isOver(milestone, planned, situation),
    };
  });
}

/** For what it has still to do, a latecomer gets as long as it takes others to fall behind, from the day it joined. */
function fairDue(planned: string | undefined, plan: Plan, situation: Situation): string | undefined {
  const { latecomer, joinedOn } = situation;
  if (planned === undefined || !latecomer || joinedOn === undefined) return planned;
  const earliest = addDays(joinedOn, plan.template.limits.behindAfterDays);
  return planned < joinedOn ? earliest : planned;
}

/** A meeting of before it joined cannot be attended any more. */
function isOver({ reached }: Milestone, planned: string | undefined, { latecomer, joinedOn }: Situation): boolean {
  return (
    reached.when === 'attended' && latecomer && planned !== undefined && joinedOn !== undefined && planned < joinedOn
  );
}
