import type { Refusal } from '../kernel/decision.ts';
import { refusal } from '../kernel/refusals.ts';

export function itemUnknown(item: string | null = null): Refusal {
  return refusal(
    'item-unknown',
    {
      nl: 'Dit stuk staat niet in het dossier. Leg het eerst vast.',
      en: 'This item is not in the dossier. Record it first.',
    },
    { data: { item }, fields: item === null ? [] : ['item'] },
  );
}

export function itemKnown(item: string): Refusal {
  return refusal(
    'item-known',
    {
      nl: 'Onder deze identificatie staat een ander stuk. Gebruik een nieuwe identificatie.',
      en: 'Another item stands under this id. Use a new id.',
    },
    { data: { item }, fields: ['item'] },
  );
}

export function itemOfAnotherKind(item: string, is: string): Refusal {
  return refusal(
    'item-of-another-kind',
    {
      nl: 'Dit feit hoort bij een ander soort stuk. Kies een feit dat bij dit stuk past.',
      en: 'This fact is of another kind of item. Choose a fact that fits this item.',
    },
    { data: { item, is } },
  );
}

export function factUnknown(fact: string): Refusal {
  return refusal(
    'item-fact-unknown',
    {
      nl: 'Dit soort feit kent het dossier niet. Kies een feit dat het product kent.',
      en: 'The dossier does not know this type of fact. Choose one that the product knows.',
    },
    { data: { fact }, fields: ['fact'] },
  );
}

export function itemDataInvalid(fields: readonly string[]): Refusal {
  return refusal(
    'item-data-invalid',
    {
      nl: 'De gegevens passen niet bij dit feit. Verbeter de genoemde velden.',
      en: 'The data do not fit this fact. Correct the fields that are named.',
    },
    { fields },
  );
}

/** Something that the fact names is not of this programme. */
export function elsewhere(
  kind: 'trajectory' | 'network' | 'meeting' | 'group',
  id: string,
  field: string = kind,
): Refusal {
  const names = {
    trajectory: { nl: 'Deze deelname', en: 'trajectory' },
    network: { nl: 'Dit netwerk', en: 'network' },
    meeting: { nl: 'Deze bijeenkomst', en: 'meeting' },
    group: { nl: 'Deze groep', en: 'group' },
  };
  return refusal(
    `${kind}-elsewhere`,
    {
      nl: `${names[kind].nl} hoort niet bij dit programma. Kies er een van het programma, of laat het veld weg.`,
      en: `This ${names[kind].en} is not of this programme. Choose one of the programme, or leave the field out.`,
    },
    { data: { [kind]: id }, fields: [field] },
  );
}
