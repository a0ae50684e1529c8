import { addDays, daysBetween } from '../kernel/days.ts';
import type { Commitment, CommitmentStep } from '../trajectory/commitment.ts';
import { dueOf, latenessOn } from './lateness.ts';
import type { Seen } from './seen.ts';

export type Status = 'on-schedule' | 'attention' | 'behind';

/** What keeps a trajectory from being on schedule, as plain data: a sentence is made of it only where one is read. */
export type Finding = { readonly status: Exclude<Status, 'on-schedule'> } & (
  | { readonly code: 'milestone-overdue'; readonly milestone: string; readonly days: number }
  | { readonly code: 'no-contact'; readonly days: number }
  | { readonly code: 'paused'; readonly until: string | undefined }
  | { readonly code: 'pause-over'; readonly until: string }
  | { readonly code: 'commitment-late'; readonly layer: string; readonly days: number }
  | { readonly code: 'commitment-weak'; readonly layer: string; readonly step: WeakStep }
  | { readonly code: 'reservation-overdue'; readonly days: number }
);

/** The steps of a commitment that no longer stands. */
export type WeakStep = 'under-pressure' | 'in-question' | 'refused' | 'lapsed' | 'withdrawn';

const weakSteps: readonly CommitmentStep[] = ['under-pressure', 'in-question', 'refused', 'lapsed', 'withdrawn'];

/**
 * Everything that keeps a trajectory from being on schedule on `day`, the gravest first, by what was seen on that day or
 * on an earlier one since which nothing happened.
 */
export function findingsOn(seen: Seen, day: string): Finding[] {
  if (!seen.situation.measured) return [];
  const found: Finding[] = [];
  // While it is paused its plan stands still.
  if (seen.situation.course?.step === 'paused') found.push(pauseFinding(seen.situation.course.until, day));
  else {
    findOverdue(seen, day, found);
    findSilence(seen, day, found);
  }
  findInCommitments(seen, day, found);
  findInReservation(seen, day, found);
  // Hardly ever is there more than one, and this is asked for every day of every row.
  return found.length < 2 ? found : found.sort((a, b) => Number(b.status === 'behind') - Number(a.status === 'behind'));
}

/** The status that findings in that order make. */
export function statusOf(findings: readonly Finding[]): Status {
  return findings[0]?.status ?? 'on-schedule';
}

function pauseFinding(until: string | undefined, day: string): Finding {
  if (until !== undefined && until < day) return { code: 'pause-over', status: 'attention', until };
  return { code: 'paused', status: 'attention', until };
}

function findOverdue({ milestones, limits }: Seen, day: string, found: Finding[]): void {
  for (const { key, due, reachedOn, asked } of milestones) {
    if (!asked || reachedOn !== null || due === null || due >= day) continue;
    const days = daysBetween(due, day);
    const status = days >= limits.behindAfterDays ? 'behind' : 'attention';
    found.push({ code: 'milestone-overdue', status, milestone: key, days });
  }
}

const contactIsKept: readonly string[] = ['interested', 'applied', 'intake-planned', 'intake-held', 'started'];

/** Whether the municipality should be spoken to: it is measured, and neither paused nor completed. */
export function shouldBeSpokenTo({ situation }: Seen): boolean {
  return situation.measured && contactIsKept.includes(situation.course?.step ?? '');
}

function findSilence(seen: Seen, day: string, found: Finding[]): void {
  if (seen.lastContact === undefined || !shouldBeSpokenTo(seen)) return;
  const days = daysBetween(seen.lastContact, day);
  if (days > seen.limits.contactWithinDays) found.push({ code: 'no-contact', status: 'attention', days });
}

function findInCommitments({ commitments }: Seen, day: string, found: Finding[]): void {
  for (const { layer, commitment } of commitments) {
    const late = latenessOn(commitment, day);
    if (late) found.push({ code: 'commitment-late', status: 'attention', layer, days: late.days });
    const step = weakStepOf(commitment);
    if (step) found.push({ code: 'commitment-weak', status: 'attention', layer, step });
  }
}

/** What is on the agenda to be confirmed again, has not been confirmed yet. */
function weakStepOf(now: Commitment): WeakStep | undefined {
  if (isWeak(now.step)) return now.step;
  return 'before' in now && now.before ? weakStepOf(now.before) : undefined;
}

function isWeak(step: CommitmentStep): step is WeakStep {
  return weakSteps.includes(step);
}

function findInReservation({ situation: { course, place } }: Seen, day: string, found: Finding[]): void {
  if (course?.step === 'completed' || course?.step === 'after-measured') return;
  const expected = place?.place === 'given' ? place.decisionExpectedOn : undefined;
  if (expected === undefined || expected >= day) return;
  found.push({ code: 'reservation-overdue', status: 'attention', days: daysBetween(expected, day) });
}

/**
 * The days after the one and before the other day on which the findings may change with no fact happening. It is
 * asked for every fact of every row, so what lies outside is left out before it is added up.
 */
export function daysThatMatter(seen: Seen, after: string, before?: string): DaysBetween {
  const { situation, milestones, lastContact, commitments, limits } = seen;
  const days = new DaysBetween(after, before);
  const behindBefore = addDays(after, -limits.behindAfterDays);
  for (const { due } of milestones) {
    if (due === null || (before !== undefined && due >= before)) continue;
    if (due >= after) days.add(addDays(due, 1));
    if (due > behindBefore) days.add(addDays(due, limits.behindAfterDays));
  }
  if (lastContact !== undefined) days.add(addDays(lastContact, limits.contactWithinDays + 1));
  for (const { commitment } of commitments) days.addDayAfter(dueOf(commitment));
  if (situation.place?.place === 'given') days.addDayAfter(situation.place.decisionExpectedOn);
  if (situation.course?.step === 'paused') days.addDayAfter(situation.course.until);
  return days;
}

/** Days between two others, each once. */
export class DaysBetween {
  private readonly days: string[] = [];

  constructor(
    private readonly after: string,
    private readonly before: string | undefined,
  ) {}

  add(day: string): void {
    if (day <= this.after || (this.before !== undefined && day >= this.before)) return;
    if (!this.days.includes(day)) this.days.push(day);
  }

  addDayAfter(day: string | undefined): void {
    if (day !== undefined && day >= this.after) this.add(addDays(day, 1));
  }

  inOrder(): string[] {
    return this.days.length < 2 ? this.days : this.days.sort();
  }
}
