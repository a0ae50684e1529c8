import { listOf } from './answers/basis.ts';
import { registered } from './answers/register.ts';
import { api } from './client.ts';
import { now, question } from './question.ts';

/** As many as one reads while typing. */
const offered = 12;

/** The organisations of the register with this in their name. */
export const organisationsNamed = (search: string) =>
  question({
    key: ['register', search, undefined],
    shape: listOf(registered),
    ask: (signal) => api.GET('/v1/organisations', { params: { query: { ...now(), search, limit: offered } }, signal }),
  });
