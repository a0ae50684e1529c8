import type { Dice } from '../../support/dice.ts';

/** What every answer says that it rests on, as far as a client looks at it. */
interface Basis {
  readonly ordinal: number;
  readonly validOn: string;
  readonly provisional?: boolean;
}

/** An answer that was given: the same question about the same ordinal and day has it for ever. */
export interface Given {
  /** The path with everything but as of when it was asked. */
  readonly question: string;
  readonly ordinal: number;
  readonly validOn: string;
  /** The moment that it was asked as of, when the answer was final: then that moment has this ordinal for ever. */
  readonly moment?: string | undefined;
}

interface Kept extends Given {
  readonly text: string;
  /** Who gave it first, and what it was asked for. */
  readonly by: string;
}

/** How many contradictions are told; there may be thousands. */
const MOST = 5;
/** Characters shown before and after the place where two answers part. */
const SHOWN = 120;

/**
 * Keeps every answer by what it rests on, outside of the product. When a question about the same ordinal and day is ever
 * answered otherwise, by whatever server, release or generation, one of the two answers was wrong.
 */
export class Recorder {
  readonly #kept = new Map<string, Kept>();
  readonly #all: Kept[] = [];
  readonly contradictions: string[] = [];
  /** Answers that were held against an earlier one. */
  compared = 0;

  get answers(): number {
    return this.#all.length;
  }

  /**
   * @param by who gave it, and how it was asked, for people.
   * @param asked the moment that it was asked as of.
   */
  record(question: string, body: unknown, by: string, asked?: string): Given | undefined {
    const basis = basisOf(body);
    if (basis === undefined) return undefined;
    const { ordinal, validOn } = basis;
    const moment = basis.provisional ? undefined : asked;
    const key = `${question} ${ordinal} ${validOn}`;
    const text = textOf(body);
    const before = this.#kept.get(key);
    if (before === undefined) {
      const kept = { question, ordinal, validOn, moment, text, by };
      this.#kept.set(key, kept);
      this.#all.push(kept);
      return kept;
    }
    this.compared += 1;
    if (before.text !== text && this.contradictions.length < MOST) {
      this.contradictions.push(`${key}: ${by} contradicts ${before.by}: ${difference(before.text, text)}`);
    }
    return before;
  }

  /** Some of the answers that were given, the latest among them. */
  some(dice: Dice, latest: number, others: number): Given[] {
    const before = this.#all.slice(0, -latest);
    const drawn = before.length === 0 ? [] : Array.from({ length: others }, () => dice.one(before));
    return [...this.#all.slice(-latest), ...drawn];
  }
}

function basisOf(body: unknown): Basis | undefined {
  if (typeof body !== 'object' || body === null || !('basis' in body)) return undefined;
  return body.basis as Basis;
}

/**
 * The bytes of the answer, without what is not about what it says: which folds gave it, the cursor to the next page, and
 * whether the moment that it was asked as of is over.
 */
function textOf(body: unknown): string {
  return JSON.stringify(body, (key, value) => (besides.has(key) ? undefined : value));
}

const besides: ReadonlySet<string> = new Set(['folds', 'next', 'provisional']);

/** Where two texts part, with what stands around it. */
function difference(before: string, after: string): string {
  let at = 0;
  while (before[at] === after[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - SHOWN), at + SHOWN);
  return `“${around(after)}”, not “${around(before)}”`;
}
