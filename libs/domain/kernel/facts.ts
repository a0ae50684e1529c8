import { dayItHappened, dayOf, daysBetween, lastPossibleDay, spoken } from './days.ts';
import type { Refusal, Warning } from './decision.ts';
import { beforeTheProgramme, inTheFuture } from './refusals.ts';
import type { OccurredOn } from './time.ts';

/** A fact that is brought forward: when it happened, and the moment (UTC) of bringing it forward. */
interface Brought {
  readonly at: string;
  readonly occurredOn: OccurredOn;
}

/** A fact that is recorded more days than this after it happened is said to be late. */
export const lateAfterDays = 14;

/** Nothing is a fact before it happened, nor before the first day of interest and application. */
export function refuseDate(fact: Brought, opensOn: string): Refusal | undefined {
  const today = dayOf(fact.at);
  const first = dayItHappened(fact.occurredOn);
  const last = lastPossibleDay(fact.occurredOn);
  if (first > today) return inTheFuture(first, today);
  if (last < opensOn) return beforeTheProgramme(first, opensOn);
  return undefined;
}

/** What a lead should know about the date of any fact. */
export function dateWarnings(fact: Brought, until: string): Warning[] {
  const today = dayOf(fact.at);
  const days = daysBetween(lastPossibleDay(fact.occurredOn), today);
  const warnings: Warning[] = [];
  if (days > lateAfterDays) warnings.push(recordedLate(days));
  if (dayItHappened(fact.occurredOn) > until) warnings.push(afterTheProgramme(until));
  return warnings;
}

function recordedLate(days: number): Warning {
  return {
    code: 'recorded-late',
    nl: `Vastgelegd ${days} dagen nadat het gebeurde.`,
    en: `Recorded ${days} days after it happened.`,
  };
}

function afterTheProgramme(until: string): Warning {
  return {
    code: 'after-the-programme',
    nl: `Het programma liep tot en met ${spoken(until).nl}.`,
    en: `The programme ran until ${spoken(until).en}.`,
  };
}
