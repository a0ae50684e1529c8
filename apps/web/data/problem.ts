/** One field of a form that the API refuses, by its dotted path. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly detail: string;
  /** The line of the file, when it is about one; the heading is line 1. */
  readonly line?: number;
}

/** An answer of the API that is no success, or no answer at all (`status` 0). */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    /** For people, in the language that was asked for; empty when there was no answer. */
    readonly title: string,
    readonly fields: readonly FieldProblem[] = [],
    readonly retryAfterSeconds?: number,
  ) {
    super(title || code);
    this.name = 'ApiProblem';
  }

  /** Whether asking again may help: no connection, or a part that is away for a moment. */
  get mayPass(): boolean {
    return this.status === 0 || this.status === 503;
  }
}

/** Reads an error of the API (`application/problem+json`); what is none keeps its status. */
export function problemOf(response: Response, body: unknown): ApiProblem {
  const told = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const text = (key: string) => (typeof told[key] === 'string' ? told[key] : '');
  const retry = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return new ApiProblem(
    response.status,
    text('code') || `http-${response.status}`,
    text('title'),
    fieldProblems(told['errors']),
    Number.isFinite(retry) ? retry : undefined,
  );
}

function fieldProblems(errors: unknown): FieldProblem[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error: unknown) => {
    if (typeof error !== 'object' || error === null) return [];
    const { field, code, detail, line } = error as Partial<Record<keyof FieldProblem, unknown>>;
    if (typeof field !== 'string') return [];
    return [
      { field, code: String(code ?? ''), detail: String(detail ?? ''), ...(typeof line === 'number' && { line }) },
    ];
  });
}
