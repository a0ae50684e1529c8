import { spoken } from '../kernel/days.ts';
import type { Refusal } from '../kernel/decision.ts';
import { refusal } from '../kernel/refusals.ts';

export function alreadySetUp(programme: string): Refusal {
  return refusal(
    'programme-already-set-up',
    {
      nl: 'Dit programma is al ingericht. Richt een ander programma in onder een nieuwe identificatie.',
      en: 'This programme has been set up already. Set up another programme under a new id.',
    },
    { data: { programme }, fields: ['programme'] },
  );
}

export function untilBeforeFrom(from: string, until: string): Refusal {
  return refusal(
    'until-before-from',
    {
      nl: `De laatste dag ligt vóór de eerste (${spoken(from).nl}). Geef een laatste dag op of na de eerste.`,
      en: `The last day lies before the first (${spoken(from).en}). Give a last day on or after the first.`,
    },
    { data: { from, until }, fields: ['from', 'until'] },
  );
}

export function opensAfterItEnds(opensOn: string, until: string): Refusal {
  return refusal(
    'opens-after-it-ends',
    {
      nl: `De aanmelding opent na de laatste dag (${spoken(until).nl}). Geef een dag op of vóór de laatste.`,
      en: `Application opens after the last day (${spoken(until).en}). Give a day on or before the last.`,
    },
    { data: { opensOn, until }, fields: ['opensOn'] },
  );
}

/** A template that speaks of what is not there or not so many times, has a key twice, or one that no key may be. */
export function templateInconsistent(key: string): Refusal {
  return refusal(
    'template-inconsistent',
    {
      nl: `De sleutel ‘${key}’ kan zo niet: er is niets onder die naam, of niet zoveel, hij staat er twee keer, of hij is niet te gebruiken. Herstel het sjabloon.`,
      en: `The key ‘${key}’ cannot stand like this: nothing has that name, or not so many, it is there twice, or it cannot be used. Repair the template.`,
    },
    { data: { key }, fields: ['template'] },
  );
}

/** A programme keeps its shape: what was recorded in it speaks the words of that template. */
export function templateOfAnotherShape(has: string, given: string): Refusal {
  return refusal(
    'template-of-another-shape',
    {
      nl: `Dit programma heeft het sjabloon ‘${has}’. Geef een nieuwe versie daarvan, niet van ‘${given}’.`,
      en: `This programme has the template ‘${has}’. Give a new version of that one, not of ‘${given}’.`,
    },
    { data: { has, given }, fields: ['template.key'] },
  );
}

export function templateNotNewer(version: number): Refusal {
  return refusal(
    'template-not-newer',
    {
      nl: `Het programma heeft al versie ${version} van dit sjabloon. Geef het gewijzigde sjabloon een hoger nummer.`,
      en: `The programme has version ${version} of this template already. Give the changed template a higher number.`,
    },
    { data: { version }, fields: ['template.version'] },
  );
}

/** Commitments and questions name layers and categories; without them they would have no place any more. */
export function templateLosesKey(key: string): Refusal {
  return refusal(
    'template-loses-key',
    {
      nl: `In de nieuwe versie ontbreekt ‘${key}’, een laag of categorie waarvan iets vastgelegd kan zijn. Laat die staan; de benaming mag anders.`,
      en: `The new version lacks ‘${key}’, a layer or category of which something may have been recorded. Keep it; its words may change.`,
    },
    { data: { key }, fields: ['template'] },
  );
}

export function noSuchWeekday(day: number): Refusal {
  return refusal(
    'no-such-weekday',
    {
      nl: 'Een week heeft zeven dagen. Geef een dag van 1 (maandag) tot en met 7 (zondag).',
      en: 'A week has seven days. Give a day from 1 (Monday) to 7 (Sunday).',
    },
    { data: { day }, fields: ['day'] },
  );
}

export function alreadyScheduled(schedule: string): Refusal {
  return refusal(
    'report-already-scheduled',
    {
      nl: 'Deze rapportage staat al gepland. Haal die planning eerst weg als zij moet veranderen.',
      en: 'This report has been scheduled already. Remove that schedule first if it must change.',
    },
    { data: { schedule }, fields: ['schedule'] },
  );
}

export function scheduleUnknown(schedule: string): Refusal {
  return refusal(
    'report-schedule-unknown',
    {
      nl: 'Deze planning van een rapportage bestaat niet (meer). Kies een planning uit de lijst van het programma.',
      en: 'This schedule of a report does not exist (any more). Choose one from the list of the programme.',
    },
    { data: { schedule }, fields: ['schedule'] },
  );
}
