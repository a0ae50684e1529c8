import { dayAmong, dayItHappened, lastPossibleDay } from '../kernel/days.ts';
import type { Refusal } from '../kernel/decision.ts';
import {
  networkUnknown,
  nothingChanged,
  organisationDidNotExist,
  organisationUnknown,
  programmeUnknown,
} from '../kernel/refusals.ts';
import type { OccurredOn } from '../kernel/time.ts';
import { placeOfApplication } from '../network/admission.ts';
import type { Organisation } from '../register/events.ts';
import { existedOn } from '../register/state.ts';
import type { TrajectoryCommand } from './commands.ts';
import type { TrajectoryContext } from './context.ts';
import { addByDay, type CourseFact, courseOf } from './course.ts';
import { whenOfFact } from './facts.ts';
import { alreadyApplied } from './refusals.ts';
import type { KnownTrajectory, TrajectoryState } from './state.ts';

type Registration = Extract<TrajectoryCommand, { type: 'show-interest' | 'apply' }>;

export function isRegistration(command: TrajectoryCommand): command is Registration {
  return command.type === 'show-interest' || command.type === 'apply';
}

/** Interest and application bring a trajectory about, so they say whose it is, and where. */
export function refuseRegistration(
  command: Registration,
  state: TrajectoryState,
  context: TrajectoryContext,
): Refusal | undefined {
  const { programme, register } = context;
  if (programme.status === 'unknown' || programme.programme !== command.programme) {
    return programmeUnknown(command.programme);
  }
  return (
    refuseOrganisation(command.organisation, command.occurredOn, register.organisations) ??
    refuseNetwork(command, context) ??
    refuseAgain(command, state, context)
  );
}

/** An organisation must be in the register, and have been there on (some day of) the date of the fact. */
export function refuseOrganisation(
  id: string,
  occurredOn: OccurredOn,
  organisations: ReadonlyMap<string, Organisation>,
): Refusal | undefined {
  const organisation = organisations.get(id);
  if (!organisation) return organisationUnknown(id);
  const first = dayItHappened(occurredOn);
  if (existedOn(organisation, first) || existedOn(organisation, lastPossibleDay(occurredOn))) return undefined;
  return organisationDidNotExist(organisation.name, first);
}

/**
 * A successor must be in the register and still be there on the date of the fact. That it begins later is no objection:
 * who passes on before a merger passes on to what the merger makes.
 */
export function refuseSuccessor(
  id: string,
  occurredOn: OccurredOn,
  organisations: ReadonlyMap<string, Organisation>,
  field = 'successor',
): Refusal | undefined {
  const successor = organisations.get(id);
  if (!successor) return organisationUnknown(id, field);
  const on = dayItHappened(occurredOn);
  if (successor.validUntil === undefined || successor.validUntil >= on) return undefined;
  return organisationDidNotExist(successor.name, on, field);
}

function refuseNetwork(command: Registration, context: TrajectoryContext): Refusal | undefined {
  if (command.network === undefined) return undefined;
  const { network } = context;
  const found =
    network?.status === 'open' && network.network === command.network && network.programme === command.programme;
  return found ? undefined : networkUnknown(command.network);
}

/**
 * Whoever withdrew or was turned away may apply again; as long as an application stands there is no second one. Interest is
 * shown as often as it is shown.
 */
function refuseAgain(command: Registration, state: TrajectoryState, context: TrajectoryContext): Refusal | undefined {
  if (state.status === 'unknown') return undefined;
  const on = dayAmong(state.course, command.occurredOn);
  if (command.type === 'show-interest') {
    return state.course.some((fact) => fact.fact === 'interest-shown' && fact.on === on) ? nothingChanged() : undefined;
  }
  const appliedOn = state.course.findLast(({ fact }) => fact === 'applied')?.on;
  if (appliedOn === undefined) return undefined;
  if (courseOf(state.course)?.step === 'withdrawn' && leadsOn(command, state)) return undefined;
  return isTurnedAway(state, context) && on > appliedOn ? undefined : alreadyApplied(appliedOn);
}

/** Whether it comes after the withdrawal. One from before it, as of a file that is taken in again, is known already. */
function leadsOn({ occurredOn, at: recordedAt }: Registration, { course }: KnownTrajectory): boolean {
  const applied = { ...whenOfFact({ occurredOn, recordedAt }, course), fact: 'applied' } as const;
  return courseOf(addByDay<CourseFact>(course, applied))?.step !== 'withdrawn';
}

/** Rejected or referred, by the network that it applied for or by the one that it applies for now. */
function isTurnedAway(state: KnownTrajectory, { network, appliedFor, programme }: TrajectoryContext): boolean {
  return [appliedFor, network].some((one) => {
    if (one?.status !== 'open') return false;
    const { place } = placeOfApplication(state.trajectory, one, { programme, trajectory: state });
    return place === 'rejected' || place === 'referred';
  });
}
