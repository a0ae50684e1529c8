import { dayOf, daysBetween, lastPossibleDay } from '#domain/kernel/days';
import { lateAfterDays } from '#domain/kernel/facts';
import type { LoggedEvent } from '#log/contract/codec';

/**
 * How many days after it happened a fact was recorded, when they are more than the product calls late. A correction is
 * later by nature and is never called late; what has no date of its own (a decision) is recorded when it is taken.
 */
export function daysLate(event: Pick<LoggedEvent, 'occurredOn' | 'corrects' | 'recordedAt'>): number | undefined {
  if (!event.occurredOn || event.corrects) return undefined;
  const days = daysBetween(lastPossibleDay(event.occurredOn), dayOf(event.recordedAt));
  return days > lateAfterDays ? days : undefined;
}
