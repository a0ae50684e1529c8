import { type Problem, problem } from '../http/problem.ts';

/** Nothing that is sent goes deeper; whatever works its way down a body can do so by calling itself. */
const deepest = 50;
/** The largest list that is taken, of 500 attendances with their roles, has some 12,000. */
const mostValues = 20_000;

/**
 * What is wrong with the size of a body: how deep it goes, and how many values it holds, whatever they are. Looked at before
 * anything else, and without calling itself: a body of a megabyte can hold half a million objects within each other.
 */
export function sizeFault(body: unknown): Problem | undefined {
  let values = 0;
  let level = [body].filter(isCompound);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > deepest) return problem(400, 'body-too-deep', { max: deepest });
    const within: unknown[] = level.flatMap((compound) => Object.values(compound));
    values += within.length;
    if (values > mostValues) return problem(400, 'body-too-many-values', { max: mostValues });
    level = within.filter(isCompound);
  }
  return undefined;
}

/** An object or a list; a file that is sent is neither. */
function isCompound(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Buffer.isBuffer(value);
}
