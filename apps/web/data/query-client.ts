import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';
import { followSession } from './session.ts';

const attempts = 4;

/**
 * Questions keep their answer for a minute; live updates say sooner when it is no longer right. When the session ends or another
 * begins, every answer is forgotten: the next role may read less. Commands that are under way go on.
 */
export function newQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        retry: (failures, error) => failures < attempts && error instanceof ApiProblem && error.mayPass,
        retryDelay: (failures, error) => {
          const seconds = error instanceof ApiProblem ? error.retryAfterSeconds : undefined;
          return seconds === undefined ? 500 * 2 ** failures : seconds * 1000;
        },
      },
    },
  });
  followSession(() => client.removeQueries({ predicate: ({ meta }) => meta?.['isPublic'] !== true }));
  return client;
}
