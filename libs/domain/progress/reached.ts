import { never } from '../kernel/decision.ts';
import type { Milestone } from '../template/template.ts';
import { commitmentsOf } from '../trajectory/state.ts';
import type { MeetingAttended, Plan, ProgressFacts } from './inputs.ts';
import { toldOn } from './told.ts';

/**
 * The day on which a milestone was reached; undefined when it was not. A milestone says that something happened: it
 * stays reached when a commitment is withdrawn later, which the status tells instead.
 */
export function reachedOn({ reached }: Milestone, facts: ProgressFacts, plan: Plan): string | undefined {
  switch (reached.when) {
    case 'intake-held':
      return first(facts.course.filter(({ fact }) => fact === 'intake-held').map(({ on }) => on));
    case 'place-given':
      return first(facts.places.filter(({ place }) => place === 'given').map(({ on }) => on));
    case 'question-brought-in':
      return first(facts.questions);
    case 'commitments-given':
      return last(reached.layers.map((layer) => firstGiven(facts, layer)));
    case 'attended':
      return nth(attendedDays(facts, plan, reached.kind), reached.count);
    case 'support-completed':
      return first(facts.supportCompleted);
    case 'started':
    case 'completed':
      return first(facts.course.filter(({ fact }) => fact === reached.when).map(({ on }) => on));
    case 'told':
      return toldOn(reached, facts.told[reached.fact] ?? []);
    default:
      return never(reached);
  }
}

/** A confirmation counts too: who confirms has given. */
function firstGiven({ commitments }: ProgressFacts, layer: string): string | undefined {
  const given = commitmentsOf(commitments, layer).filter(({ fact }) => fact === 'given' || fact === 'confirmed');
  return first(given.map(({ on }) => on));
}

/** Also of meetings outside the plan: who was at the opening of a network that it left, was at an opening. */
function attendedDays({ attendance }: ProgressFacts, plan: Plan, kind: string): string[] {
  const kindOf = ({ meeting, kind: told }: MeetingAttended) =>
    told ?? plan.meetings.find((planned) => planned.meeting === meeting)?.kind;
  return attendance.filter((a) => a.attendance === 'present' && kindOf(a) === kind).map(({ on }) => on);
}

function first(days: readonly string[]): string | undefined {
  return days.length < 2 ? days[0] : nth(days, 1);
}

function nth(days: readonly string[], number: number): string | undefined {
  return [...days].sort()[number - 1];
}

/** The last of the days; undefined when one of them is. */
function last(days: readonly (string | undefined)[]): string | undefined {
  const known = days.filter((day) => day !== undefined);
  return known.length === days.length ? known.sort().at(-1) : undefined;
}
