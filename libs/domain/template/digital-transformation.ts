import type { Template } from './template.ts';

/**
 * A province that changes as a whole: a dream, improvement groups and interest groups, a leadership track, reach
 * through all levels and departments, and experiments that are scaled or stopped.
 */
export const digitalTransformation: Template = {
  key: 'digital-transformation',
  version: 1,
  label: { nl: 'Organisatiebrede digitale transformatie', en: 'Organisation-wide digital transformation' },
  lane: 'unit',
  lines: [
    { key: 'vision', label: { nl: 'Droom en visie', en: 'Dream and vision' } },
    { key: 'improvement', label: { nl: 'Verbetergroepen', en: 'Improvement groups' } },
    { key: 'leadership', label: { nl: 'Leiderschap', en: 'Leadership' } },
    { key: 'reach', label: { nl: 'Bereik', en: 'Reach' } },
    { key: 'experiments', label: { nl: 'Experimenten', en: 'Experiments' } },
  ],
  milestones: [
    {
      key: 'vision-adopted',
      label: { nl: 'Visie vastgesteld', en: 'Vision adopted' },
      line: 'vision',
      weight: 2,
      due: { anchor: 'programme-start', number: 1, days: 60 },
      reached: { when: 'told', fact: 'vision.adopted.v1', count: 1 },
    },
    {
      key: 'leadership-committed',
      label: { nl: 'Commitment van directie en clusters', en: 'Commitment of board and clusters' },
      line: 'leadership',
      weight: 1,
      due: { anchor: 'programme-start', number: 1, days: 60 },
      reached: { when: 'commitments-given', layers: ['board', 'clusters'] },
    },
    {
      key: 'groups-formed',
      label: { nl: 'Twee groepen aan het werk', en: 'Two groups at work' },
      line: 'improvement',
      weight: 1,
      due: { anchor: 'programme-start', number: 1, days: 90 },
      reached: { when: 'told', fact: 'team.formed.v1', count: 2 },
    },
    {
      key: 'full-round-held',
      label: { nl: 'Een hele verbeterronde', en: 'A full improvement round' },
      line: 'improvement',
      weight: 2,
      due: { anchor: 'programme-start', number: 1, days: 180 },
      reached: { when: 'told', fact: 'team.round-held.v1', count: 4, different: 'phase', within: ['item', 'round'] },
    },
    {
      key: 'leadership-module',
      label: { nl: 'Leiderschapsmodule afgerond', en: 'Leadership module completed' },
      line: 'leadership',
      weight: 1,
      due: { anchor: 'programme-start', number: 1, days: 210 },
      reached: { when: 'told', fact: 'module.completed.v1', count: 1 },
    },
    {
      key: 'reach-counted',
      label: { nl: 'Bereik geteld op drie niveaus', en: 'Reach counted at three levels' },
      line: 'reach',
      weight: 1,
      due: { anchor: 'programme-start', number: 1, days: 270 },
      reached: { when: 'told', fact: 'reach.counted.v1', count: 3, different: 'level' },
    },
    {
      key: 'experiment-scaled',
      label: { nl: 'Een experiment opgeschaald', en: 'An experiment scaled' },
      line: 'experiments',
      weight: 2,
      due: { anchor: 'programme-end', number: 1, days: -30 },
      reached: { when: 'told', fact: 'experiment.scaled.v1', count: 1 },
    },
  ],
  layers: [
    { key: 'board', label: { nl: 'Directie', en: 'Board' } },
    { key: 'clusters', label: { nl: 'Clusters', en: 'Clusters' } },
    { key: 'works-council', label: { nl: 'Ondernemingsraad', en: 'Works council' } },
  ],
  categories: [
    { key: 'data-driven-working', label: { nl: 'Datagedreven werken', en: 'Data-driven working' } },
    { key: 'digital-skills', label: { nl: 'Digitale vaardigheid', en: 'Digital skills' } },
    { key: 'services-to-residents', label: { nl: 'Dienstverlening aan inwoners', en: 'Services to residents' } },
    { key: 'ways-of-working', label: { nl: 'Manieren van werken', en: 'Ways of working' } },
  ],
  limits: { behindAfterDays: 42, contactWithinDays: 75 },
};
