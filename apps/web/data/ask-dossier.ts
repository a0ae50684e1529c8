import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { paths } from '../api/schema.d.ts';
import { listOf } from './answers/basis.ts';
import { dossierDetail, dossierKinds } from './answers/dossier.ts';
import { dossierItem } from './answers/follow.ts';
import { answered, api } from './client.ts';
import { type About, pagedQuestion, question, when } from './question.ts';

type Query = NonNullable<paths['/v1/programmes/{id}/dossier']['get']['parameters']['query']>;
/** What of the dossier is asked for. */
export type DossierAsked = Pick<Query, 'kind' | 'open' | 'late' | 'title' | 'trajectory' | 'publication' | 'sort'>;

const kinds = z.object({ data: dossierKinds });

/** The kinds of items and the facts of each; they only change with a release. */
export const itemKinds = () =>
  queryOptions({
    queryKey: ['dossier-kinds'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => kinds.parse(await answered(api.GET('/v1/dossier-kinds', { signal }))).data,
  });

/** Items of the dossier of a programme, page by page. */
export const dossier = ({ id, day }: About, asked: DossierAsked) =>
  pagedQuestion({
    key: ['dossier', id, day, 'list', asked],
    shape: listOf(dossierItem),
    ask: (page, signal) =>
      api.GET('/v1/programmes/{id}/dossier', {
        params: { path: { id }, query: { ...when(day), ...asked, ...page } },
        signal,
      }),
  });

/** One item with its facts. */
export const dossierItemInFull = (item: string, day: string | undefined) =>
  question({
    key: ['dossier-item', item, day],
    shape: dossierDetail,
    ask: (signal) => api.GET('/v1/dossier-items/{id}', { params: { path: { id: item }, query: when(day) }, signal }),
  });
