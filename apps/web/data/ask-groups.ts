import type { ChangesWithRows } from './answers/between.ts';
import { dossierGroups, groupProposal, type LearningGroup, learningGroup, networkDetail } from './answers/groups.ts';
import { rowsIn, rowsMadeBy } from './ask-rows.ts';
import { api } from './client.ts';
import { type About, question, when } from './question.ts';

export const network = ({ id, day }: About) =>
  question({
    key: ['network', id, day],
    shape: networkDetail,
    ask: (signal) => api.GET('/v1/networks/{id}', { params: { path: { id }, query: when(day) }, signal }),
  });

/** The groups that the product proposes for a network, of at most so many members. */
export const groupProposalOf = ({ id, day }: About, size: number) =>
  question({
    key: ['group-proposal', id, day, size],
    shape: groupProposal,
    ask: (signal) =>
      api.GET('/v1/networks/{id}/group-proposal', { params: { path: { id }, query: { ...when(day), size } }, signal }),
  });

/** The decisions about the learning groups of a programme: the API has no list of these groups, each decision tells its group. */
export const groupDecisions = (about: About) => rowsMadeBy('group', about);

/** The learning groups as their last decision left them, by name. */
export function groupsIn(changes: ChangesWithRows): LearningGroup[] {
  return rowsIn(changes, 'group')
    .map((row) => learningGroup.parse(row))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** What the questions of a programme say, in the events that told them. */
export const questionTexts = (about: About) => rowsMadeBy('question', about);

export const otherGroups = ({ id, day }: About) =>
  question({
    key: ['groups', id, day],
    shape: dossierGroups,
    ask: (signal) => api.GET('/v1/programmes/{id}/groups', { params: { path: { id }, query: when(day) }, signal }),
  });
