import type { Refusal } from '../kernel/decision.ts';
import { refusal } from '../kernel/refusals.ts';

export function pledgeUnknown(pledge: string | null = null): Refusal {
  return refusal(
    'pledge-unknown',
    {
      nl: 'Deze toezegging bestaat niet. Leg haar eerst vast.',
      en: 'This pledge does not exist. Record it first.',
    },
    { data: { pledge }, fields: pledge === null ? [] : ['pledge'] },
  );
}

export function pledgeKnown(pledge: string): Refusal {
  return refusal(
    'pledge-known',
    {
      nl: 'Onder deze identificatie staat een andere toezegging. Gebruik een nieuwe identificatie.',
      en: 'Another pledge stands under this id. Use a new id.',
    },
    { data: { pledge }, fields: ['pledge'] },
  );
}

export function trajectoryElsewhere(trajectory: string): Refusal {
  return refusal(
    'trajectory-elsewhere',
    {
      nl: 'Deze deelname hoort niet bij dit programma. Kies een deelname van het programma, of geen.',
      en: 'This trajectory is not of this programme. Choose a trajectory of the programme, or none.',
    },
    { data: { trajectory }, fields: ['trajectory'] },
  );
}

export function meetingElsewhere(meeting: string): Refusal {
  return refusal(
    'meeting-elsewhere',
    {
      nl: 'Deze bijeenkomst hoort niet bij dit programma. Kies een bijeenkomst van het programma, of geen.',
      en: 'This meeting is not of this programme. Choose a meeting of the programme, or none.',
    },
    { data: { meeting }, fields: ['meeting'] },
  );
}

/** What asked for it or made it was retracted, and other facts of it stand. */
export function rolesMissing(): Refusal {
  return refusal(
    'pledge-roles-missing',
    {
      nl: 'Van deze toezegging staat niet meer vast wie haar doet en aan wie. Geef beide rollen.',
      en: 'It is no longer on record who makes this pledge, and to whom. Give both roles.',
    },
    { fields: ['role', 'toRole'] },
  );
}
