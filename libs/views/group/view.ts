import type { Recorded } from '#domain/kernel/event';
import { addByDay } from '#domain/trajectory/course';
import { dayOfFact } from '#domain/trajectory/facts';
import { defineView } from '../engine/view-definition.ts';

/** A decision about a group, on a day: who is in it from then on, or that this stands. */
export type GroupDecision = { readonly on: string; readonly event: string } & (
  | { readonly what: 'composed'; readonly members: readonly string[] }
  | { readonly what: 'frozen' }
);

/** What the decisions up to a day come to. */
export interface GroupState {
  /** Trajectories. */
  readonly members: readonly string[];
  readonly frozen: boolean;
  /** The decision that gave it these members, with the reason. */
  readonly event: string;
}

export interface GroupRow extends GroupState {
  readonly group: string;
  readonly programme: string;
  readonly network: string;
  readonly kind: 'learning';
  readonly name: string;
  /** By their days: `groupOn` goes back to one. */
  readonly decisions: readonly GroupDecision[];
}

/** The group as it was at the end of that day; undefined when it was not composed yet. */
export function groupOn(row: GroupRow, day: string): GroupRow | undefined {
  const decisions = row.decisions.filter(({ on }) => on <= day);
  const state = stateOf(decisions);
  return state && { ...row, ...state, decisions };
}

function stateOf(decisions: readonly GroupDecision[]): GroupState | undefined {
  const last = decisions.findLast((decision) => decision.what === 'composed');
  if (!last) return undefined;
  return { members: last.members, event: last.event, frozen: decisions.some(({ what }) => what === 'frozen') };
}

function composed(event: Recorded, members: readonly string[]): GroupDecision {
  return { on: dayOfFact(event), event: event.id, what: 'composed', members };
}

function withDecision(row: GroupRow | undefined, decision: GroupDecision): GroupRow | undefined {
  const decisions = addByDay<GroupDecision>(row?.decisions ?? [], decision);
  return row && { ...row, ...stateOf(decisions), decisions };
}

/** One row for each group: who is in it, and whether that stands. */
export const groupView = defineView<GroupRow>({
  name: 'group',
  version: 2,
  subject: 'group',
  on: {
    'group.composed.v1': (_row, event) => {
      const { reason: _reason, members, ...group } = event.data;
      const decision = composed(event, members);
      return { ...group, members, frozen: false, event: event.id, decisions: [decision] };
    },
    'group.recomposed.v1': (row, event) => withDecision(row, composed(event, event.data.members)),
    'group.frozen.v1': (row, event) => withDecision(row, { on: dayOfFact(event), event: event.id, what: 'frozen' }),
  },
});
