import { Temporal } from 'temporal-polyfill';
import { dayItHappened, lastPossibleDay } from '../kernel/days.ts';
import type { Warning } from '../kernel/decision.ts';
import type { OccurredOn } from '../kernel/time.ts';
import type { CourseFact } from './course.ts';
import * as warnings from './warnings.ts';

/** What has become habit shows from three months after the completion, and fades from memory after six. */
const [fromMonths, untilMonths] = [3, 6];

/**
 * Whether what was measured afterwards was measured when it says something. Of a date that is only a month nothing is
 * said that is not so for every day of it.
 */
export function afterMeasurementWarnings(course: readonly CourseFact[], occurredOn: OccurredOn): Warning[] {
  const on = dayItHappened(occurredOn);
  const completions = course.filter(({ fact }) => fact === 'completed');
  const completed = completions.findLast((fact) => fact.on <= on) ?? completions[0];
  if (!completed) return [];
  const from = monthsAfter(completed.on, fromMonths);
  const until = monthsAfter(completed.on, untilMonths);
  if (lastPossibleDay(occurredOn) < from) return [warnings.afterMeasuredTooEarly(from)];
  return on > until ? [warnings.afterMeasuredLate(until)] : [];
}

function monthsAfter(on: string, months: number): string {
  return Temporal.PlainDate.from(on).add({ months }).toString();
}
