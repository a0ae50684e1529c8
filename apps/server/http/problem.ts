import type { Sentence } from '#domain/kernel/decision';
import { type MessageCode, type Params, sentence } from './messages.ts';

/** One thing that is wrong, with the field it is about (a dotted path) or the line of a file. */
export interface FieldError extends Sentence {
  readonly field: string;
  readonly code: string;
  readonly line?: number;
}

/** What was recorded between what the sender had seen and now; no content, only what to look at. */
export interface Between {
  readonly id: string;
  readonly type: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly role: string;
}

interface Details {
  readonly errors?: readonly FieldError[];
  readonly data?: Readonly<Record<string, string | number | null>>;
  readonly between?: readonly Between[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Every answer that is not a success (RFC 9457): a code for programs, a sentence for people in two languages. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly sentence: Sentence,
    readonly details: Details = {},
  ) {
    super(code);
  }
}

/** A problem whose sentence stands in the catalogue. */
export function problem(status: number, code: MessageCode, params: Params = {}, details: Details = {}): Problem {
  return new Problem(status, code, sentence(code, params), details);
}

/** One error about a field, its sentence from the catalogue. */
export function fieldError(field: string, code: MessageCode, params: Params = {}): FieldError {
  return { field, code, ...sentence(code, params) };
}

/** No person reads on after so many, and an answer must not be larger than what was sent. */
const mostTold = 100;

/**
 * 400 with everything that is wrong at once; of very much, the first hundred and how many there are.
 * @param faults how many there are, when some were left out already
 */
export function badRequest(errors: readonly FieldError[], faults = errors.length): Problem {
  if (faults <= mostTold) return problem(400, 'bad-request', {}, { errors });
  const said = sentence('bad-request-in-part', { told: mostTold, faults });
  return new Problem(400, 'bad-request', said, { errors: errors.slice(0, mostTold), data: { faults } });
}
