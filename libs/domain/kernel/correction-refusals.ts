import type { Refusal } from './decision.ts';
import { refusal } from './refusals.ts';

export function factNotFound(event: string): Refusal {
  return refusal(
    'fact-not-found',
    {
      nl: 'Dit feit staat hier niet. Kies een feit uit het verhaal van deze deelname, bijeenkomst of toezegging.',
      en: 'This fact is not here. Choose a fact from the story of this trajectory, meeting or pledge.',
    },
    { data: { event }, fields: ['event'] },
  );
}

export function decisionNotCorrectable(type: string): Refusal {
  return refusal(
    'decision-not-correctable',
    {
      nl: 'Een besluit wordt niet gecorrigeerd. Neem een nieuw besluit.',
      en: 'A decision is not corrected. Take a new decision.',
    },
    { data: { type }, fields: ['event'] },
  );
}

export function factAlreadyRetracted(event: string): Refusal {
  return refusal(
    'fact-already-retracted',
    {
      nl: 'Dit feit is al ingetrokken. Leg het opnieuw vast als het toch is gebeurd.',
      en: 'This fact has been retracted already. Record it again if it did happen.',
    },
    { data: { event }, fields: ['event'] },
  );
}

/** `fields` are paths from the command, such as `data.entries.0.attendance`. */
export function invalidCorrection(fields: readonly string[]): Refusal {
  return refusal(
    'invalid-correction',
    {
      nl: 'Een correctie legt het hele feit opnieuw vast. Vul alle velden van het feit in, en geen andere.',
      en: 'A correction records the whole fact again. Fill in all fields of the fact, and no others.',
    },
    { data: { errors: fields.length }, fields: [...new Set(fields)] },
  );
}

export function identityChanged(field: string): Refusal {
  return refusal(
    'identity-changed',
    {
      nl: `Met een andere waarde van ‘${field}’ is het een ander feit. Trek dit feit in en leg het andere vast.`,
      en: `With another value of ‘${field}’ it is another fact. Retract this fact and record the other.`,
    },
    { data: { field }, fields: [`data.${field}`] },
  );
}
