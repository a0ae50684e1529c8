import { listOf } from './answers/basis.ts';
import { changeLine, changeQuestion, commitment, dossierItem, meetingItem, missingFact, pledge, storyLine } from './answers/follow.ts';
import { demand, programmeDetail, programmeItem } from './answers/programme.ts';
import { standing } from './answers/progress.ts';
import type { paths } from '../api/schema.d.ts';
import { api } from './client.ts';
import { type About, limit, question, when } from './question.ts';

type ItemKind = NonNullable<NonNullable<paths['/v1/programmes/{id}/dossier']['get']['parameters']['query']>['kind']>;

export type { About } from './question.ts';

export const programmes = () =>
  question({
    key: ['programmes'],
    shape: listOf(programmeItem),
    ask: (signal) => api.GET('/v1/programmes', { params: { query: when(undefined) }, signal }),
  });

export const programme = ({ id, day }: About) =>
  question({
    key: ['programme', id, day],
    shape: programmeDetail,
    ask: (signal) => api.GET('/v1/programmes/{id}', { params: { path: { id }, query: when(day) }, signal }),
  });

export const progress = ({ id, day }: About) =>
  question({
    key: ['progress', id, day],
    shape: listOf(standing),
    ask: (signal) =>
      api.GET('/v1/programmes/{id}/progress', { params: { path: { id }, query: { ...when(day), limit } }, signal }),
  });

export const commitments = ({ id, day }: About) =>
  question({
    key: ['commitments', id, day],
    shape: listOf(commitment),
    ask: (signal) =>
      api.GET('/v1/programmes/{id}/commitments', { params: { path: { id }, query: { ...when(day), limit } }, signal }),
  });

export const pledges = ({ id, day }: About) =>
  question({
    key: ['pledges', id, day],
    shape: listOf(pledge),
    ask: (signal) =>
      api.GET('/v1/programmes/{id}/pledges', { params: { path: { id }, query: { ...when(day), limit } }, signal }),
  });

export const meetings = ({ id, day }: About) =>
  question({
    key: ['meetings', id, day],
    shape: listOf(meetingItem),
    ask: (signal) =>
      api.GET('/v1/programmes/{id}/meetings', { params: { path: { id }, query: { ...when(day), limit } }, signal }),
  });

export const missing = ({ id, day }: About) =>
  question({
    key: ['missing', id, day],
    shape: listOf(missingFact),
    ask: (signal) =>
      api.GET('/v1/programmes/{id}/missing-facts', { params: { path: { id }, query: { ...when(day), limit } }, signal }),
  });

export const openItems = ({ id, day }: About, kind: 'action' | 'note') =>
  question({
    key: ['dossier', id, day, kind],
    shape: listOf(dossierItem),
    ask: (signal) =>
      api.GET('/v1/programmes/{id}/dossier', {
        params: { path: { id }, query: { ...when(day), limit, kind, open: true } },
        signal,
      }),
  });

/** Items of the dossier of whatever kind. */
const anyKind = '*';

export const itemsOf = ({ id, day }: About, kind: string) =>
  question({
    key: ['dossier', id, day, 'of', kind],
    shape: listOf(dossierItem),
    ask: (signal) =>
      api.GET('/v1/programmes/{id}/dossier', {
        params: { path: { id }, query: { ...when(day), limit, ...(kind !== anyKind && { kind: kind as ItemKind }) } },
        signal,
      }),
  });

export const questions = ({ id, day }: About) =>
  question({
    key: ['questions', id, day],
    shape: listOf(changeQuestion),
    ask: (signal) =>
      api.GET('/v1/programmes/{id}/questions', { params: { path: { id }, query: { ...when(day), limit } }, signal }),
  });

export const regions = ({ id, day }: About) =>
  question({
    key: ['demand', id, day],
    shape: demand,
    ask: (signal) => api.GET('/v1/programmes/{id}/demand', { params: { path: { id }, query: when(day) }, signal }),
  });

export const story = ({ id, day }: About, kind: 'trajectory' | 'meeting' | 'pledge' | 'item') =>
  question({
    key: ['story', id, day, kind],
    shape: listOf(storyLine),
    ask: (signal) =>
      api.GET('/v1/stories/{kind}/{id}', { params: { path: { kind, id }, query: { ...when(day), limit } }, signal }),
  });

export const changesSince = (programmeId: string, from: string) =>
  question({
    key: ['changes', programmeId, undefined, from],
    shape: listOf(changeLine),
    ask: (signal) =>
      api.GET('/v1/comparisons', {
        params: { query: { programme: programmeId, from, sort: '-recorded', limit: 20 } },
        signal,
      }),
  });
