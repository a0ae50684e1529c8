import type { Sentence } from '#domain/kernel/decision';
import { line } from '../terminal/output.ts';

/**
 * npm passes Ctrl-C on to us while the terminal sends it as well: two signals within this time are one key stroke.
 */
const ONE_STROKE_MS = 1_000;

const stopping: Sentence = {
  nl: '\nStoppen… (nog eens Ctrl-C: meteen)',
  en: '\nStopping… (Ctrl-C again: at once)',
};

const heeded = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The wish to stop: the first signal asks for an orderly stop, a later one forces it. */
export class StopSignals {
  readonly #controller = new AbortController();
  readonly #asked: Promise<void>;
  readonly #heard: () => void;
  #askedAt: number | undefined;

  constructor(onForce: () => void) {
    let tell = (): void => undefined;
    this.#asked = new Promise((resolve) => {
      tell = resolve;
    });
    this.#heard = (): void => {
      if (this.#askedAt === undefined) {
        this.#askedAt = performance.now();
        line(stopping);
        this.#controller.abort();
        tell();
      } else if (performance.now() - this.#askedAt > ONE_STROKE_MS) {
        onForce();
      }
    };
    for (const signal of heeded) process.on(signal, this.#heard);
  }

  /** Aborted when a stop is asked for. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Resolves when a stop is asked for. */
  get asked(): Promise<void> {
    return this.#asked;
  }

  /** Signals do again what they do without us. */
  close(): void {
    for (const signal of heeded) process.off(signal, this.#heard);
  }
}
