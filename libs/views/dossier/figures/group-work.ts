import type { Lateness } from '#domain/progress/lateness';
import { plain } from '../../query/plain.ts';
import { latenessOf } from '../item.ts';
import { grouped, percentOf } from './counting.ts';
import { type FactOf, told } from './items-on.ts';

type TeamFact = FactOf<'team'>;

/** A goal that a group set itself. */
export interface Goal {
  readonly goal: string;
  /** Null when only that it was reached is on record. */
  readonly setOn: string | null;
  readonly due: string | null;
  readonly reachedOn: string | null;
  readonly late: Lateness | null;
}

/** An improvement round, with the days of its phases. */
export interface Round {
  readonly round: number;
  readonly phases: readonly { readonly phase: 'plan' | 'do' | 'check' | 'act'; readonly on: string }[];
}

/** How far a group is a cross-section: of each part how many sit in it, of how many there are. */
export interface Composition {
  readonly on: string;
  readonly event: string;
  readonly parts: readonly {
    readonly key: string;
    readonly represented: number;
    readonly there: number;
    readonly percent: number | null;
  }[];
}

/** Those that were set come first. A goal that is set again has the last term that was told. */
export function goalsOf(facts: readonly TeamFact[], validOn: string): Goal[] {
  const goals = [...told(facts, 'team.goal-set.v1'), ...told(facts, 'team.goal-reached.v1')];
  return [...grouped(goals, ({ data: { goal } }) => plain(goal)).values()].map((same) => {
    const set = told(same, 'team.goal-set.v1');
    const reachedOn = told(same, 'team.goal-reached.v1')[0]?.on ?? null;
    const due = set.findLast(({ data }) => data.due !== undefined)?.data.due ?? null;
    const late = reachedOn === null ? latenessOf({ due }, validOn) : null;
    return { goal: same[0]?.data.goal ?? '', setOn: set[0]?.on ?? null, due, reachedOn, late };
  });
}

/** By number; of each phase every time that it was held. */
export function roundsOf(facts: readonly TeamFact[]): Round[] {
  const rounds = grouped(told(facts, 'team.round-held.v1'), ({ data }) => String(data.round));
  return [...rounds]
    .map(([round, held]) => ({
      round: Number(round),
      phases: held.map(({ on, data: { phase } }) => ({ phase, on })),
    }))
    .sort((a, b) => a.round - b.round);
}

export function compositionsOf(facts: readonly TeamFact[]): Composition[] {
  return told(facts, 'team.composition-counted.v1').map(({ on, event, data }) => ({
    on,
    event,
    parts: data.parts.map((part) => ({ ...part, percent: percentOf(part.represented, part.there) })),
  }));
}
