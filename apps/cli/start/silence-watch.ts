import type { ChildProcess } from 'node:child_process';
import type { Sentence } from '#domain/kernel/decision';

/** Looks so often within the time that it waits: a sign that is still to be read must not be missed for it. */
const LOOKS = 6;

/**
 * Ends a process that gives no sign of life. It counts how often nothing was heard, and not how long: when this process
 * itself, or the whole machine, was asleep, there is one look too late, and not a long silence.
 */
export class SilenceWatch {
  readonly #timer: NodeJS.Timeout;
  #silent = 0;

  constructor(child: ChildProcess, milliseconds: number) {
    this.#timer = setInterval(() => {
      this.#silent += 1;
      if (this.#silent === LOOKS) child.kill('SIGKILL');
    }, milliseconds / LOOKS);
    this.#timer.unref();
  }

  heard(): void {
    if (this.#silent < LOOKS) this.#silent = 0;
  }

  /** The process is gone. Gives how, when it was for this. */
  end(): Sentence | undefined {
    clearInterval(this.#timer);
    return this.#silent < LOOKS ? undefined : { nl: 'geen teken van leven', en: 'no sign of life' };
  }
}
