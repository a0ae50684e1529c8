import { dataOf } from '../kernel/command.ts';
import { dayAmong } from '../kernel/days.ts';
import {
  type Aggregate,
  accept,
  type Decision,
  never,
  type Refusal,
  refuse,
  type Warning,
} from '../kernel/decision.ts';
import type { New } from '../kernel/event.ts';
import { dateWarnings, refuseDate } from '../kernel/facts.ts';
import { nothingChanged, programmeUnknown } from '../kernel/refusals.ts';
import { type Subject, subject } from '../kernel/subject.ts';
import { subjectsNamed } from '../kernel/subjects-named.ts';
import type { PledgeCommand } from './commands.ts';
import type { PledgeContext } from './context.ts';
import type { PledgeEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { type PledgeFactEvent, pledgeFactOf } from './facts.ts';
import { isRequest, type PledgeFact, pledgeOf, pledgeTable, takenOverBy } from './pledge.ts';
import { pledgeUnknown } from './refusals.ts';
import {
  begunThen,
  dueThen,
  isBeginning,
  isKnown,
  partyAsked,
  partyThen,
  refuseBeginning,
  refuseLater,
  saysMore,
} from './refuse.ts';
import type { KnownPledge, PledgeState } from './state.ts';
import * as warnings from './warnings.ts';

/** Everything about a pledge is a fact: it is recorded even against the plan, with a warning. */
function decide(command: PledgeCommand, state: PledgeState, context: PledgeContext): Decision<PledgeEvent> {
  const { programme } = context;
  if (!isBeginning(command) && state.status === 'unknown') return refuse(pledgeUnknown());
  if (programme.status === 'unknown') return refuse(programmeUnknown());
  const refused = refuseDate(command, programme.opensOn) ?? refuseFact(command, state, context);
  if (refused) return refuse(refused);
  const event = eventOf(command, state);
  const facts = factsIn(state);
  const fact = factOf(event, command, facts);
  if (!saysMore(event, state) && isKnown(fact, facts)) return refuse(nothingChanged());
  const late = dateWarnings(command, programme.until);
  const happened: New<PledgeEvent> = { ...event, subjects: subjectsOf(state, event), occurredOn: command.occurredOn };
  return accept<PledgeEvent>([happened], [...tableWarnings(fact, facts), ...warningsOf(command, state), ...late]);
}

function refuseFact(command: PledgeCommand, state: PledgeState, context: PledgeContext): Refusal | undefined {
  if (isBeginning(command)) return refuseBeginning(command, state, context);
  return state.status === 'unknown' ? pledgeUnknown() : refuseLater(command, state, context);
}

function factsIn(state: PledgeState): readonly PledgeFact[] {
  return state.status === 'known' ? state.facts : [];
}

function factOf(event: PledgeFactEvent, command: PledgeCommand, known: readonly PledgeFact[]): PledgeFact {
  const { at: recordedAt, occurredOn } = command;
  return pledgeFactOf({ ...event, id: '', recordedAt, subjects: [], occurredOn }, known);
}

function eventOf(command: PledgeCommand, state: PledgeState): PledgeFactEvent {
  switch (command.type) {
    case 'ask-pledge':
      return { type: 'pledge.asked.v1', data: dataOf(command) };
    case 'make-pledge':
      return { type: 'pledge.made.v1', data: dataOf(command) };
    case 'promise-pledge':
      return { type: 'pledge.made.v1', data: promised(command, known(state)) };
    case 'keep-pledge-partly':
      return { type: 'pledge.partly-kept.v1', data: dataOf(command) };
    case 'keep-pledge':
      return { type: 'pledge.kept.v1', data: dataOf(command) };
    case 'postpone-pledge': {
      const from = command.from ?? dueThen(command.occurredOn, known(state)) ?? command.to;
      return { type: 'pledge.postponed.v1', data: { ...dataOf(command), from } };
    }
    case 'take-pledge-over':
      return { type: 'pledge.taken-over.v1', data: dataOf(command) };
    case 'withdraw-pledge':
      return { type: 'pledge.withdrawn.v1', data: dataOf(command) };
    case 'lapse-pledge':
      return { type: 'pledge.lapsed.v1', data: dataOf(command) };
    default:
      return never(command);
  }
}

/**
 * A request that was answered: the whole pledge, with what the answer left out taken from the request. Whoever took the
 * request over is the one that answers it.
 */
function promised(command: Extract<PledgeCommand, { type: 'promise-pledge' }>, state: KnownPledge) {
  const { pledge, programme, trajectory } = state;
  const asked = partyAsked(command.occurredOn, state);
  const begun = begunThen(command.occurredOn, state);
  const { role = asked?.role, toRole = begun?.toRole, ...answer } = dataOf(command);
  if (!asked || role === undefined || toRole === undefined) {
    throw new Error('An answer that leaves open who pledges what to whom was not refused.');
  }
  const identity = { pledge, programme, ...(trajectory !== undefined && { trajectory }) };
  return { ...identity, organisation: asked.organisation, role, toRole, ...answer };
}

function known(state: PledgeState): KnownPledge {
  if (state.status === 'unknown') throw new Error('A fact about a pledge that is not known was not refused.');
  return state;
}

/** Every fact names whose pledge it is, so that the story of that trajectory and that organisation has it. */
function subjectsOf(state: PledgeState, event: PledgeFactEvent): Subject[] {
  if (event.type === 'pledge.asked.v1' || event.type === 'pledge.made.v1') {
    const { programme, trajectory, pledge, organisation, meeting } = event.data;
    const named = subjectsNamed({ programme, trajectory, pledge, organisation, meeting });
    const asked = state.status === 'known' ? subjectsNamed({ organisation: state.organisation }) : [];
    return [...new Set([...named, ...asked])];
  }
  const { programme, trajectory, pledge, organisation, facts } = known(state);
  const own = subjectsNamed({ programme, trajectory, pledge, organisation });
  const keeper = takenOverBy(facts)?.organisation;
  const also = keeper === undefined ? [] : [subject('organisation', keeper)];
  return [...new Set([...own, ...also, ...subjectsNamed(event.data)])];
}

function tableWarnings(fact: PledgeFact, facts: readonly PledgeFact[]): Warning[] {
  const { after, otherwise } = pledgeTable[fact.fact];
  // A request can be answered whatever became of it.
  if (fact.fact === 'made' && isRequest(facts, fact.on)) return [];
  return after.includes(pledgeOf(facts, fact.on)?.step ?? null) ? [] : [warnings.outOfOrder(otherwise)];
}

function warningsOf(command: PledgeCommand, state: PledgeState): Warning[] {
  const on = dayAmong(factsIn(state), command.occurredOn);
  switch (command.type) {
    case 'ask-pledge':
    case 'make-pledge':
    case 'promise-pledge':
      return command.due < on ? [warnings.dueInThePast()] : [];
    case 'postpone-pledge': {
      const due = dueThen(command.occurredOn, known(state));
      if (due === undefined) return [];
      const other = command.from === undefined || command.from === due ? [] : [warnings.postponedFromAnotherDate(due)];
      return command.to < due ? [...other, warnings.broughtForward(due)] : other;
    }
    case 'take-pledge-over': {
      const now = partyThen(command.occurredOn, known(state));
      const same = now?.organisation === command.organisation && now.role === command.role;
      return same ? [warnings.takenOverByTheSame()] : [];
    }
    default:
      return [];
  }
}

/** What an organisation, in a role, promised to do by a day. */
export const pledge: Aggregate<PledgeState, PledgeCommand, PledgeEvent, PledgeContext> = {
  name: 'pledge',
  initial: { status: 'unknown' },
  decide,
  evolve,
};
