import type { Template } from './template.ts';

/**
 * A municipality whose role changes: a cross-section of the organisation defines the role and its competencies,
 * needs are found, a programme is fitted to them, and growth is measured.
 */
export const changingRole = {
  key: 'changing-role',
  version: 1,
  label: { nl: 'Veranderende rol', en: 'Changing role' },
  lane: 'unit',
  lines: [
    { key: 'role', label: { nl: 'Rol en competenties', en: 'Role and competencies' } },
    { key: 'needs', label: { nl: 'Behoeften', en: 'Needs' } },
    { key: 'learning', label: { nl: 'Leren en oefenen', en: 'Learning and practice' } },
    { key: 'commitment', label: { nl: 'Commitment', en: 'Commitment' } },
    { key: 'growth', label: { nl: 'Groei', en: 'Growth' } },
  ],
  milestones: [
    {
      key: 'cross-section-formed',
      label: { nl: 'Afspiegelingsgroep gevormd', en: 'Cross-section formed' },
      line: 'role',
      weight: 1,
      due: { anchor: 'programme-start', number: 1, days: 14 },
      reached: { when: 'told', fact: 'team.formed.v1', count: 1 },
    },
    {
      key: 'role-adopted',
      label: { nl: 'Rolprofiel vastgesteld', en: 'Role profile adopted' },
      line: 'role',
      weight: 2,
      due: { anchor: 'programme-start', number: 1, days: 90 },
      reached: { when: 'told', fact: 'role-profile.adopted.v1', count: 1 },
    },
    {
      key: 'baseline-measured',
      label: { nl: 'Nulmeting van de groep', en: 'Baseline of the group' },
      line: 'growth',
      weight: 1,
      due: { anchor: 'programme-start', number: 1, days: 105 },
      reached: { when: 'told', fact: 'competency-measurement.taken.v1', count: 1, where: { moment: 'baseline' } },
    },
    {
      key: 'needs-found',
      label: { nl: 'Behoeften in kaart', en: 'Needs found' },
      line: 'needs',
      weight: 1,
      due: { anchor: 'programme-start', number: 1, days: 120 },
      reached: { when: 'told', fact: 'needs-analysis.found.v1', count: 1 },
    },
    {
      key: 'commitment-given',
      label: {
        nl: 'Commitment van college, directie en ondernemingsraad',
        en: 'Commitment of executive, board and works council',
      },
      line: 'commitment',
      weight: 1,
      due: { anchor: 'programme-start', number: 1, days: 120 },
      reached: { when: 'commitments-given', layers: ['executive', 'board', 'works-council'] },
    },
    {
      key: 'programme-fitted',
      label: { nl: 'Programma op maat vastgesteld', en: 'Programme fitted' },
      line: 'learning',
      weight: 1,
      due: { anchor: 'programme-start', number: 1, days: 150 },
      reached: { when: 'told', fact: 'needs-analysis.programme-fitted.v1', count: 1 },
    },
    {
      key: 'modules-completed',
      label: { nl: 'Twee modules afgerond', en: 'Two modules completed' },
      line: 'learning',
      weight: 2,
      due: { anchor: 'programme-end', number: 1, days: -45 },
      reached: { when: 'told', fact: 'module.completed.v1', count: 2 },
    },
    {
      key: 'growth-measured',
      label: { nl: 'Groei gemeten', en: 'Growth measured' },
      line: 'growth',
      weight: 2,
      due: { anchor: 'programme-end', number: 1, days: 0 },
      reached: { when: 'told', fact: 'competency-measurement.taken.v1', count: 1, where: { moment: 'end' } },
    },
  ],
  layers: [
    { key: 'executive', label: { nl: 'College', en: 'Executive' } },
    { key: 'board', label: { nl: 'Directie', en: 'Board' } },
    { key: 'works-council', label: { nl: 'Ondernemingsraad', en: 'Works council' } },
  ],
  categories: [
    { key: 'role-of-the-official', label: { nl: 'De rol van de ambtenaar', en: 'The role of the official' } },
    {
      key: 'working-across-departments',
      label: { nl: 'Over afdelingen heen werken', en: 'Working across departments' },
    },
    { key: 'residents', label: { nl: 'Naast inwoners staan', en: 'Standing beside residents' } },
    { key: 'letting-go', label: { nl: 'Loslaten en ruimte geven', en: 'Letting go and giving room' } },
  ],
  limits: { behindAfterDays: 28, contactWithinDays: 60 },
} satisfies Template;
