import { addDays, daysBetween } from '../kernel/days.ts';
import { commitmentOf } from '../trajectory/commitment.ts';
import type { Plan, ProgressFacts } from './inputs.ts';
import { dueOf, latenessOn } from './lateness.ts';
import type { MilestoneOn } from './milestones.ts';
import * as reasons from './reasons.ts';
import { type Situation, sortedByDay } from './situation.ts';

/** Everything that keeps a trajectory from being on schedule on a day, the gravest first. */
export function reasonsOn(
  facts: ProgressFacts,
  plan: Plan,
  now: { readonly situation: Situation; readonly milestones: readonly MilestoneOn[] },
  day: string,
): reasons.Reason[] {
  const { situation, milestones } = now;
  if (!situation.measured) return [];
  const found = [
    // While it is paused its plan stands still.
    ...(situation.course?.step === 'paused'
      ? [pauseReason(situation.course.until, day)]
      : [...overdue(milestones, plan, day), ...contactReason(facts, plan, situation, day)]),
    ...commitmentReasons(facts, plan, day),
    ...reservationReason(situation, day),
  ];
  return found.sort((a, b) => Number(b.status === 'behind') - Number(a.status === 'behind'));
}

function pauseReason(until: string | undefined, day: string): reasons.Reason {
  return until !== undefined && until < day ? reasons.pauseOver(until) : reasons.paused(until);
}

function overdue(milestones: readonly MilestoneOn[], plan: Plan, day: string): reasons.Reason[] {
  const { behindAfterDays } = plan.template.limits;
  return milestones.flatMap(({ key, label, due, reachedOn, asked }) => {
    if (!asked || reachedOn !== null || due === null || due >= day) return [];
    return [reasons.milestoneOverdue(label, key, daysBetween(due, day), behindAfterDays)];
  });
}

const contactIsKept = ['interested', 'applied', 'intake-planned', 'intake-held', 'started'];

function contactReason(facts: ProgressFacts, plan: Plan, situation: Situation, day: string): reasons.Reason[] {
  const last = lastContact(facts, situation, day);
  if (last === undefined || !contactIsKept.includes(situation.course?.step ?? '')) return [];
  const days = daysBetween(last, day);
  return days > plan.template.limits.contactWithinDays ? [reasons.noContact(days)] : [];
}

/** The intake is a contact, and so is the application. */
function lastContact(facts: ProgressFacts, situation: Situation, day: string): string | undefined {
  const talks = facts.course.filter(({ fact }) => fact === 'applied' || fact === 'intake-held').map(({ on }) => on);
  const days = [...facts.contacts, ...talks].filter((on) => on <= day);
  return days.sort().at(-1) ?? situation.joinedOn;
}

function commitmentReasons(facts: ProgressFacts, plan: Plan, day: string): reasons.Reason[] {
  return plan.template.layers.flatMap(({ key, label }) => {
    const commitment = commitmentOf(sortedByDay(facts.commitments[key] ?? []), day);
    const late = latenessOn(commitment, day);
    const weak = reasons.commitmentWeak(label, key, commitment.step);
    return [...(late ? [reasons.commitmentLate(label, key, late.days)] : []), ...(weak ? [weak] : [])];
  });
}

function reservationReason({ course, place }: Situation, day: string): reasons.Reason[] {
  if (course?.step === 'completed' || course?.step === 'after-measured') return [];
  const expected = place?.place === 'given' ? place.decisionExpectedOn : undefined;
  return expected !== undefined && expected < day ? [reasons.reservationOverdue(daysBetween(expected, day))] : [];
}

/** The days on which the status or its reasons may change with no fact happening, in order. */
export function daysThatMatter(
  facts: ProgressFacts,
  plan: Plan,
  now: { readonly situation: Situation; readonly milestones: readonly MilestoneOn[] },
  day: string,
): string[] {
  const { behindAfterDays, contactWithinDays } = plan.template.limits;
  const { situation, milestones } = now;
  const contact = lastContact(facts, situation, day);
  const days = [
    ...milestones.flatMap(({ due }) => (due === null ? [] : [addDays(due, 1), addDays(due, behindAfterDays)])),
    ...(contact === undefined ? [] : [addDays(contact, contactWithinDays + 1)]),
    ...plan.template.layers.flatMap(({ key }) => {
      const due = dueOf(commitmentOf(sortedByDay(facts.commitments[key] ?? []), day));
      return due === undefined ? [] : [addDays(due, 1)];
    }),
    ...(situation.place?.place === 'given' && situation.place.decisionExpectedOn !== undefined
      ? [addDays(situation.place.decisionExpectedOn, 1)]
      : []),
    ...(situation.course?.step === 'paused' && situation.course.until !== undefined
      ? [addDays(situation.course.until, 1)]
      : []),
  ];
  return [...new Set(days)].filter((d) => d > day).sort();
}
