import type { Warning } from '../kernel/decision.ts';
import type { KnownFactType } from './kinds/index.ts';

/** The fact was not expected where the item is; `step` is undefined when nothing had brought it in yet. */
export function outOfOrder({ words, kind }: KnownFactType, step: string | undefined): Warning {
  const now = Object.entries(kind.facts).find(([type]) => type.split('.')[1] === step)?.[1].words;
  return {
    code: 'item-fact-out-of-order',
    nl: `‘${words.nl}’ werd hier niet verwacht; het laatste was ${now ? `‘${now.nl}’` : 'nog niets'}.`,
    en: `‘${words.en}’ was not expected here; the last was ${now ? `‘${now.en}’` : 'nothing yet'}.`,
  };
}

export function begunBefore({ kind: { label } }: KnownFactType): Warning {
  return {
    code: 'item-begun-before',
    nl: `${label.nl}: dit stuk stond al in het dossier.`,
    en: `${label.en}: this item stood in the dossier already.`,
  };
}

export function dueInThePast(): Warning {
  return {
    code: 'item-due-before-it-was-told',
    nl: 'De afgesproken datum lag al voorbij op de dag van dit feit.',
    en: 'The day by which it is due had passed already on the day of this fact.',
  };
}

export function countsTwice(): Warning {
  return {
    code: 'item-fact-counts-twice',
    nl: 'Van deze dag stond al precies hetzelfde; dit komt erbij. Trek er een in als het maar één keer is gebeurd.',
    en: 'Exactly the same was on record for this day already; this adds to it. Retract one if it happened only once.',
  };
}

/** `field` is where the fact names it. */
export function namedUnknown(field: string): Warning {
  return {
    code: 'item-named-unknown',
    nl: `Wat bij ‘${field}’ is genoemd, staat niet in dit dossier, of is van een andere soort. Breng het nog in.`,
    en: `What is named under ‘${field}’ is not in this dossier, or is of another kind. Bring it in still.`,
  };
}
