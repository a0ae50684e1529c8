import { type DataOf, dataOf } from '../kernel/command.ts';
import { type Aggregate, accept, type Decision, never, type Refusal, refuse } from '../kernel/decision.ts';
import type { Recorded } from '../kernel/event.ts';
import { nothingChanged } from '../kernel/refusals.ts';
import { subject } from '../kernel/subject.ts';
import { refuseAdding, refuseChanging } from './added.ts';
import type { RegisterCommand } from './commands.ts';
import type { Organisation, RegisterEvent } from './events.ts';
import { codeNotUnique, olderRelease, organisationMissing, organisationTwice, successorUnknown } from './refusals.ts';
import { overlap, type RegisterState } from './state.ts';

type Release = DataOf<RegisterEvent, 'register.released.v1'>;

function decide(command: RegisterCommand, state: RegisterState): Decision<RegisterEvent> {
  switch (command.type) {
    case 'release-register': {
      const refused = refuseRelease(command, state);
      if (refused) return refuse(refused);
      const subjects = [subject('register', 'organisations')];
      return accept<RegisterEvent>([{ type: 'register.released.v1', data: dataOf(command), subjects }]);
    }
    case 'add-organisation':
      return keep('register.organisation-added.v1', dataOf(command), refuseAdding(dataOf(command), state));
    case 'change-organisation':
      return keep('register.organisation-changed.v1', dataOf(command), refuseChanging(dataOf(command), state));
    default:
      return never(command);
  }
}

/** Those that were added stand by themselves, so that a large release is not written anew for one of them. */
function keep(
  type: 'register.organisation-added.v1' | 'register.organisation-changed.v1',
  data: Organisation,
  refused: Refusal | undefined,
): Decision<RegisterEvent> {
  if (refused) return refuse(refused);
  const subjects = [subject('register', 'added'), subject('organisation', data.id)];
  return accept<RegisterEvent>([{ type, data, subjects }]);
}

function refuseRelease(command: Release, state: RegisterState): Refusal | undefined {
  const { release } = command;
  if (state.release !== undefined && release < state.release) return olderRelease(release, state.release);
  return (
    refuseOrganisations(command.organisations, state) ?? (isTheSame(command, state) ? nothingChanged() : undefined)
  );
}

function refuseOrganisations(organisations: Release['organisations'], state: RegisterState): Refusal | undefined {
  const ids = new Set<string>();
  for (const { id, name } of organisations) {
    if (ids.has(id)) return organisationTwice(name);
    ids.add(id);
  }
  for (const { name, successors } of organisations) {
    if (successors.some((id) => !ids.has(id))) return successorUnknown(name, 'organisations');
  }
  for (const known of state.organisations.values()) {
    if (!ids.has(known.id) && !state.added.has(known.id)) return organisationMissing(known.name);
  }
  return refuseCodes(organisations);
}

/** A code may pass from one organisation to another, but on any day it is of one. */
function refuseCodes(organisations: Release['organisations']): Refusal | undefined {
  const holders = new Map<string, Organisation[]>();
  for (const organisation of organisations) {
    const { cbs } = organisation;
    if (cbs === undefined) continue;
    const before = holders.get(cbs) ?? [];
    if (before.some((other) => overlap(other, organisation))) return codeNotUnique(cbs);
    holders.set(cbs, [...before, organisation]);
  }
  return undefined;
}

function isTheSame(command: Release, state: RegisterState): boolean {
  const { release, source, organisations } = command;
  return (
    release === state.release &&
    source === state.source &&
    JSON.stringify(organisations) === JSON.stringify(released(state))
  );
}

function released({ organisations, added }: RegisterState): Organisation[] {
  return [...organisations.values()].filter(({ id }) => !added.has(id));
}

function evolve(state: RegisterState, event: Recorded<RegisterEvent>): RegisterState {
  switch (event.type) {
    case 'register.released.v1': {
      const { release, source, organisations } = event.data;
      const own = [...state.organisations.values()].filter(({ id }) => state.added.has(id));
      return { ...state, release, source, organisations: new Map([...organisations, ...own].map((o) => [o.id, o])) };
    }
    case 'register.organisation-added.v1':
    case 'register.organisation-changed.v1': {
      const { id } = event.data;
      const organisations = new Map(state.organisations).set(id, event.data);
      return { ...state, organisations, added: new Set(state.added).add(id) };
    }
    default:
      return never(event);
  }
}

/** The organisation register: one stream, of which the last release counts, with what was added to it. */
export const register: Aggregate<RegisterState, RegisterCommand, RegisterEvent, undefined> = {
  name: 'register',
  initial: { organisations: new Map(), added: new Set() },
  decide,
  evolve,
};
