import type { Sentence } from '#domain/kernel/decision';

/** One process of an installation. */
export interface Part {
  readonly name: string;
  /** Its process number, or undefined while it is not there. */
  readonly pid: number | undefined;
  /** Starts it and waits until it can do its work; from then on it is started again whenever it dies. */
  start(): Promise<void>;
  /** Ends it in order and starts it no more. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}

/** What parts tell whoever looks after them. */
export interface PartEvents {
  /** It has a new process. */
  started(name: string, pid: number): void;
  /** It died and is being started again. */
  restarting(name: string, how: Sentence): void;
  /** It keeps dying, or cannot start; the installation cannot go on. */
  gaveUp(sentence: Sentence, cause?: unknown): void;
}

/** How a process ended: by a signal, which has one name in every language, or with a code. */
export function endOf(code: number | null, signal: string | null): Sentence {
  return signal === null ? { nl: `afsluitcode ${code}`, en: `exit code ${code}` } : inAnyLanguage(signal);
}

/** What a system or a library says, as it says it. */
export function inAnyLanguage(text: string): Sentence {
  return { nl: text, en: text };
}
