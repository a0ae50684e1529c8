import { sameContent } from '../kernel/compare.ts';
import { dayAmong } from '../kernel/days.ts';
import { never, type Refusal } from '../kernel/decision.ts';
import { fromUnknown, nothingChanged, programmeUnknown } from '../kernel/refusals.ts';
import type { OccurredOn } from '../kernel/time.ts';
import { addByDay } from '../trajectory/course.ts';
import { refuseOrganisation } from '../trajectory/decide-registration.ts';
import type { PledgeCommand } from './commands.ts';
import type { PledgeContext } from './context.ts';
import type { PledgeFactEvent } from './facts.ts';
import { beginningOf, dueOf, type Party, type PledgeFact, pledgeOf, takenOverBy } from './pledge.ts';
import * as refusals from './refusals.ts';
import type { Begun, KnownPledge, PledgeState } from './state.ts';

export type BeginPledge = Extract<PledgeCommand, { type: 'ask-pledge' | 'make-pledge' }>;
export type LaterCommand = Exclude<PledgeCommand, BeginPledge>;

/** Asking for a pledge and making one say whose it is, and in which programme. */
export function isBeginning(command: PledgeCommand): command is BeginPledge {
  return command.type === 'ask-pledge' || command.type === 'make-pledge';
}

export function refuseBeginning(command: BeginPledge, state: PledgeState, context: PledgeContext): Refusal | undefined {
  const { programme, register } = context;
  if (programme.status === 'unknown' || programme.programme !== command.programme) {
    return programmeUnknown(command.programme);
  }
  if (state.status === 'known' && !isTheSame(command, state)) return refusals.pledgeKnown(command.pledge);
  return (
    refuseOrganisation(command.organisation, command.occurredOn, register.organisations) ??
    refuseTrajectory(command, context) ??
    refuseMeeting(command.meeting, command.programme, context)
  );
}

/** A pledge that was asked for is made under the same id; of another trajectory or organisation it is another pledge. */
function isTheSame(command: BeginPledge, { programme, trajectory, begun }: KnownPledge): boolean {
  if (command.programme !== programme || command.trajectory !== trajectory) return false;
  return begun === undefined || begun.organisation === command.organisation;
}

function refuseTrajectory(command: BeginPledge, { trajectory }: PledgeContext): Refusal | undefined {
  if (command.trajectory === undefined) return undefined;
  const found = trajectory?.status === 'known' && trajectory.programme === command.programme;
  return found ? undefined : refusals.trajectoryElsewhere(command.trajectory);
}

/** The meeting in which it was asked for or made is one of the programme. */
export function refuseMeeting(
  id: string | undefined,
  programme: string,
  { meeting }: Pick<PledgeContext, 'meeting'>,
): Refusal | undefined {
  if (id === undefined) return undefined;
  const found = meeting?.status !== undefined && meeting.status !== 'unknown' && meeting.programme === programme;
  return found ? undefined : refusals.meetingElsewhere(id);
}

/** Facts without effect, and those that name what is not there. */
export function refuseLater(command: LaterCommand, state: KnownPledge, context: PledgeContext): Refusal | undefined {
  switch (command.type) {
    case 'promise-pledge':
      return refusePromise(command, state) ?? refuseMeeting(command.meeting, state.programme, context);
    case 'postpone-pledge':
      return refusePostponement(command, state);
    case 'take-pledge-over':
      return refuseParty(command, context);
    case 'keep-pledge-partly':
    case 'keep-pledge':
    case 'withdraw-pledge':
    case 'lapse-pledge':
      return undefined;
    default:
      return never(command);
  }
}

type PromisePledge = Extract<PledgeCommand, { type: 'promise-pledge' }>;

/**
 * A pledge of which the beginning was retracted, and other facts stand, is begun anew by one that says it whole: by whom
 * and to whom is not known any more.
 */
function refusePromise({ role, toRole, occurredOn }: PromisePledge, state: KnownPledge): Refusal | undefined {
  if (state.begun) return undefined;
  if (!partyAsked(occurredOn, state)) return refusals.pledgeUnknown();
  return role === undefined || toRole === undefined ? refusals.rolesMissing() : undefined;
}

/** Whose it is to answer: of who had it on that day, or else of the organisation, as far as that one is known. */
export function partyAsked(
  occurredOn: OccurredOn,
  state: KnownPledge,
): { readonly organisation: string; readonly role?: string } | undefined {
  const { organisation } = state;
  return partyThen(occurredOn, state) ?? (organisation === undefined ? undefined : { organisation });
}

/** Whose it was on the day of a fact: of who took it over by then, or else of who was asked or made it. */
export function partyThen(occurredOn: OccurredOn, state: KnownPledge): Party | undefined {
  const { facts } = state;
  return takenOverBy(facts, dayAmong(facts, occurredOn)) ?? begunThen(occurredOn, state);
}

/** As it was asked or made by the day of a fact; where that was told of later days only, as of those. */
export function begunThen(occurredOn: OccurredOn, { facts, begun }: KnownPledge): Begun | undefined {
  return beginningOf(facts, dayAmong(facts, occurredOn))?.terms ?? begun;
}

type Postponement = Extract<PledgeCommand, { type: 'postpone-pledge' }>;

function refusePostponement({ from, to, occurredOn }: Postponement, state: KnownPledge): Refusal | undefined {
  const due = dueThen(occurredOn, state);
  if ((from ?? due) === undefined) return fromUnknown();
  return to === due ? nothingChanged() : undefined;
}

/** The day by which it was to be kept on the day of a fact, as far as it was open then. */
export function dueThen(occurredOn: OccurredOn, { facts }: KnownPledge): string | undefined {
  const pledge = pledgeOf(facts, dayAmong(facts, occurredOn));
  return pledge && dueOf(pledge);
}

/** Whoever takes it over must have been there on that day. */
export function refuseParty(
  { organisation, occurredOn }: { readonly organisation: string; readonly occurredOn: OccurredOn },
  { register }: Pick<PledgeContext, 'register'>,
): Refusal | undefined {
  return refuseOrganisation(organisation, occurredOn, register.organisations);
}

/** Told before, and nothing came after it that it undoes. */
export function isKnown(fact: PledgeFact, facts: readonly PledgeFact[]): boolean {
  if (!facts.some((known) => sameContent(known, fact))) return false;
  return sameContent(pledgeOf(addByDay(facts, fact), fact.on), pledgeOf(facts, fact.on));
}

/** Whether it says more than where the pledge is: something in words, or proof that is not on record. Both are kept. */
export function saysMore(event: PledgeFactEvent, state: PledgeState): boolean {
  switch (event.type) {
    case 'pledge.asked.v1':
    case 'pledge.made.v1':
      return true;
    case 'pledge.partly-kept.v1':
    case 'pledge.kept.v1': {
      const { result, evidence } = event.data;
      const proven = state.status === 'known' && state.evidence.some((known) => sameContent(known, evidence));
      return result !== undefined || (evidence !== undefined && !proven);
    }
    default:
      return false;
  }
}
