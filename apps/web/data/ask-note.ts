import { listOf } from './answers/basis.ts';
import { comparison } from './answers/between.ts';
import { dossierItem } from './answers/follow.ts';
import { summary } from './answers/summary.ts';
import type { Period } from './ask-between.ts';
import { api } from './client.ts';
import { endOfDay } from './dates.ts';
import { type About, limit, question, when } from './question.ts';

export const summaryOf = ({ id, day }: About) =>
  question({
    key: ['summary', id, day],
    shape: summary,
    ask: (signal) => api.GET('/v1/programmes/{id}/summary', { params: { path: { id }, query: when(day) }, signal }),
  });

/** How much was recorded in a period for which cause. */
export const causesOf = (programme: string, { from, until }: Period) =>
  question({
    key: ['causes', programme, undefined, from, until],
    shape: comparison,
    ask: (signal) =>
      api.GET('/v1/comparisons', {
        params: { query: { programme, from: endOfDay(from), until: endOfDay(until), limit: 1 } },
        signal,
      }),
  });

/** What was asked of those who decide, and what they decided. */
export const decisionsOf = ({ id, day }: About) =>
  question({
    key: ['dossier', id, day, 'decisions'],
    shape: listOf(dossierItem),
    ask: (signal) =>
      api.GET('/v1/programmes/{id}/dossier', {
        params: { path: { id }, query: { ...when(day), limit, kind: 'decision' } },
        signal,
      }),
  });
