import { daysThatMatter, type Finding, findingsOn } from './findings.ts';
import type { Plan, ProgressFacts } from './inputs.ts';
import { DayByDay, type Seen } from './seen.ts';

/** Told what was seen on a day, and what that day had to say about it. */
type Visit = (seen: Seen, on: string, findings: readonly Finding[]) => void;

/**
 * Goes through the whole course of a trajectory, in order: every day on which something happened or a milestone was reached,
 * and every day on which it stands otherwise though nothing did. After the last fact that is what comes if nothing happens.
 */
export function eachChange(facts: ProgressFacts, plan: Plan, visit: Visit): void {
  const course = new DayByDay(facts, plan);
  const days = withReached(daysOfFacts(facts), course.reachedOn);
  days.forEach((day, index) => {
    const seen = course.on(day);
    visit(seen, day, findingsOn(seen, day));
    for (const on of changesWithin(seen, day, days[index + 1])) visit(seen, on, findingsOn(seen, on));
  });
}

/** Every day on which something happened, in order. */
function daysOfFacts({ commitments, ...facts }: ProgressFacts): string[] {
  const dated = [...facts.course, ...facts.places, ...facts.attendance, ...Object.values(commitments).flat()];
  const days = [...facts.questions, ...facts.supportCompleted, ...facts.contacts, ...dated.map(({ on }) => on)];
  return [...new Set(days)].sort();
}

/**
 * The dossier tells of many facts on days of their own, and only those by which a milestone is reached make it stand
 * otherwise. Before the first fact of the trajectory itself there is nothing that could stand.
 */
function withReached(days: readonly string[], reachedOn: readonly string[]): readonly string[] {
  const [first] = days;
  if (first === undefined) return [];
  const later = reachedOn.filter((day) => day > first && !days.includes(day));
  // Nearly always there are none, and this is asked for every row of a view.
  return later.length === 0 ? days : [...new Set([...days, ...later])].sort();
}

/** The days before the next fact on which it stands otherwise though nothing happens. */
function changesWithin(seen: Seen, day: string, next: string | undefined): string[] {
  const days = daysThatMatter(seen, day, next);
  for (const { due } of seen.milestones) if (due !== null) days.add(due);
  return days.inOrder();
}
