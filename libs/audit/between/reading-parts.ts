import type { TrajectoryRow } from '#views/progress/row';
import type { Said } from '#views/question/said';

/** The items in one text, as `valueWords` takes them apart. */
export const list = (items: readonly string[]) => items.join(', ');

/** The days on which each kind of fact happened. */
export function daysByName(facts: readonly { readonly fact: string; readonly on: string }[]): Record<string, string> {
  const days = new Map<string, string[]>();
  for (const { fact, on } of facts) days.set(fact, [...(days.get(fact) ?? []), on]);
  return Object.fromEntries([...days].map(([fact, on]) => [fact, list(on)]));
}

/** By the event that tells it: a correction is of the same. */
export function byEvent<T extends { readonly event: string }>(items: readonly T[], say: (item: T) => string): object {
  return Object.fromEntries(items.map((item) => [item.event, say(item)]));
}

/** Where the reports are of intakes and of the after-measurement. */
export function reportsOf({ course }: TrajectoryRow): object {
  const reported = course.flatMap((told) =>
    'report' in told && told.report ? [{ ...told, report: told.report }] : [],
  );
  const of = (fact: string) =>
    reported.filter((told) => told.fact === fact).map(({ event, report }) => [event, report]);
  return Object.fromEntries(reported.map(({ fact }) => [fact, Object.fromEntries(of(fact))]));
}

/** The appointment for the intake as it was made last. */
export function intakeOf({ course }: TrajectoryRow): object | undefined {
  const planned = course.findLast((fact) => 'date' in fact);
  return planned && { date: planned.date, status: planned.status };
}

/** A question as it was put last, and the days on which it was brought in and sharpened. */
export function putAtLast(said: readonly Said[]): object {
  const last = said.at(-1);
  const [first, ...sharpened] = said.map(({ on }) => on);
  return { category: last?.category, tags: list(last?.tags ?? []), on: first, sharpenedOn: list(sharpened) };
}
