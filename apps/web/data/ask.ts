import type { paths } from '../api/schema.d.ts';
import { listOf } from './answers/basis.ts';
import {
  changeLine,
  changeQuestion,
  commitment,
  dossierItem,
  meetingItem,
  missingFact,
  pledge,
  storyLine,
} from './answers/follow.ts';
import { demand, programmeDetail, programmeItem } from './answers/programme.ts';
import { standing } from './answers/progress.ts';
import { api } from './client.ts';
import { type About, listQuestion, pagedQuestion, question, when } from './question.ts';

type ItemKind = NonNullable<NonNullable<paths['/v1/programmes/{id}/dossier']['get']['parameters']['query']>['kind']>;

export type { About } from './question.ts';

type Listed = '/v1/programmes/{id}/commitments' | '/v1/programmes/{id}/pledges' | '/v1/programmes/{id}/progress';
type QueryOf<P extends Listed> = NonNullable<paths[P]['get']['parameters']['query']>;
export type CommitmentSort = NonNullable<QueryOf<'/v1/programmes/{id}/commitments'>['sort']>;
export type PledgeSort = NonNullable<QueryOf<'/v1/programmes/{id}/pledges'>['sort']>;
/** What of the trajectories is asked for. */
export type TrajectoriesAsked = Pick<QueryOf<'/v1/programmes/{id}/progress'>, 'search' | 'status' | 'sort'>;

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
  listQuestion({
    key: ['progress', id, day],
    row: standing,
    ask: (page, signal) =>
      api.GET('/v1/programmes/{id}/progress', { params: { path: { id }, query: { ...when(day), ...page } }, signal }),
  });

/** Trajectories by what is asked for, page by page. */
export const trajectories = ({ id, day }: About, asked: TrajectoriesAsked) =>
  pagedQuestion({
    key: ['progress', id, day, 'list', asked],
    shape: listOf(standing),
    ask: (page, signal) =>
      api.GET('/v1/programmes/{id}/progress', {
        params: { path: { id }, query: { ...when(day), ...asked, ...page } },
        signal,
      }),
  });

export const commitments = ({ id, day }: About, sort?: CommitmentSort) =>
  listQuestion({
    key: ['commitments', id, day, sort],
    row: commitment,
    ask: (page, signal) =>
      api.GET('/v1/programmes/{id}/commitments', {
        params: { path: { id }, query: { ...when(day), ...(sort !== undefined && { sort }), ...page } },
        signal,
      }),
  });

export const pledges = ({ id, day }: About, sort?: PledgeSort) =>
  listQuestion({
    key: ['pledges', id, day, sort],
    row: pledge,
    ask: (page, signal) =>
      api.GET('/v1/programmes/{id}/pledges', {
        params: { path: { id }, query: { ...when(day), ...(sort !== undefined && { sort }), ...page } },
        signal,
      }),
  });

export const meetings = ({ id, day }: About) =>
  listQuestion({
    key: ['meetings', id, day],
    row: meetingItem,
    ask: (page, signal) =>
      api.GET('/v1/programmes/{id}/meetings', { params: { path: { id }, query: { ...when(day), ...page } }, signal }),
  });

export const missing = ({ id, day }: About) =>
  listQuestion({
    key: ['missing', id, day],
    row: missingFact,
    ask: (page, signal) =>
      api.GET('/v1/programmes/{id}/missing-facts', {
        params: { path: { id }, query: { ...when(day), ...page } },
        signal,
      }),
  });

export const openItems = ({ id, day }: About, kind: 'action' | 'note') =>
  listQuestion({
    key: ['dossier', id, day, kind],
    row: dossierItem,
    ask: (page, signal) =>
      api.GET('/v1/programmes/{id}/dossier', {
        params: { path: { id }, query: { ...when(day), ...page, kind, open: true } },
        signal,
      }),
  });

/** Items of the dossier of whatever kind. */
const anyKind = '*';

export const itemsOf = ({ id, day }: About, kind: string) =>
  listQuestion({
    key: ['dossier', id, day, 'of', kind],
    row: dossierItem,
    ask: (page, signal) =>
      api.GET('/v1/programmes/{id}/dossier', {
        params: { path: { id }, query: { ...when(day), ...page, ...(kind !== anyKind && { kind: kind as ItemKind }) } },
        signal,
      }),
  });

export const questions = ({ id, day }: About) =>
  listQuestion({
    key: ['questions', id, day],
    row: changeQuestion,
    ask: (page, signal) =>
      api.GET('/v1/programmes/{id}/questions', { params: { path: { id }, query: { ...when(day), ...page } }, signal }),
  });

export const regions = ({ id, day }: About) =>
  question({
    key: ['demand', id, day],
    shape: demand,
    ask: (signal) => api.GET('/v1/programmes/{id}/demand', { params: { path: { id }, query: when(day) }, signal }),
  });

export const story = ({ id, day }: About, kind: 'trajectory' | 'meeting' | 'pledge' | 'item') =>
  listQuestion({
    key: ['story', id, day, kind],
    row: storyLine,
    ask: (page, signal) =>
      api.GET('/v1/stories/{kind}/{id}', { params: { path: { kind, id }, query: { ...when(day), ...page } }, signal }),
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
