import { spoken } from '../kernel/days.ts';
import type { Sentence, Warning } from '../kernel/decision.ts';

/** What each fact that does not follow its table tells the lead; the codes are those of the table. */
const sentences: Readonly<Record<string, Sentence>> = {
  'pledge-asked-before': {
    nl: 'Deze toezegging was al gevraagd of gedaan.',
    en: 'This pledge had been asked for or made already.',
  },
  'pledge-made-before': { nl: 'Deze toezegging was al gedaan.', en: 'This pledge had been made already.' },
  'pledge-kept-without-being-made': {
    nl: 'Er stond geen toezegging open die kon worden nagekomen.',
    en: 'No pledge was open that could be kept.',
  },
  'pledge-postponed-without-being-made': {
    nl: 'Er stond geen toezegging open waarvan de datum kon verschuiven.',
    en: 'No pledge was open of which the date could move.',
  },
  'pledge-taken-over-while-none-was-open': {
    nl: 'Er stond geen toezegging open die kon worden overgenomen.',
    en: 'No pledge was open that could be taken over.',
  },
  'pledge-withdrawn-while-none-was-open': {
    nl: 'Er stond geen toezegging open die kon worden ingetrokken.',
    en: 'No pledge was open that could be withdrawn.',
  },
  'pledge-lapsed-while-none-was-open': {
    nl: 'Er stond geen toezegging open die kon vervallen.',
    en: 'No pledge was open that could lapse.',
  },
};

/** The warning for a fact that does not follow the table. Throws on a code that has no sentence: a broken table. */
export function outOfOrder(code: string): Warning {
  const sentence = sentences[code];
  if (!sentence) throw new Error(`No sentence for the warning ${code}.`);
  return { code, ...sentence };
}

export function dueInThePast(): Warning {
  return {
    code: 'pledge-due-before-it-was-made',
    nl: 'De toezegging moest er al zijn voordat zij werd gevraagd of gedaan.',
    en: 'The pledge was due before it was asked for or made.',
  };
}

export function postponedFromAnotherDate(due: string): Warning {
  return {
    code: 'moved-from-another-date',
    nl: `De datum die stond, was ${spoken(due).nl}.`,
    en: `The date that stood was ${spoken(due).en}.`,
  };
}

export function broughtForward(due: string): Warning {
  return {
    code: 'pledge-brought-forward',
    nl: `De nieuwe datum ligt vóór de datum die stond: ${spoken(due).nl}.`,
    en: `The new date is before the date that stood: ${spoken(due).en}.`,
  };
}

export function takenOverByTheSame(): Warning {
  return {
    code: 'pledge-taken-over-by-the-same',
    nl: 'Deze toezegging was al van deze organisatie, in deze rol.',
    en: 'This pledge was of this organisation, in this role, already.',
  };
}
