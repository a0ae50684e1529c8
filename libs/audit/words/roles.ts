import type { Sentence } from '#domain/kernel/decision';
import { say } from './speech.ts';

/** Roles of people as this product's forms offer them. The list is open: another role is said as it was written. */
const known: Readonly<Record<string, Sentence>> = {
  lead: say('programmaleider', 'programme lead'),
  facilitator: say('procesbegeleider', 'facilitator'),
  expert: say('deskundige', 'expert'),
  contact: say('contactpersoon', 'contact'),
  'portfolio-holder': say('portefeuillehouder', 'portfolio holder'),
  'municipal-secretary': say('gemeentesecretaris', 'municipal secretary'),
  'organisation-adviser': say('organisatieadviseur', 'organisation adviser'),
  'hr-manager': say('hr-manager', 'HR manager'),
  'programme-manager': say('programmamanager', 'programme manager'),
  auditor: say('auditor', 'auditor'),
  reporter: say('rapporteur', 'reporter'),
  admin: say('beheerder', 'administrator'),
  participant: say('deelnemer', 'participant'),
  system: say('het systeem', 'the system'),
};

export function roleWords(role: string): Sentence {
  const plain = role.replaceAll('-', ' ');
  return known[role] ?? say(plain, plain);
}
