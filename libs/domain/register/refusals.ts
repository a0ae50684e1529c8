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

export function successorUnknown(name: string): Refusal {
  return refusal(
    'successor-unknown',
    {
      nl: `Een opvolger van ${name} staat niet in deze uitgave. Voeg de opvolger toe.`,
      en: `A successor of ${name} is not in this release. Add the successor.`,
    },
    { data: { organisation: name }, fields: ['organisations'] },
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
