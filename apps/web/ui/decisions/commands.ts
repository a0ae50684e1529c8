import { type Command, command } from '../facts/commands.ts';
import { contactRole, motivation, on, reason } from '../facts/shared-fields.ts';
import type { Place } from './place.ts';

const why = { ...reason, required: false } as const;

export const apply = command(
  'do.apply',
  '/v1/programmes/{id}/applications',
  { name: 'network', kind: 'reference', to: 'network', required: true },
  contactRole,
  motivation,
  on,
);

const admit = command('do.admit', '/v1/networks/{id}/admissions', {
  name: 'reservation',
  kind: 'part',
  fields: [
    { name: 'reason', kind: 'text' },
    { name: 'decisionExpectedOn', kind: 'day' },
  ],
});
const hold = command(
  'do.holdPlace',
  '/v1/networks/{id}/tentative-places',
  { name: 'until', kind: 'day', required: true, label: 'fact.heldUntil' },
  why,
);
const release = command('do.releasePlace', '/v1/networks/{id}/released-places', why);
const lift = command('do.liftReservation', '/v1/networks/{id}/lifted-reservations');
const wait = command('do.wait', '/v1/networks/{id}/waiting-list-entries', why);
const decline = command('do.declineProposal', '/v1/networks/{id}/declined-proposals', reason);
const reject = command('do.reject', '/v1/networks/{id}/rejections', reason);
const refer = command(
  'do.refer',
  '/v1/networks/{id}/referrals',
  { name: 'to', kind: 'line', required: true, label: 'fact.referredTo' },
  reason,
);

/** Of whoever has applied and has no place yet, or was turned away before. */
const undecided: ReadonlySet<string> = new Set([
  'applied',
  'intake-planned',
  'intake-held',
  'waiting',
  'rejected',
  'referred',
]);
const turnedAway: ReadonlySet<string> = new Set(['rejected', 'referred']);

/** The decisions that fit where a trajectory stands, the most likely one first. What the network refuses, it says itself. */
export function decisionsFor(step: string, place: Place): readonly Command[] {
  if (place.place === 'given') return place.expectedOn === undefined ? [] : [lift];
  if (!undecided.has(step)) return [];
  const given = place.heldUntil === undefined ? [admit, hold] : [admit, hold, release];
  const line = place.turn === 0 ? [wait] : place.isProposed ? [decline] : [];
  return [...given, ...line, ...(turnedAway.has(step) ? [] : [reject, refer])];
}
