import type { TracedCourseFact, TrajectoryRow } from './row.ts';

type Told = Pick<TrajectoryRow, 'course'>;

/** From `from` on it is in that network, or in none, until the next span begins. */
export interface NetworkSpan {
  readonly from: string;
  readonly network: string | null;
}

/**
 * The network of a trajectory on a day: of the last application up to it, or else of the last interest. Before the first
 * of them it is judged by what it came to be in.
 */
export function networkOn({ course }: Told, day: string): string | null {
  const by = course.filter(({ on }) => on <= day);
  const first = by.some(namesNetwork) ? undefined : course.find(namesNetwork);
  if (first) return networkOn({ course }, first.on);
  return lastJoining({ course: by })?.network ?? null;
}

/** The network of a trajectory after everything that is known. */
export function lastNetwork(row: Told): string | null {
  return networkOn(row, '9999-12-31');
}

/** The spans in which it is in one network after another; none as long as it is only in one, which is nearly always so. */
export function networkSpans(row: Told): readonly NetworkSpan[] {
  const facts = row.course.filter(namesNetwork);
  if (facts.every(({ network }) => network === facts[0]?.network)) return [];
  const days = [...new Set(facts.map(({ on }) => on))];
  const spans = days.map((from) => ({ from, network: networkOn(row, from) }));
  return spans.filter(({ network }, index) => index === 0 || network !== spans[index - 1]?.network);
}

/** The application by which it takes part, or the interest as long as it did not apply. */
export function lastJoining({ course }: Told): TracedCourseFact | undefined {
  return lastOf(course, 'applied') ?? lastOf(course, 'interest-shown');
}

function lastOf(course: Told['course'], what: TracedCourseFact['fact']): TracedCourseFact | undefined {
  return course.findLast(({ fact }) => fact === what);
}

function namesNetwork({ network }: TracedCourseFact): boolean {
  return network !== undefined;
}
