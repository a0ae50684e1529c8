import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';

const attempts = 4;

/** Questions keep their answer for a minute; live updates say sooner when it is no longer right. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
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
}
