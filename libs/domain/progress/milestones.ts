import { addDays } from '../kernel/days.ts';
import type { Milestone } from '../template/template.ts';
import { plannedDaysOf } from './due.ts';
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

/** What of a milestone is the same on every day: when it is planned, and when all facts together reach it. */
export interface MilestoneOfAll {
  readonly milestone: Milestone;
  readonly planned: string | undefined;
  readonly reached: string | undefined;
}

/** The milestones of the template, held against all facts and the plan. */
export function milestonesOfAll(facts: ProgressFacts, plan: Plan): MilestoneOfAll[] {
  const { due } = plannedDaysOf(plan);
  return plan.template.milestones.map((milestone, index) => ({
    milestone,
    planned: due[index],
    reached: reachedOn(milestone, facts, plan),
  }));
}

/** The milestones for this trajectory on a day; what was reached after it was not reached by it. */
export function milestonesOn(
  ofAll: readonly MilestoneOfAll[],
  plan: Plan,
  situation: Situation,
  day: string,
): MilestoneOn[] {
  return ofAll.map(({ milestone, planned, reached }) => {
    const { key, label, line, weight } = milestone;
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
  return planned < joinedOn ? addDays(joinedOn, plan.template.limits.behindAfterDays) : planned;
}

/** A meeting of before it joined cannot be attended any more. */
function isOver({ reached }: Milestone, planned: string | undefined, { latecomer, joinedOn }: Situation): boolean {
  return (
    reached.when === 'attended' && latecomer && planned !== undefined && joinedOn !== undefined && planned < joinedOn
  );
}
