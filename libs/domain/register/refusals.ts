import { spoken } from '../kernel/days.ts';
import type { Refusal } from '../kernel/decision.ts';
import { refusal } from '../kernel/refusals.ts';

export function olderRelease(release: string, current: string): Refusal {
  return refusal(
    'release-older',
    {
      nl: `Er is al een nieuwere uitgave van het register (${current}). Lever een uitgave van die dag of later.`,
      en: `There is a newer release of the register already (${current}). Supply one of that day or later.`,
    },
    { data: { release, current }, fields: ['release'] },
  );
}

export function organisationTwice(name: string): Refusal {
  return refusal(
    'organisation-twice',
    {
      nl: `${name} staat twee keer in deze uitgave. Haal de dubbele regel weg.`,
      en: `${name} stands in this release twice. Remove the second line.`,
    },
    { data: { organisation: name }, fields: ['organisations'] },
  );
}

/** What was recorded about an organisation must keep its name, so no release may leave one out. */
export function organisationMissing(name: string): Refusal {
  return refusal(
    'organisation-missing',
    {
      nl: `${name} ontbreekt in deze uitgave. Laat opgeheven organisaties staan, met hun einddatum.`,
      en: `${name} is missing from this release. Keep former organisations in it, with their last day.`,
    },
    { data: { organisation: name }, fields: ['organisations'] },
  );
}

/** `field` is where the successors stand: in a whole release, or with one organisation. */
export function successorUnknown(name: string, field: 'organisations' | 'successors'): Refusal {
  return refusal(
    'successor-unknown',
    {
      nl: `Een opvolger van ${name} is niet bekend. Neem de opvolger eerst op, of laat die weg.`,
      en: `A successor of ${name} is not known. Take the successor in first, or leave it out.`,
    },
    { data: { organisation: name }, fields: [field] },
  );
}

export function codeNotUnique(code: string): Refusal {
  return refusal(
    'code-not-unique',
    {
      nl: `De CBS-code ${code} is op één dag van twee organisaties. Controleer de begin- en einddatums.`,
      en: `The CBS code ${code} belongs to two organisations on one day. Check the first and last days.`,
    },
    { data: { code }, fields: ['organisations'] },
  );
}

export function organisationKnown({ id, name }: { readonly id: string; readonly name: string }): Refusal {
  return refusal(
    'organisation-known',
    {
      nl: `${name} staat al in het register. Gebruik die organisatie, of geef een andere naam of andere dagen.`,
      en: `${name} is in the register already. Use that organisation, or give another name or other days.`,
    },
    { data: { organisation: id }, fields: ['name'] },
  );
}

/** Municipalities and provinces come from the source of the register, and are changed there. */
export function organisationOfTheSource(name: string): Refusal {
  return refusal(
    'organisation-of-the-source',
    {
      nl: `${name} komt uit de bron van het register en verandert met een volgende uitgave daarvan.`,
      en: `${name} comes from the source of the register and changes with a next release of it.`,
    },
    { data: { organisation: name }, fields: ['organisation'] },
  );
}

export function endsBeforeItBegins(from: string, until: string): Refusal {
  return refusal(
    'ends-before-it-begins',
    {
      nl: `De laatste dag ligt vóór de eerste (${spoken(from).nl}). Geef een laatste dag op of na de eerste.`,
      en: `The last day lies before the first (${spoken(from).en}). Give a last day on or after the first.`,
    },
    { data: { from, until }, fields: ['validUntil'] },
  );
}
