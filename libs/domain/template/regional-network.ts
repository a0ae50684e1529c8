import type { Template } from './template.ts';

/**
 * Municipalities of a region learn together, in one year, to work with society: intake, questions, a learning group,
 * an opening, three exchange meetings with local support beside them, and a closing.
 */
export const regionalNetwork: Template = {
  key: 'regional-network',
  version: 1,
  label: { nl: 'Regionaal netwerk', en: 'Regional network' },
  lines: [
    { key: 'intake-and-question', label: { nl: 'Intake en vraagstuk', en: 'Intake and question' } },
    { key: 'commitment', label: { nl: 'Commitment', en: 'Commitment' } },
    { key: 'local-support', label: { nl: 'Lokaal maatwerk', en: 'Local support' } },
    { key: 'meetings', label: { nl: 'Bijeenkomsten', en: 'Meetings' } },
    { key: 'knowledge', label: { nl: 'Kennis', en: 'Knowledge' } },
  ],
  milestones: [
    {
      key: 'intake-held',
      label: { nl: 'Intakegesprek gevoerd', en: 'Intake held' },
      line: 'intake-and-question',
      weight: 1,
      due: { anchor: 'programme-start', number: 1, days: 28 },
      reached: { when: 'intake-held' },
    },
    {
      key: 'question-brought-in',
      label: { nl: 'Vraagstuk ingebracht', en: 'Question brought in' },
      line: 'intake-and-question',
      weight: 1,
      due: { anchor: 'opening', number: 1, days: -14 },
      reached: { when: 'question-brought-in' },
    },
    {
      key: 'opening-attended',
      label: { nl: 'Bij de startbijeenkomst geweest', en: 'Opening attended' },
      line: 'meetings',
      weight: 1,
      due: { anchor: 'opening', number: 1, days: 0 },
      reached: { when: 'attended', kind: 'opening', count: 1 },
    },
    {
      key: 'commitment-given',
      label: { nl: 'Commitment van college, raad en ambtenaren', en: 'Commitment of executive, council and officials' },
      line: 'commitment',
      weight: 2,
      due: { anchor: 'opening', number: 1, days: 56 },
      reached: { when: 'commitments-given', layers: ['executive', 'council', 'officials'] },
    },
    {
      key: 'exchanges-attended',
      label: { nl: 'Bij twee uitwisselingsbijeenkomsten geweest', en: 'Two exchange meetings attended' },
      line: 'meetings',
      weight: 1,
      due: { anchor: 'exchange', number: 3, days: 0 },
      reached: { when: 'attended', kind: 'exchange', count: 2 },
    },
    {
      key: 'local-support-completed',
      label: { nl: 'Lokaal maatwerk afgerond', en: 'Local support completed' },
      line: 'local-support',
      weight: 2,
      due: { anchor: 'closing', number: 1, days: -14 },
      reached: { when: 'support-completed' },
    },
    {
      key: 'closing-attended',
      label: { nl: 'Bij de slotbijeenkomst geweest', en: 'Closing attended' },
      line: 'knowledge',
      weight: 1,
      due: { anchor: 'closing', number: 1, days: 0 },
      reached: { when: 'attended', kind: 'closing', count: 1 },
    },
  ],
  layers: [
    { key: 'executive', label: { nl: 'College', en: 'Executive' } },
    { key: 'council', label: { nl: 'Raad', en: 'Council' } },
    { key: 'officials', label: { nl: 'Ambtenaren', en: 'Officials' } },
  ],
  categories: [
    {
      key: 'residents-initiatives',
      label: { nl: 'Werken met bewonersinitiatieven', en: 'Working with residents’ initiatives' },
    },
    {
      key: 'participation-in-spatial-plans',
      label: { nl: 'Participatie bij ruimtelijke plannen', en: 'Participation in spatial plans' },
    },
    {
      key: 'internal-organisation',
      label: { nl: 'De eigen organisatie', en: 'The internal organisation' },
    },
    { key: 'role-of-the-council', label: { nl: 'De rol van de raad', en: 'The role of the council' } },
    { key: 'digital-participation', label: { nl: 'Digitale participatie', en: 'Digital participation' } },
    {
      key: 'reaching-everyone',
      label: {
        nl: 'Inwoners bereiken die niet vanzelf meedoen',
        en: 'Reaching residents who do not join by themselves',
      },
    },
  ],
  limits: { behindAfterDays: 28, contactWithinDays: 60 },
};
