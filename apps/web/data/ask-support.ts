import { support } from './answers/support.ts';
import { api } from './client.ts';
import { type About, question, when } from './question.ts';

export const supportOf = ({ id, day }: About) =>
  question({
    key: ['support', id, day],
    shape: support,
    ask: (signal) => api.GET('/v1/programmes/{id}/support', { params: { path: { id }, query: when(day) }, signal }),
  });
