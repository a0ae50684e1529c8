import type { Answer } from '#views/query/as-of';
import { problem } from '../http/problem.ts';

/**
 * A programme that is known has adopted a template; one that is not, has no lists either.
 *
 * @throws Problem 404 `not-found`.
 */
export function ofKnownProgramme<T>(answer: Answer<T>): Answer<T> {
  if (answer.basis.template === undefined) throw problem(404, 'not-found');
  return answer;
}
