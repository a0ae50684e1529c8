import { ApiProblem } from '../data/problem.ts';
import { type Filled, messageOf } from './form-errors.ts';
import { useWords } from './words.tsx';

type MessageFor = (error: unknown, name: string, filled?: Filled) => string | undefined;

interface FieldMessages {
  /** What is wrong with one field, or with something inside it. */
  readonly within: MessageFor;
  /** What is wrong with exactly this field. */
  readonly exactly: MessageFor;
}

/** What must change in a field, in words for who fills it in. */
export function useFieldMessages(): FieldMessages {
  const { t } = useWords();
  const find =
    (isIt: (field: string, name: string) => boolean): MessageFor =>
    (error, name, filled = 'text') => {
      if (!(error instanceof ApiProblem)) return undefined;
      const problem = error.fields.find(({ field }) => isIt(field, name));
      const own = problem && messageOf(problem, filled);
      return own === undefined ? problem?.detail : t(own);
    };
  return {
    within: find((field, name) => field === name || field.startsWith(`${name}.`)),
    exactly: find((field, name) => field === name),
  };
}
