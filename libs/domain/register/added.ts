import { sameContent } from '../kernel/compare.ts';
import type { Refusal } from '../kernel/decision.ts';
import { nothingChanged, organisationUnknown } from '../kernel/refusals.ts';
import type { Organisation } from './events.ts';
import * as refusals from './refusals.ts';
import { overlap, type RegisterState } from './state.ts';

export function refuseAdding(organisation: Organisation, state: RegisterState): Refusal | undefined {
  const known = state.organisations.get(organisation.id);
  return known ? refusals.organisationKnown(known) : refuseAny(organisation, state);
}

/** What the source lists is changed by another release of it. */
export function refuseChanging(organisation: Organisation, state: RegisterState): Refusal | undefined {
  const known = state.organisations.get(organisation.id);
  if (!known) return organisationUnknown(organisation.id, 'organisation');
  if (!state.added.has(known.id)) return refusals.organisationOfTheSource(known.name);
  return sameContent(known, organisation) ? nothingChanged() : refuseAny(organisation, state);
}

function refuseAny(organisation: Organisation, { organisations }: RegisterState): Refusal | undefined {
  const { id, name, cbs, validFrom, validUntil, successors } = organisation;
  if (validFrom !== undefined && validUntil !== undefined && validUntil < validFrom) {
    return refusals.endsBeforeItBegins(validFrom, validUntil);
  }
  if (successors.some((successor) => successor === id || !organisations.has(successor))) {
    return refusals.successorUnknown(name, 'successors');
  }
  const others = [...organisations.values()].filter((other) => other.id !== id && overlap(other, organisation));
  // Two of one name and kind on one day would be taken for each other.
  const same = others.find((other) => other.kind === organisation.kind && isSameName(other.name, name));
  if (same) return refusals.organisationKnown(same);
  return cbs !== undefined && others.some((other) => other.cbs === cbs) ? refusals.codeNotUnique(cbs) : undefined;
}

function isSameName(one: string, other: string): boolean {
  return one.localeCompare(other, 'nl', { sensitivity: 'base', ignorePunctuation: true }) === 0;
}
