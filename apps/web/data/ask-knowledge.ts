import { budget, knowledge, outcomes, pool, reach } from './answers/knowledge.ts';
import { api } from './client.ts';
import { type About, question, when } from './question.ts';

export const knowledgeOf = ({ id, day }: About) =>
  question({
    key: ['knowledge', id, day],
    shape: knowledge,
    ask: (signal) => api.GET('/v1/programmes/{id}/knowledge', { params: { path: { id }, query: when(day) }, signal }),
  });

export const outcomesOf = ({ id, day }: About) =>
  question({
    key: ['outcomes', id, day],
    shape: outcomes,
    ask: (signal) => api.GET('/v1/programmes/{id}/outcomes', { params: { path: { id }, query: when(day) }, signal }),
  });

export const reachOf = ({ id, day }: About) =>
  question({
    key: ['reach', id, day],
    shape: reach,
    ask: (signal) => api.GET('/v1/programmes/{id}/reach', { params: { path: { id }, query: when(day) }, signal }),
  });

export const poolOf = ({ id, day }: About) =>
  question({
    key: ['pool', id, day],
    shape: pool,
    ask: (signal) => api.GET('/v1/programmes/{id}/pool', { params: { path: { id }, query: when(day) }, signal }),
  });

export const budgetOf = ({ id, day }: About) =>
  question({
    key: ['budget', id, day],
    shape: budget,
    ask: (signal) => api.GET('/v1/programmes/{id}/budget', { params: { path: { id }, query: when(day) }, signal }),
  });
