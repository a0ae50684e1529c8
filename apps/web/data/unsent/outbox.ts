import { ApiProblem } from '../problem.ts';
import type { Recorded } from '../recorded.ts';
import type { Shelf, Unsent } from './shelf.ts';

const firstWait = 2_000;
const longestWait = 60_000;

/** What of the outbox is to be told. */
export interface Contents {
  /** Of this person, to be sent when there is a connection again. */
  readonly waiting: readonly Unsent[];
  /** Of this person, refused when they were sent afterwards. */
  readonly refused: readonly Unsent[];
  /** Sent after they had waited, until that was seen. */
  readonly sent: readonly Unsent[];
  /** How many wait until whoever entered them signs in. */
  readonly others: number;
}

/** What the outbox is given. */
export interface Surroundings {
  readonly shelf: Shelf;
  /** Who is signed in. */
  readonly actor: () => string | undefined;
  /** @throws ApiProblem */
  readonly deliver: (command: Unsent) => Promise<Recorded>;
  /** Runs this while no other tab does the same. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
}

/** What became of a command; without an answer it is kept to be sent later. */
export interface Settled {
  readonly key: string;
  readonly answer: Recorded | undefined;
}

/** A form that waits for what becomes of its command. */
interface Waiter {
  readonly settled: Promise<Settled>;
  readonly settle: (answer: Recorded | undefined) => void;
  readonly fail: (problem: unknown) => void;
}

/**
 * Sends commands in the order in which they were entered, one at a time. Each is on the shelf before it is sent and leaves it
 * only with an answer; a command of which nobody knows whether it arrived is sent again with the same key.
 */
export class Outbox {
  readonly #waiters = new Map<string, Waiter>();
  readonly #listeners = new Set<() => void>();
  #sent: readonly Unsent[] = [];
  #sending: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = firstWait;
  #contents: Contents | undefined;

  constructor(private readonly around: Surroundings) {}

  /**
   * Sends it after everything that waits already.
   * @throws ApiProblem when it was refused, or when it could be neither sent nor kept
   */
  async send(command: Omit<Unsent, 'actor'>): Promise<Settled> {
    const whole = { ...command, actor: this.around.actor() ?? '' };
    const kept = this.around.shelf.put(whole);
    if (kept === undefined) return { key: whole.key, answer: await this.around.deliver(whole) };
    const waiter = this.#waiters.get(kept.key) ?? waiterFor(kept.key);
    this.#waiters.set(kept.key, waiter);
    void this.flush();
    return waiter.settled;
  }

  /** Tries now what waits: there may be a connection again, or someone who signed in. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.look();
    this.#sending ??= this.around
      .alone(() => this.#sendAll())
      .finally(() => {
        this.#sending = undefined;
      });
    await this.#sending;
    // What was entered while the last one was under way.
    if (this.#timer === undefined && this.#next() !== undefined) await this.flush();
  }

  /** Looks again what is on the shelf: another tab can have put or sent something. */
  look(): void {
    this.#contents = undefined;
    for (const listener of this.#listeners) listener();
  }

  /** Takes off what was refused; whoever repairs it enters it again. */
  drop(key: string): void {
    this.around.shelf.remove(key);
    this.look();
  }

  /** That it was sent after all has been seen. */
  forgetSent(): void {
    this.#sent = [];
    this.look();
  }

  /** What is to be told now; the same object until something changes. */
  readonly contents = (): Contents => {
    this.#contents ??= this.#read();
    return this.#contents;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #read(): Contents {
    const all = this.around.shelf.all();
    const actor = this.around.actor();
    const own = all.filter((command) => command.actor === actor);
    return {
      // What was entered this moment is still with its form.
      waiting: own.filter(({ key, refused }) => refused === undefined && !this.#waiters.has(key)),
      refused: own.filter(({ refused }) => refused !== undefined),
      sent: this.#sent,
      others: all.length - own.length,
    };
  }

  #next(): Unsent | undefined {
    const actor = this.around.actor();
    if (actor === undefined) return undefined;
    return this.around.shelf.all().find((command) => command.actor === actor && command.refused === undefined);
  }

  async #sendAll(): Promise<void> {
    let goesOn = true;
    for (let next = this.#next(); goesOn && next !== undefined; next = this.#next()) goesOn = await this.#attempt(next);
    if (goesOn) this.#wait = firstWait;
    else this.#tryLater();
    // These wait now, or another tab sent them: their forms need not hold them any longer.
    for (const { settle } of this.#waiters.values()) settle(undefined);
    this.#waiters.clear();
    this.look();
  }

  #tryLater(): void {
    this.#timer = setTimeout(() => void this.flush(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, longestWait);
  }

  /** @returns whether the line is good enough to go on */
  async #attempt(command: Unsent): Promise<boolean> {
    const waiter = this.#waiters.get(command.key);
    try {
      const answer = await this.around.deliver(command);
      this.around.shelf.remove(command.key);
      this.#waiters.delete(command.key);
      if (waiter === undefined) this.#sent = [...this.#sent, command];
      waiter?.settle(answer);
    } catch (problem) {
      if (mayArriveLater(problem)) return false;
      this.#waiters.delete(command.key);
      if (waiter === undefined) this.around.shelf.refuse(command.key, reasonsOf(problem));
      else this.around.shelf.remove(command.key);
      waiter?.fail(problem);
    }
    this.look();
    return true;
  }
}

function waiterFor(key: string): Waiter {
  let settle: Waiter['settle'] = () => undefined;
  let fail: Waiter['fail'] = () => undefined;
  const settled = new Promise<Settled>((resolve, reject) => {
    settle = (answer) => resolve({ key, answer });
    fail = reject;
  });
  return { settled, settle, fail };
}

/** No connection, a part that is away, or a token that ended: the command itself was not judged. */
function mayArriveLater(problem: unknown): boolean {
  return problem instanceof ApiProblem && (problem.mayPass || problem.status === 401);
}

function reasonsOf(problem: unknown): readonly string[] {
  if (!(problem instanceof ApiProblem)) return [String(problem)];
  return [problem.title, ...problem.fields.map(({ detail }) => detail)].filter((text) => text !== '');
}
