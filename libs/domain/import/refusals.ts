import { spoken } from '../kernel/days.ts';
import type { Refusal, RefusalDetail, Sentence } from '../kernel/decision.ts';
import { refusal } from '../kernel/refusals.ts';
import { sayDetail } from './details.ts';

/** All bad lines at once; nothing of the file is recorded. */
export function importRefused(details: readonly RefusalDetail[]): Refusal {
  const lines = new Set(details.map(({ line }) => line)).size;
  const says: Sentence = {
    nl: `In ${lines} ${lines === 1 ? 'regel' : 'regels'} klopt iets niet. Er is niets vastgelegd. Herstel het bestand en lever het opnieuw aan.`,
    en: `Something is wrong in ${lines} ${lines === 1 ? 'line' : 'lines'}. Nothing was recorded. Repair the file and supply it again.`,
  };
  return { ...refusal('import-refused', says, { data: { lines, errors: details.length }, fields: ['rows'] }), details };
}

export function alreadyAccepted(id: string): Refusal {
  return refusal(
    'import-already-accepted',
    {
      nl: 'Dit bestand is al aangenomen. Lever een ander bestand aan onder een nieuwe identificatie.',
      en: 'This file has been accepted already. Supply another file under a new id.',
    },
    { data: { import: id }, fields: ['import'] },
  );
}

export function importUnknown(): Refusal {
  return refusal('import-unknown', {
    nl: 'Dit bestand is niet aangenomen. Lever het eerst aan.',
    en: 'This file was not accepted. Supply it first.',
  });
}

export function importEmpty(): Refusal {
  return refusal(
    'import-empty',
    {
      nl: 'Er staan geen aanmeldingen in dit bestand. Lever een bestand met ten minste één regel.',
      en: 'There are no applications in this file. Supply a file with at least one line.',
    },
    { fields: ['rows'] },
  );
}

export function importTooLong(rows: number, maximum: number): Refusal {
  return refusal(
    'import-too-long',
    {
      nl: `Een bestand mag hoogstens ${maximum} regels hebben. Deel het op.`,
      en: `A file may have at most ${maximum} lines. Split it.`,
    },
    { data: { rows, maximum }, fields: ['rows'] },
  );
}

export function countsDoNotAddUp(rows: number, counted: number): Refusal {
  return refusal(
    'counts-do-not-add-up',
    {
      nl: `Het bestand heeft ${rows} regels, geteld zijn er ${counted}. Tel elke regel hoogstens eenmaal.`,
      en: `The file has ${rows} lines, counted were ${counted}. Count every line once at most.`,
    },
    { data: { rows, counted }, fields: ['recorded', 'known'] },
  );
}

export const details = {
  organisationUnknown: sayDetail('organisation', 'organisation-unknown', (value) => ({
    nl: `De organisatie ‘${value}’ staat niet in het register.`,
    en: `The organisation ‘${value}’ is not in the register.`,
  })),
  organisationAmbiguous: sayDetail('organisation', 'organisation-ambiguous', (value, municipality, province) => ({
    nl: `‘${value}’ kan ${municipality} of ${province} zijn. Schrijf de vier cijfers van de gemeente, of de identificatie van de provincie.`,
    en: `‘${value}’ can be ${municipality} or ${province}. Write the four digits of the municipality, or the id of the province.`,
  })),
  organisationDidNotExist: sayDetail('organisation', 'organisation-did-not-exist', (name, on) => ({
    nl: `${name} bestond niet op ${spoken(on).nl}.`,
    en: `${name} did not exist on ${spoken(on).en}.`,
  })),
  duplicateLine: sayDetail('organisation', 'duplicate-line', (line) => ({
    nl: `Deze organisatie staat al in regel ${line}.`,
    en: `This organisation stands in line ${line} already.`,
  })),
  networkUnknown: sayDetail('network', 'network-unknown', (value) => ({
    nl: `Het programma heeft geen netwerk ‘${value}’.`,
    en: `The programme has no network ‘${value}’.`,
  })),
  categoryUnknown: sayDetail('category', 'category-unknown', (value) => ({
    nl: `Het programma heeft geen categorie ‘${value}’.`,
    en: `The programme has no category ‘${value}’.`,
  })),
  notADay: sayDetail('appliedOn', 'not-a-day', (value) => ({
    nl: `‘${value}’ is geen datum. Schrijf een dag als 2025-10-14.`,
    en: `‘${value}’ is not a date. Write a day like 2025-10-14.`,
  })),
  inTheFuture: sayDetail('appliedOn', 'in-the-future', (on) => ({
    nl: `${spoken(on).nl} moet nog komen.`,
    en: `${spoken(on).en} has yet to come.`,
  })),
  beforeTheProgramme: sayDetail('appliedOn', 'before-the-programme', (on) => ({
    nl: `Het programma staat open vanaf ${spoken(on).nl}.`,
    en: `The programme is open from ${spoken(on).en}.`,
  })),
  notARole: sayDetail('contactRole', 'not-a-role', (value) => ({
    nl: `‘${value}’ is geen rol. Schrijf kleine letters met streepjes, zoals programme-manager; nooit een naam.`,
    en: `‘${value}’ is not a role. Write small letters with hyphens, like programme-manager; never a name.`,
  })),
  questionTooLong: sayDetail('question', 'too-long', (length) => ({
    nl: `Het vraagstuk heeft ${length} tekens; hoogstens 10000 passen.`,
    en: `The question has ${length} characters; at most 10000 fit.`,
  })),
  questionEmpty: sayDetail('question', 'category-without-question', () => ({
    nl: 'Bij een categorie hoort een vraagstuk. Vul het vraagstuk in of laat de categorie leeg.',
    en: 'A category goes with a question. Fill in the question or leave the category empty.',
  })),
  categoryMissing: sayDetail('category', 'question-without-category', () => ({
    nl: 'Bij een vraagstuk hoort een categorie. Vul de categorie in.',
    en: 'A question goes with a category. Fill in the category.',
  })),
} as const;
