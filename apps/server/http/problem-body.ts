import type { Language } from './messages.ts';
import type { Between, Problem } from './problem.ts';

/** The body of an `application/problem+json` answer. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly instance: string;
  readonly errors?: readonly { field: string; code: string; detail: string; line?: number }[];
  readonly data?: Readonly<Record<string, string | number | null>>;
  readonly between?: readonly Between[];
}

/** Puts a problem in the reader's language. `instance` names the request, so that it can be found in the log lines. */
export function problemBody(problem: Problem, language: Language, requestId: string): ProblemBody {
  const { errors, data, between } = problem.details;
  return {
    type: `urn:samenspel:problem:${problem.code}`,
    title: problem.sentence[language],
    status: problem.status,
    code: problem.code,
    instance: `urn:uuid:${requestId}`,
    ...(errors && {
      errors: errors.map(({ field, code, line, ...sentence }) => ({
        ...(line !== undefined && { line }),
        field,
        code,
        detail: sentence[language],
      })),
    }),
    ...(data && Object.keys(data).length > 0 && { data }),
    ...(between && { between }),
  };
}
