import { dataOf } from '../kernel/command.ts';
import { type Aggregate, accept, type Decision, type Refusal, refuse } from '../kernel/decision.ts';
import type { Recorded } from '../kernel/event.ts';
import { nothingChanged } from '../kernel/refusals.ts';
import { subject } from '../kernel/subject.ts';
import type { RegisterCommand } from './commands.ts';
import type { RegisterEvent } from './events.ts';
import { codeNotUnique, olderRelease, organisationMissing, organisationTwice, successorUnknown } from './refusals.ts';
import { existedOn, type RegisterState } from './state.ts';

type Release = RegisterEvent['data'];

function decide(command: RegisterCommand, state: RegisterState): Decision<RegisterEvent> {
  const refused = refuseRelease(command, state);
  if (refused) return refuse(refused);
  return accept<RegisterEvent>([
    { type: 'register.released.v1', data: dataOf(command), subjects: [subject('register', 'organisations')] },
  ]);
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
    if (successors.some((id) => !ids.has(id))) return successorUnknown(name);
  }
  for (const known of state.organisations.values()) {
    if (!ids.has(known.id)) return organisationMissing(known.name);
  }
  return refuseCodes(organisations);
}

/** A code may pass from one organisation to another, but on any day it is of one. */
function refuseCodes(organisations: Release['organisations']): Refusal | undefined {
  const byCode = new Map<string, Release['organisations'][number]>();
  for (const organisation of organisations) {
    if (organisation.cbs === undefined) continue;
    const other = byCode.get(organisation.cbs);
    const start = organisation.validFrom ?? '0000-01-01';
    if (other && (existedOn(other, start) || existedOn(organisation, other.validFrom ?? '0000-01-01'))) {
      return codeNotUnique(organisation.cbs);
    }
    byCode.set(organisation.cbs, organisation);
  }
  return undefined;
}

function isTheSame(command: Release, state: RegisterState): boolean {
  const { release, source, organisations } = command;
  return (
    release === state.release &&
    source === state.source &&
    JSON.stringify(organisations) === JSON.stringify([...state.organisations.values()])
  );
}

function evolve(_state: RegisterState, event: Recorded<RegisterEvent>): RegisterState {
  const { release, source, organisations } = event.data;
  return { release, source, organisations: new Map(organisations.map((o) => [o.id, o])) };
}

/** The organisation register: one stream, of which the last release counts. */
export const register: Aggregate<RegisterState, RegisterCommand, RegisterEvent, undefined> = {
  name: 'register',
  initial: { organisations: new Map() },
  decide,
  evolve,
};
