import type { itemEvents } from '#domain/dossier/events';
import { itemFactTypes } from '#domain/dossier/kinds/index';
import type { AnyEvent, EventType } from '#domain/registry';
import type { Cause } from '#views/between/cause';

/**
 * What an event did to what is known: something came, went on, was given back, or came to its end; or an earlier fact
 * was put right or taken back.
 */
export const changeKinds = ['added', 'changed', 'withdrawn', 'ended', 'corrected', 'retracted'] as const;
export type ChangeKind = (typeof changeKinds)[number];

type OwnKind = Exclude<ChangeKind, 'corrected' | 'retracted'>;

const trajectory = {
  'trajectory.interest-shown.v1': 'added',
  'trajectory.applied.v1': 'added',
  'trajectory.intake-planned.v1': 'added',
  'trajectory.intake-moved.v1': 'changed',
  'trajectory.intake-held.v1': 'changed',
  'trajectory.started.v1': 'changed',
  'trajectory.paused.v1': 'changed',
  'trajectory.resumed.v1': 'changed',
  'trajectory.completed.v1': 'ended',
  'trajectory.after-measured.v1': 'changed',
  'trajectory.closed.v1': 'ended',
  'trajectory.withdrawn.v1': 'withdrawn',
  'trajectory.stopped.v1': 'ended',
  'trajectory.passed-on.v1': 'ended',
  'trajectory.local-change-brought-in.v1': 'added',
  'trajectory.question-brought-in.v1': 'added',
  'trajectory.question-sharpened.v1': 'changed',
  'trajectory.contacted.v1': 'added',
  'trajectory.lead-judged.v1': 'added',
  'trajectory.support-requested.v1': 'added',
  'trajectory.support-matched.v1': 'changed',
  'trajectory.support-delivered.v1': 'changed',
  'trajectory.support-completed.v1': 'ended',
  'trajectory.fact-retracted.v1': 'changed',
} as const;

const commitment = {
  'trajectory.commitment-asked.v1': 'added',
  'trajectory.commitment-due-moved.v1': 'changed',
  'trajectory.commitment-put-on-agenda.v1': 'changed',
  'trajectory.commitment-given.v1': 'changed',
  'trajectory.commitment-confirmed.v1': 'changed',
  'trajectory.commitment-refused.v1': 'ended',
  'trajectory.commitment-put-under-pressure.v1': 'changed',
  'trajectory.commitment-pressure-relieved.v1': 'changed',
  'trajectory.commitment-put-in-question.v1': 'changed',
  'trajectory.commitment-lapsed.v1': 'ended',
  'trajectory.commitment-withdrawn.v1': 'withdrawn',
  'trajectory.commitment-ended.v1': 'ended',
} as const;

const network = {
  'network.opened.v1': 'added',
  'network.places-changed.v1': 'changed',
  'network.place-given.v1': 'added',
  'network.place-held.v1': 'added',
  'network.place-released.v1': 'ended',
  'network.reservation-lifted.v1': 'changed',
  'network.put-on-waiting-list.v1': 'added',
  'network.rejected.v1': 'ended',
  'network.referred.v1': 'ended',
  'network.place-freed.v1': 'ended',
  'network.place-proposed.v1': 'added',
  'network.proposal-declined.v1': 'ended',
} as const;

const pledge = {
  'pledge.asked.v1': 'added',
  'pledge.made.v1': 'added',
  'pledge.partly-kept.v1': 'changed',
  'pledge.kept.v1': 'ended',
  'pledge.postponed.v1': 'changed',
  'pledge.taken-over.v1': 'changed',
  'pledge.withdrawn.v1': 'withdrawn',
  'pledge.lapsed.v1': 'ended',
  'pledge.fact-retracted.v1': 'changed',
} as const;

const others = {
  'log.started.v1': 'added',
  'log.key-destroyed.v1': 'ended',
  'register.released.v1': 'changed',
  'register.organisation-added.v1': 'added',
  'register.organisation-changed.v1': 'changed',
  'programme.set-up.v1': 'added',
  'programme.template-adopted.v2': 'changed',
  'programme.template-changed.v1': 'changed',
  'programme.report-scheduled.v1': 'added',
  'programme.report-unscheduled.v1': 'ended',
  'meeting.planned.v2': 'added',
  'meeting.date-agreed.v1': 'changed',
  'meeting.moved.v1': 'changed',
  'meeting.held.v1': 'changed',
  'meeting.attendance-recorded.v2': 'added',
  'meeting.cancelled.v1': 'ended',
  'meeting.fact-retracted.v1': 'changed',
  'group.composed.v1': 'added',
  'group.recomposed.v1': 'changed',
  'group.frozen.v1': 'changed',
  'import.accepted.v1': 'added',
  'import.completed.v1': 'ended',
} as const;

/** What the effect of a fact on an item of the dossier is, in these kinds. */
const effects = { begins: 'added', moves: 'changed', tells: 'changed', withdraws: 'withdrawn', ends: 'ended' } as const;

type ItemType = keyof typeof itemEvents;

const items = {
  ...Object.fromEntries([...itemFactTypes].map(([type, { effect }]) => [type, effects[effect]])),
  'item.fact-retracted.v1': 'changed',
} as { readonly [T in ItemType]: OwnKind };

/** For every type of event, when it is no correction. A type without a kind does not compile. */
const kinds: { readonly [T in EventType]: OwnKind } = {
  ...trajectory,
  ...commitment,
  ...network,
  ...pledge,
  ...others,
  ...items,
};

/** What a change did; a correction or retraction of anything is that. */
export function kindOf(type: AnyEvent['type'], cause: Cause): ChangeKind {
  if (cause === 'correction') return 'corrected';
  return cause === 'retraction' ? 'retracted' : kinds[type];
}

/** The types of events that are of one of these kinds, and the causes by which an event can be: for a filter. */
export function askedFor(asked: readonly ChangeKind[]): { types: readonly EventType[]; causes: readonly Cause[] } {
  const own = Object.keys(kinds) as EventType[];
  const corrections: Cause[] = [
    ...(asked.includes('corrected') ? (['correction'] as const) : []),
    ...(asked.includes('retracted') ? (['retraction'] as const) : []),
  ];
  const types = own.filter((type) => asked.includes(kinds[type]));
  return { types, causes: corrections };
}
