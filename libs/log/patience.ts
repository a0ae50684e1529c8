import { setTimeout as sleep } from 'node:timers/promises';

/**
 * How long this library waits, and how often it tries, in one place. Times are in milliseconds and are taken from a
 * clock that never runs backwards.
 *
 * What follows from it, at worst:
 * - **a read** answers or fails within `call`: 5 s;
 * - **a command** is answered within `command` and the calls that were begun before its end: 30 s + 5 s to append and 5 s
 *   to read back. Within that it is decided anew at most `conflicts` times, and one append of unknown outcome is tried at
 *   most `appends` times (6 × 5 s, and 3.1 s between them). A node that restarts in 3 s is not noticed by its callers;
 * - **a connection that is dead without having been closed** is given up within `keepAlive`: 15 s;
 * - **a subscription that has fallen silent** is dropped within `look` + `call` (10 s) when the node does not answer, and
 *   within `look` + `call` + `grace` (12 s) when the node answers and the subscription alone gives nothing. It is resumed
 *   within `reconnect.most` (2 s) after there is a connection again, so within 17 s after a line went dead;
 * - **closing** takes `closing`: 0.5 s.
 */
export const patience = {
  /** One call to the log. The client has no limit of its own for appends. */
  call: 5_000,
  /** The node may be out of reach this long at the start. */
  connect: 30_000,
  closing: 500,
  /** After this, no further try of a command is begun. */
  command: 30_000,
  /** How often a command is decided anew because others were first, before its caller is told to try again. */
  conflicts: 20,
  /** How often an append of unknown outcome is tried, with the same ids and the same expected revision. */
  appends: 6,
  /**
   * A server takes the time limit of an append for a moment by its own clock, and refuses at once what comes later by it:
   * with a limit of seconds, nothing could be written from a clock that is a little behind. Our own limit is `call`.
   */
  appendDeadline: 7 * 24 * 3_600_000,
  /** Between two of these tries; each pause is twice the one before. */
  repeat: { first: 100, most: 3_200 },
  /** Between two subscriptions, and two tries to connect. */
  reconnect: { first: 50, most: 2_000 },
  /** HTTP/2 pings on the connection; a lower `every` than 10 s makes the client warn. */
  keepAlive: { every: 10_000, within: 5_000 },
} as const;

/** How a subscription is watched over. */
export interface Supervision {
  /** Between two looks at what stands beyond the events that were delivered. */
  readonly look: number;
  /** How long events that stand in the log may be on their way before the subscription is taken to have stalled. */
  readonly grace: number;
  /** Events that wait are counted up to this many; a look reads no more. */
  readonly countUpTo: number;
  /** From this age of the oldest waiting event on, the lag is told; in seconds. */
  readonly alarmSeconds: number;
}

export const supervision: Supervision = { look: 5_000, grace: 2_000, countUpTo: 1_000, alarmSeconds: 30 };

/** Pauses that double, from the first to the longest. */
export class BackOff {
  private next: number;

  constructor(private readonly pauses: { readonly first: number; readonly most: number }) {
    this.next = pauses.first;
  }

  /** Waits, but not past the end of the signal. */
  async wait(signal?: AbortSignal): Promise<void> {
    const pause = this.next;
    this.next = Math.min(pause * 2, this.pauses.most);
    await rest(pause, signal);
  }

  /** After a success: the next pause is the first again. */
  reset(): void {
    this.next = this.pauses.first;
  }
}

/** A moment in the future, by a clock that never runs backwards. */
export class Deadline {
  private readonly at: number;

  constructor(milliseconds: number) {
    this.at = performance.now() + milliseconds;
  }

  get isPast(): boolean {
    return performance.now() >= this.at;
  }
}

/** Waits that many milliseconds. */
export function delay(milliseconds: number): Promise<void> {
  return sleep(milliseconds);
}

/** Waits that many milliseconds, but not past the end of the signal. */
export async function rest(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, signal && { signal }).catch((error: unknown) => {
    if (!signal?.aborted) throw error;
  });
}

/**
 * The promise's answer, or a failure after the time limit, or as soon as the signal ends. What was asked may still be done
 * afterwards: the caller has to find out.
 */
export async function withTimeLimit<T>(promise: Promise<T>, milliseconds: number, signal?: AbortSignal): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let leave: () => void = () => undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${milliseconds} ms`)), milliseconds);
    leave = () => reject(new Error('Not waited for any longer'));
    if (signal?.aborted) leave();
    signal?.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
}

/** A call that is waited for. */
interface Call {
  readonly due: number;
  readonly giveUp: () => void;
}

/**
 * The same limit for very many calls, on one timer: they come due in the order in which they were begun. A timer and a
 * race for each call, as `withTimeLimit` has, cost more than all other waiting of a command together.
 */
export class SharedTimeLimit {
  private readonly calls = new Set<Call>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly milliseconds: number) {}

  /** The promise's answer, or a failure after the time limit. What was asked may still be done afterwards. */
  of<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const due = performance.now() + this.milliseconds;
      const giveUp = () => reject(new Error(`No answer within ${this.milliseconds} ms`));
      const call: Call = { due, giveUp };
      this.begun(call);
      promise.then(
        (value) => {
          this.ended(call);
          resolve(value);
        },
        (error: unknown) => {
          this.ended(call);
          reject(error);
        },
      );
    });
  }

  private begun(call: Call): void {
    this.calls.add(call);
    // A process that waits for an answer stays, also when nothing else would keep it.
    if (this.timer) this.timer.ref();
    else this.timer = setTimeout(() => this.look(), this.milliseconds);
  }

  private ended(call: Call): void {
    this.calls.delete(call);
    if (this.calls.size === 0) this.timer?.unref();
  }

  /** Gives up what is due, and comes back when the next one is. */
  private look(): void {
    this.timer = undefined;
    for (const call of this.calls) {
      const left = call.due - performance.now();
      if (left > 0) {
        this.timer = setTimeout(() => this.look(), left);
        return;
      }
      this.calls.delete(call);
      call.giveUp();
    }
  }
}
