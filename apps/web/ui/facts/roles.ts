import { keyOf } from './key-words.ts';

/** Who one can be in an organisation. */
export const organisationRoles: readonly string[] = [
  'policy-officer',
  'programme-manager',
  'organisation-adviser',
  'hr-manager',
  'portfolio-holder',
  'municipal-secretary',
  'council-clerk',
  'contact',
];

/** The roles that the pages offer, with those of the programme itself; another can be named in words. */
export const roles: readonly string[] = [...organisationRoles, 'lead', 'facilitator', 'expert'];

/** The role that was named: a known one by its word, so that a griffier is no other role than a council-clerk. */
export function roleIn(typed: string, wordOf: (role: string) => string): string {
  const key = keyOf(typed);
  return roles.find((role) => keyOf(wordOf(role)) === key) ?? key;
}
