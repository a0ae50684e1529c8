import type { DataOf, Decide } from '../kernel/command.ts';
import type { NetworkEvent } from './events.ts';

type Data<T extends NetworkEvent['type']> = DataOf<NetworkEvent, T>;

export type NetworkCommand =
  | Decide<'open-network', Data<'network.opened.v1'>>
  | Decide<'change-places', Data<'network.places-changed.v1'>>
  | Decide<'give-place', Data<'network.place-given.v1'>>
  | Decide<'hold-place', Data<'network.place-held.v1'>>
  | Decide<'release-place', Data<'network.place-released.v1'>>
  | Decide<'lift-reservation', Data<'network.reservation-lifted.v1'>>
  | Decide<'put-on-waiting-list', Data<'network.put-on-waiting-list.v1'>>
  | Decide<'reject', Data<'network.rejected.v1'>>
  | Decide<'refer', Data<'network.referred.v1'>>
  /** Sent by a reaction on withdrawn, stopped and passed on; safe to send again. */
  | Decide<'free-place', Data<'network.place-freed.v1'>>
  | Decide<'decline-proposal', Data<'network.proposal-declined.v1'>>;
