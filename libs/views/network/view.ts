import { dayOfFact } from '#domain/trajectory/facts';
import { defineView, type EventOf } from '../engine/view-definition.ts';
import { plain } from '../query/plain.ts';
import type { NetworkDecision, NetworkRow } from './row.ts';
import { after, noNetwork } from './state.ts';

export type { NetworkRow, Place } from './row.ts';

type Decided =
  | 'network.place-given.v1'
  | 'network.place-held.v1'
  | 'network.place-released.v1'
  | 'network.reservation-lifted.v1'
  | 'network.put-on-waiting-list.v1'
  | 'network.rejected.v1'
  | 'network.referred.v1'
  | 'network.place-freed.v1'
  | 'network.place-proposed.v1'
  | 'network.proposal-declined.v1'
  | 'network.places-changed.v1';

function decided(row: NetworkRow | undefined, event: EventOf<Decided>): NetworkRow | undefined {
  if (!row) return row;
  const decision = decisionOf(event);
  return { ...row, ...after(row, decision), decisions: [...row.decisions, decision] };
}

function decisionOf(event: EventOf<Decided>): NetworkDecision {
  const taken = { on: dayOfFact(event), event: event.id };
  switch (event.type) {
    case 'network.places-changed.v1': {
      const { minimum, target, maximum } = event.data;
      return { ...taken, what: 'sizes', minimum, target, maximum };
    }
    case 'network.place-given.v1': {
      const { trajectory, reservation } = event.data;
      return { ...taken, what: 'given', trajectory, decisionExpectedOn: reservation?.decisionExpectedOn ?? null };
    }
    case 'network.place-held.v1':
      return { ...taken, what: 'held', trajectory: event.data.trajectory, until: event.data.until };
    case 'network.place-released.v1':
      return { ...taken, what: 'released', trajectory: event.data.trajectory };
    case 'network.reservation-lifted.v1':
      return { ...taken, what: 'lifted', trajectory: event.data.trajectory };
    case 'network.put-on-waiting-list.v1':
      return { ...taken, what: 'waiting', trajectory: event.data.trajectory };
    case 'network.rejected.v1':
      return { ...taken, what: 'rejected', trajectory: event.data.trajectory };
    case 'network.referred.v1':
      return { ...taken, what: 'referred', trajectory: event.data.trajectory, to: event.data.to };
    case 'network.place-freed.v1':
      return { ...taken, what: 'freed', trajectory: event.data.trajectory };
    case 'network.place-proposed.v1':
      return { ...taken, what: 'proposed', trajectory: event.data.trajectory, freedBy: event.data.freedBy };
    case 'network.proposal-declined.v1':
      return { ...taken, what: 'declined', trajectory: event.data.trajectory };
  }
}

/** Whoever was turned away and applies for the network again, is turned away no longer; of others it changes nothing. */
function applied(row: NetworkRow | undefined, event: EventOf<'trajectory.applied.v1'>): NetworkRow | undefined {
  const { trajectory } = event.data;
  const isTurnedAway = row && [...row.rejected, ...row.referred].some((one) => one.trajectory === trajectory);
  if (!isTurnedAway) return row;
  const anew = { on: dayOfFact(event), event: event.id, what: 'applied', trajectory } as const;
  return { ...row, ...after(row, anew), decisions: [...row.decisions, anew] };
}

/** One row for each network: who has a place, who waits in which order, and what is proposed, now and on any day. */
export const networkView = defineView<NetworkRow>({
  name: 'network',
  version: 5,
  subject: 'network',
  columns: {
    sort_name: { type: 'text', of: ({ name }) => plain(name) },
    sort_region: { type: 'text', of: ({ region }) => plain(region) },
  },
  on: {
    'network.opened.v1': (_row, event) => {
      const { network, programme, name, region, minimum, target, maximum } = event.data;
      const opening = { on: dayOfFact(event), event: event.id, what: 'sizes', minimum, target, maximum } as const;
      return { network, programme, name, region, ...after(noNetwork, opening), decisions: [opening] };
    },
    'trajectory.applied.v1': applied,
    'network.places-changed.v1': decided,
    'network.place-given.v1': decided,
    'network.place-held.v1': decided,
    'network.place-released.v1': decided,
    'network.reservation-lifted.v1': decided,
    'network.put-on-waiting-list.v1': decided,
    'network.rejected.v1': decided,
    'network.referred.v1': decided,
    'network.place-freed.v1': decided,
    'network.place-proposed.v1': decided,
    'network.proposal-declined.v1': decided,
  },
});
