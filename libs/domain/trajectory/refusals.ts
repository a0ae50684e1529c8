import { spoken } from '../kernel/days.ts';
import type { Refusal } from '../kernel/decision.ts';
import { refusal } from '../kernel/refusals.ts';

export function alreadyApplied(appliedOn: string): Refusal {
  return refusal(
    'already-applied',
    {
      nl: `Deze organisatie meldde zich al aan op ${spoken(appliedOn).nl}. Werk verder in die deelname.`,
      en: `This organisation applied already on ${spoken(appliedOn).en}. Continue in that trajectory.`,
    },
    { data: { appliedOn }, fields: ['organisation'] },
  );
}

export function layerUnknown(layer: string): Refusal {
  return refusal(
    'layer-unknown',
    {
      nl: `De laag ‘${layer}’ komt in dit programma niet voor. Kies een laag van het programma.`,
      en: `The layer ‘${layer}’ is not one of this programme. Choose a layer of the programme.`,
    },
    { data: { layer }, fields: ['layer'] },
  );
}

export function questionUnknown(question: string): Refusal {
  return refusal(
    'question-unknown',
    {
      nl: 'Dit vraagstuk is in deze deelname niet ingebracht. Breng het eerst in.',
      en: 'This question was not brought in by this trajectory. Bring it in first.',
    },
    { data: { question }, fields: ['question'] },
  );
}

export function questionKnown(question: string): Refusal {
  return refusal(
    'question-known',
    {
      nl: 'Dit vraagstuk is al ingebracht. Scherp het aan als het is veranderd.',
      en: 'This question was brought in already. Sharpen it if it has changed.',
    },
    { data: { question }, fields: ['question'] },
  );
}

export function supportUnknown(support: string): Refusal {
  return refusal(
    'support-unknown',
    {
      nl: 'Dit lokaal maatwerk is in deze deelname niet gevraagd. Leg eerst de vraag vast.',
      en: 'This local support was not asked for by this trajectory. Record the request first.',
    },
    { data: { support }, fields: ['support'] },
  );
}

export function supportKnown(support: string): Refusal {
  return refusal(
    'support-known',
    {
      nl: 'Dit lokaal maatwerk is al gevraagd. Gebruik voor een andere vraag een nieuwe identificatie.',
      en: 'This local support was asked for already. Use a new id for another request.',
    },
    { data: { support }, fields: ['support'] },
  );
}
