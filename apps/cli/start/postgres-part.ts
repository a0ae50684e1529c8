import { setTimeout as pause } from 'node:timers/promises';
import type { Sentence } from '#domain/kernel/decision';
import { type EmbeddedPostgres, startPostgres } from '#embedded/postgres/start-postgres';
import { endOf, inAnyLanguage, type Part, type PartEvents } from './part.ts';
import { longestPause, Patience } from './patience.ts';

/** The embedded PostgreSQL: started again on the same port when it dies, so that its users find it back. */
export class PostgresPart implements Part {
  readonly name = 'postgres';
  readonly #folder: string;
  readonly #port: number;
  readonly #events: PartEvents;
  readonly #patience = new Patience();
  #running: EmbeddedPostgres | undefined;
  #starting: Promise<void> | undefined;
  #stopping = false;

  constructor(folder: string, port: number, events: PartEvents) {
    this.#folder = folder;
    this.#port = port;
    this.#events = events;
  }

  get pid(): number | undefined {
    return this.#running?.pid;
  }

  /** `postgresql://…` of the product's own database. */
  get url(): string {
    if (!this.#running) throw new Error('PostgreSQL was not started');
    return this.#running.connectionString();
  }

  /** The same over its socket file, where there is one: for the log node, which talks to it at every append. */
  get nearUrl(): string {
    if (!this.#running) throw new Error('PostgreSQL was not started');
    return this.#running.nearConnectionString();
  }

  start(): Promise<void> {
    this.#starting = this.#start();
    return this.#starting;
  }

  async #start(): Promise<void> {
    const began = performance.now();
    const running = await startPostgres({ folder: this.#folder, port: this.#port });
    this.#running = running;
    this.#events.started(this.name, running.pid);
    running.onExit(({ unexpected, code, signal }) => {
      if (unexpected && !this.#stopping) void this.#revive(began, endOf(code, signal));
    });
    if (this.#stopping) await running.stop();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    // One that is still starting would outlive us: nobody but us knows of it yet.
    await this.#starting?.catch(() => undefined);
    await this.#running?.stop();
  }

  kill(): void {
    this.#stopping = true;
    // SIGQUIT is PostgreSQL's own way to stop at once: it takes its backends with it and recovers at the next start.
    if (this.#running && isAlive(this.#running.pid)) process.kill(this.#running.pid, 'SIGQUIT');
  }

  async #revive(began: number, how: Sentence): Promise<void> {
    this.#events.restarting(this.name, how);
    let lived = performance.now() - began;
    for (;;) {
      // Somebody will make room, and it goes on then.
      const wait = this.#patience.afterDeath(lived, true) ?? (isDiskFull(how) ? longestPause : undefined);
      if (wait === undefined) return this.#events.gaveUp(tired(how));
      await pause(wait);
      if (this.#stopping) return;
      try {
        return await this.start();
      } catch (cause) {
        // The port, or the shared memory of the old backends, may need a moment; patience says when it is too long.
        how = inAnyLanguage(cause instanceof Error ? cause.message : String(cause));
        lived = 0;
      }
    }
  }
}

function tired(how: Sentence): Sentence {
  return {
    nl: `PostgreSQL stopt telkens weer en is niet meer te starten (${how.nl}).`,
    en: `PostgreSQL keeps stopping and cannot be started any more (${how.en}).`,
  };
}

function isDiskFull({ en }: Sentence): boolean {
  return en.includes('No space left on device');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
