import type { Template } from './template.ts';

/**
 * A cluster of a province learns together, managers and staff alike: modules with topics and learning forms, an
 * action-learning project, and a public presentation of what came out.
 */
export const tailoredLearning: Template = {
  key: 'tailored-learning',
  version: 1,
  label: { nl: 'Leerprogramma op maat', en: 'Tailored learning programme' },
  lane: 'unit',
  lines: [
    { key: 'needs', label: { nl: 'Behoefte en opzet', en: 'Needs and design' } },
    { key: 'modules', label: { nl: 'Modules', en: 'Modules' } },
    { key: 'project', label: { nl: 'Action-learning-project', en: 'Action-learning project' } },
    { key: 'commitment', label: { nl: 'Commitment', en: 'Commitment' } },
    { key: 'presentation', label: { nl: 'Presentatie en borging', en: 'Presentation and embedding' } },
  ],
  milestones: [
    {
      key: 'needs-found',
      label: { nl: 'Leerbehoefte in kaart', en: 'Learning needs found' },
      line: 'needs',
      weight: 1,
      due: { anchor: 'programme-start', number: 1, days: -14 },
      reached: { when: 'told', fact: 'needs-analysis.found.v1', count: 1 },
    },
    {
      key: 'programme-fitted',
      label: { nl: 'Programma op maat vastgesteld', en: 'Programme fitted' },
      line: 'needs',
      weight: 1,
      due: { anchor: 'programme-start', number: 1, days: 0 },
      reached: { when: 'told', fact: 'needs-analysis.programme-fitted.v1', count: 1 },
    },
    {
      key: 'commitment-given',
      label: { nl: 'Commitment van directie en leiding', en: 'Commitment of board and managers' },
      line: 'commitment',
      weight: 1,
      due: { anchor: 'programme-start', number: 1, days: 28 },
      reached: { when: 'commitments-given', layers: ['board', 'managers'] },
    },
    {
      key: 'opening-attended',
      label: { nl: 'Bij de startbijeenkomst geweest', en: 'Opening attended' },
      line: 'modules',
      weight: 1,
      due: { anchor: 'opening', number: 1, days: 0 },
      reached: { when: 'attended', kind: 'opening', count: 1 },
    },
    {
      key: 'three-modules-completed',
      label: { nl: 'Drie modules afgerond', en: 'Three modules completed' },
      line: 'modules',
      weight: 2,
      due: { anchor: 'programme-end', number: 1, days: -90 },
      reached: { when: 'told', fact: 'module.completed.v1', count: 3 },
    },
    {
      key: 'practice-discussed',
      label: { nl: 'Twee praktijkopdrachten besproken', en: 'Two practice assignments discussed' },
      line: 'modules',
      weight: 1,
      due: { anchor: 'programme-end', number: 1, days: -60 },
      reached: { when: 'told', fact: 'assignment.discussed.v1', count: 2 },
    },
    {
      key: 'project-presented',
      label: { nl: 'Project openbaar gepresenteerd', en: 'Project presented in public' },
      line: 'project',
      weight: 2,
      due: { anchor: 'closing', number: 1, days: 0 },
      reached: { when: 'told', fact: 'proposal.presented.v1', count: 1 },
    },
    {
      key: 'outcomes-measured',
      label: { nl: 'Resultaat aan het eind gemeten', en: 'Outcome measured at the end' },
      line: 'presentation',
      weight: 1,
      due: { anchor: 'programme-end', number: 1, days: 0 },
      reached: { when: 'told', fact: 'outcome.measured.v1', count: 1, where: { moment: 'end' } },
    },
  ],
  layers: [
    { key: 'board', label: { nl: 'Directie', en: 'Board' } },
    { key: 'managers', label: { nl: 'Leidinggevenden', en: 'Managers' } },
    { key: 'staff', label: { nl: 'Medewerkers', en: 'Staff' } },
  ],
  categories: [
    { key: 'working-with-society', label: { nl: 'Werken met de samenleving', en: 'Working with society' } },
    { key: 'leading-change', label: { nl: 'Leidinggeven aan verandering', en: 'Leading change' } },
    { key: 'political-sensitivity', label: { nl: 'Bestuurlijke sensitiviteit', en: 'Political sensitivity' } },
    { key: 'learning-from-each-other', label: { nl: 'Leren van elkaar', en: 'Learning from each other' } },
  ],
  limits: { behindAfterDays: 28, contactWithinDays: 60 },
};
