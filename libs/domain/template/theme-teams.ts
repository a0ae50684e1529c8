import type { Template } from './template.ts';

/**
 * Provinces that work together on themes: gathered, chosen or parked, a team for each, creative evenings with
 * homework in between, ideas that become a proposal or are dropped, a closing event and a vote on a follow-up.
 */
export const themeTeams: Template = {
  key: 'theme-teams',
  version: 1,
  label: { nl: 'Themateams', en: 'Theme teams' },
  lane: 'organisation',
  lines: [
    { key: 'themes', label: { nl: 'Thema’s', en: 'Themes' } },
    { key: 'evenings', label: { nl: 'Creatieve avonden', en: 'Creative evenings' } },
    { key: 'proposals', label: { nl: 'Voorstellen', en: 'Proposals' } },
    { key: 'commitment', label: { nl: 'Commitment', en: 'Commitment' } },
    { key: 'follow-up', label: { nl: 'Slot en vervolg', en: 'Closing and follow-up' } },
  ],
  milestones: [
    {
      key: 'theme-gathered',
      label: { nl: 'Thema ingebracht', en: 'Theme brought in' },
      line: 'themes',
      weight: 1,
      due: { anchor: 'programme-start', number: 1, days: -14 },
      reached: { when: 'told', fact: 'theme.gathered.v1', count: 1 },
    },
    {
      key: 'opening-attended',
      label: { nl: 'Bij de start geweest', en: 'Opening attended' },
      line: 'themes',
      weight: 1,
      due: { anchor: 'opening', number: 1, days: 0 },
      reached: { when: 'attended', kind: 'opening', count: 1 },
    },
    {
      key: 'commitment-given',
      label: { nl: 'Commitment van gedeputeerde en directie', en: 'Commitment of executive and board' },
      line: 'commitment',
      weight: 1,
      due: { anchor: 'opening', number: 1, days: 30 },
      reached: { when: 'commitments-given', layers: ['executive', 'board'] },
    },
    {
      key: 'team-joined',
      label: { nl: 'In een themateam', en: 'In a theme team' },
      line: 'themes',
      weight: 1,
      due: { anchor: 'opening', number: 1, days: 30 },
      reached: { when: 'told', fact: 'team.joined.v1', count: 1 },
    },
    {
      key: 'evenings-attended',
      label: { nl: 'Bij twee avonden geweest', en: 'Two evenings attended' },
      line: 'evenings',
      weight: 2,
      due: { anchor: 'closing', number: 1, days: -30 },
      reached: { when: 'attended', kind: 'evening', count: 2 },
    },
    {
      key: 'idea-raised',
      label: { nl: 'Idee geopperd', en: 'Idea raised' },
      line: 'proposals',
      weight: 1,
      due: { anchor: 'closing', number: 1, days: -30 },
      reached: { when: 'told', fact: 'idea.raised.v1', count: 1 },
    },
    {
      key: 'closing-attended',
      label: { nl: 'Bij het slot geweest', en: 'Closing attended' },
      line: 'follow-up',
      weight: 1,
      due: { anchor: 'closing', number: 1, days: 0 },
      reached: { when: 'attended', kind: 'closing', count: 1 },
    },
    {
      key: 'vote-cast',
      label: { nl: 'Gestemd over het vervolg', en: 'Voted on the follow-up' },
      line: 'follow-up',
      weight: 1,
      due: { anchor: 'closing', number: 1, days: 30 },
      reached: { when: 'told', fact: 'follow-up.voted.v1', count: 1 },
    },
  ],
  layers: [
    { key: 'executive', label: { nl: 'Gedeputeerde Staten', en: 'Provincial executive' } },
    { key: 'board', label: { nl: 'Directie', en: 'Board' } },
  ],
  categories: [
    { key: 'energy-transition', label: { nl: 'Energietransitie', en: 'Energy transition' } },
    { key: 'rural-areas', label: { nl: 'Landelijk gebied', en: 'Rural areas' } },
    { key: 'mobility', label: { nl: 'Mobiliteit', en: 'Mobility' } },
    { key: 'culture-and-heritage', label: { nl: 'Cultuur en erfgoed', en: 'Culture and heritage' } },
    { key: 'way-of-working', label: { nl: 'Manier van werken', en: 'Way of working' } },
  ],
  limits: { behindAfterDays: 28, contactWithinDays: 90 },
};
