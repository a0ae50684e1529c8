import { dataOf } from '../kernel/command.ts';
import { dayOf } from '../kernel/days.ts';
import { type Aggregate, accept, type Decision, never, type Refusal, refuse } from '../kernel/decision.ts';
import { networkUnknown, nothingChanged, programmeUnknown } from '../kernel/refusals.ts';
import { subject } from '../kernel/subject.ts';
import {
  type NetworkContext,
  placeOfApplication,
  refuseAdmission,
  refuseAnyDecision,
  refuseHolding,
  warnOfAdmission,
} from './admission.ts';
import type { NetworkCommand } from './commands.ts';
import type { NetworkEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { declineProposal, freePlace, happen, releasePlace, turnAway } from './line.ts';
import * as refusals from './refusals.ts';
import { type NetworkState, type OpenNetwork, placeOf, unclaimedPlaces } from './state.ts';
import * as warnings from './warnings.ts';

type Command<T extends NetworkCommand['type']> = Extract<NetworkCommand, { type: T }>;

function decide(command: NetworkCommand, state: NetworkState, context: NetworkContext): Decision<NetworkEvent> {
  if (command.type === 'open-network') return openNetwork(command, state, context);
  if (state.status === 'unknown') return refuse(networkUnknown());
  switch (command.type) {
    case 'change-places':
      return changePlaces(command, state);
    case 'give-place':
      return givePlace(command, state, context);
    case 'hold-place':
      return holdPlace(command, state, context);
    case 'release-place':
      return releasePlace(command, state);
    case 'lift-reservation': {
      const place = placeOf(state, command.trajectory);
      if (place.place !== 'given' || place.decisionExpectedOn === undefined) {
        return refuse(refusals.noReservation(command.trajectory));
      }
      return accept<NetworkEvent>([happen(state, { type: 'network.reservation-lifted.v1', data: dataOf(command) })]);
    }
    case 'put-on-waiting-list':
      return putOnWaitingList(command, state, context);
    case 'reject':
    case 'refer':
      return turnAway(command, state, context);
    case 'free-place':
      return freePlace(command, state);
    case 'decline-proposal':
      return declineProposal(command, state);
    default:
      return never(command);
  }
}

function openNetwork(
  command: Command<'open-network'>,
  state: NetworkState,
  context: NetworkContext,
): Decision<NetworkEvent> {
  const { programme } = context;
  if (state.status !== 'unknown') return refuse(refusals.alreadyOpened(command.network));
  if (programme.status === 'unknown' || programme.programme !== command.programme) {
    return refuse(programmeUnknown(command.programme));
  }
  if (!inOrder(command)) return refuse(refusals.placesOutOfOrder(command));
  const subjects = [subject('programme', command.programme), subject('network', command.network)];
  return accept<NetworkEvent>([{ type: 'network.opened.v1', data: dataOf(command), subjects }]);
}

type Places = Pick<OpenNetwork, 'minimum' | 'target' | 'maximum'>;

function inOrder({ minimum, target, maximum }: Places): boolean {
  return minimum <= target && target <= maximum;
}

function refusePlaces(command: Places, state: OpenNetwork): Refusal | undefined {
  const { minimum, target, maximum } = command;
  const given = state.places.length;
  if (!inOrder(command)) return refusals.placesOutOfOrder(command);
  if (maximum < given) return refusals.maximumBelowPlacesGiven(maximum, given);
  const same = minimum === state.minimum && target === state.target && maximum === state.maximum;
  return same ? nothingChanged() : undefined;
}

function changePlaces(command: Command<'change-places'>, state: OpenNetwork): Decision<NetworkEvent> {
  const refused = refusePlaces(command, state);
  if (refused) return refuse(refused);
  const event = happen(state, { type: 'network.places-changed.v1', data: dataOf(command) });
  const waiting = state.waiting.length;
  const widened = command.maximum > state.maximum && waiting > 0;
  return accept<NetworkEvent>([event], widened ? [warnings.someoneIsWaiting(waiting)] : []);
}

function givePlace(
  command: Command<'give-place'>,
  state: OpenNetwork,
  context: NetworkContext,
): Decision<NetworkEvent> {
  const refused = refuseAdmission(command, state, context);
  if (refused) return refuse(refused);
  const event = happen(state, { type: 'network.place-given.v1', data: dataOf(command) });
  return accept<NetworkEvent>([event], warnOfAdmission(command.trajectory, state, context));
}

function holdPlace(
  command: Command<'hold-place'>,
  state: OpenNetwork,
  context: NetworkContext,
): Decision<NetworkEvent> {
  const refused = refuseHolding(command, state, context);
  if (refused) return refuse(refused);
  const event = happen(state, { type: 'network.place-held.v1', data: dataOf(command) });
  return accept<NetworkEvent>([event], warnOfAdmission(command.trajectory, state, context));
}

function putOnWaitingList(
  command: Command<'put-on-waiting-list'>,
  state: OpenNetwork,
  context: NetworkContext,
): Decision<NetworkEvent> {
  const { trajectory } = command;
  const refused = refuseAnyDecision(trajectory, state, context);
  if (refused) return refuse(refused);
  const { place } = placeOfApplication(trajectory, state, context);
  if (place === 'waiting') return refuse(refusals.alreadyWaiting(trajectory));
  const free = unclaimedPlaces(state, trajectory, dayOf(command.at));
  const intakeHeld =
    context.trajectory?.status === 'known' && context.trajectory.course.some((f) => f.fact === 'intake-held');
  return accept<NetworkEvent>(
    [happen(state, { type: 'network.put-on-waiting-list.v1', data: dataOf(command) })],
    [
      ...(free > 0 ? [warnings.placesAreFree(free)] : []),
      ...(intakeHeld ? [] : [warnings.waitingBeforeTheIntake()]),
      ...(place === 'rejected' || place === 'referred' ? [warnings.turnedAwayBefore()] : []),
    ],
  );
}

/** A regional network: it keeps the places, the waiting list and the proposals of freed places. */
export const network: Aggregate<NetworkState, NetworkCommand, NetworkEvent, NetworkContext> = {
  name: 'network',
  initial: { status: 'unknown' },
  decide,
  evolve,
};
