import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Sentence } from '#domain/kernel/decision';
import { CliError } from '../terminal/failure.ts';
import { endOf, inAnyLanguage, type Part, type PartEvents } from './part.ts';
import { Patience } from './patience.ts';
import { SilenceWatch } from './silence-watch.ts';

const STOP_MS = 8_000;
/** It said that it cannot go on, and ends within this time, or is ended. */
const END_MS = 5_000;
/** Without a sign of life for so long it is ended, and started again. Far longer than anything keeps a part busy at one go. */
const SILENCE_MS = 30_000;
/** Loaded before the module itself. */
const supervised = new URL('./supervised.js', import.meta.url).href;

const sentence = z.object({ nl: z.string(), en: z.string() });

/** The log node has words of its own for the same two messages: it is older, and works without us. */
const message = z.union([
  z.object({ type: z.literal('ready') }).transform(() => ({ ready: true as const })),
  sentence
    .extend({ type: z.literal('failed') })
    .transform(({ nl, en }) => ({ ready: false as const, sentence: { nl, en } })),
  z.object({ ready: z.literal(true) }),
  z.object({ ready: z.literal(false), sentence: sentence.nullable() }),
]);

/** What came of a new process. */
interface Launched {
  readonly ready: boolean;
  /** Why it cannot be, in its own words. */
  readonly failure?: CliError;
  /** How it ended. */
  readonly how: Sentence;
  /** It gave no sign of life. */
  readonly hung?: boolean;
}

export interface ChildOptions {
  readonly name: string;
  /** The built module that it runs. */
  readonly module: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Where its output goes; appended to. */
  readonly logFile: string;
  /** After how long without a sign of life it is ended, in milliseconds; 30,000 when left out. */
  readonly silence?: number;
}

/**
 * A Node process of the product. It says `ready` when it can do its work, or `failed` with a sentence when it cannot
 * for a reason that is known; it ends when we are gone, because the channel between us closes. It has a process group
 * of its own: Ctrl-C in the terminal is for us alone, who stop the parts in their order. One that hangs without a word is
 * ended, and started again like one that died.
 */
export class ChildPart implements Part {
  readonly name: string;
  readonly #options: ChildOptions;
  readonly #events: PartEvents;
  readonly #patience = new Patience();
  #child: ChildProcess | undefined;
  #stopping = false;
  #hasWorked = false;

  constructor(options: ChildOptions, events: PartEvents) {
    this.name = options.name;
    this.#options = options;
    this.#events = events;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** @throws CliError when it says why it cannot start, or dies time and again before it is ready. */
  async start(): Promise<void> {
    while (!this.#stopping) {
      const { ready, failure, how, hung } = await this.#launch();
      if (ready || this.#stopping) return;
      // Once it worked, what keeps it from starting may pass: an engine that it needs is being started again, too.
      if (failure && !this.#hasWorked) throw failure;
      if (hung) this.#events.restarting(this.name, how);
      // However long it was busy with starting: it never worked.
      await this.#pauseAfterDeath(0, how);
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (!child || isOver(child)) return;
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    endWithin(child, STOP_MS);
    await exited;
  }

  kill(): void {
    this.#stopping = true;
    this.#child?.kill('SIGKILL');
  }

  /** Resolves when the new process is ready, has said why it cannot be, or is gone. */
  #launch(): Promise<Launched> {
    const child = this.#fork();
    this.#child = child;
    if (child.pid !== undefined) this.#events.started(this.name, child.pid);
    return new Promise((resolve) => {
      let ready = false;
      let since = 0;
      let failure: CliError | undefined;
      const watch = new SilenceWatch(child, this.#options.silence ?? SILENCE_MS);
      child.on('message', (received) => {
        watch.heard();
        const said = message.safeParse(received).data;
        if (said?.ready === false) {
          if (said.sentence) failure = new CliError(said.sentence);
          endWithin(child, END_MS);
        }
        if (!said?.ready) return;
        ready = true;
        since = performance.now();
        this.#hasWorked = true;
        resolve({ ready, how: inAnyLanguage('') });
      });
      child.once('error', (cause) => {
        watch.end();
        resolve({ ready, how: inAnyLanguage(cause.message) });
      });
      child.once('exit', (code, signal) => {
        const silence = watch.end();
        const how = silence ?? endOf(code, signal);
        if (ready) this.#revive(performance.now() - since, how);
        else resolve({ ready, how, hung: silence !== undefined, ...(failure && { failure }) });
      });
    });
  }

  #fork(): ChildProcess {
    const log = openSync(this.#options.logFile, 'a', 0o600);
    try {
      return fork(this.#options.module, [], {
        env: this.#options.environment,
        detached: true,
        execArgv: ['--enable-source-maps', '--import', supervised],
        stdio: ['ignore', log, log, 'ipc'],
      });
    } finally {
      closeSync(log);
    }
  }

  /** Starts it again after a death; whoever asked for the first start was answered long ago. */
  #revive(lived: number, how: Sentence): void {
    if (this.#stopping) return;
    this.#events.restarting(this.name, how);
    this.#pauseAfterDeath(lived, how)
      .then(() => this.start())
      .catch((cause: unknown) => {
        if (!this.#stopping) this.#events.gaveUp(cause instanceof CliError ? cause.sentence : this.#tired(how), cause);
      });
  }

  async #pauseAfterDeath(lived: number, how: Sentence): Promise<void> {
    const wait = this.#patience.afterDeath(lived, this.#hasWorked);
    if (wait === undefined) throw new CliError(this.#tired(how));
    await pause(wait);
  }

  #tired(how: Sentence): Sentence {
    const { name, logFile } = this.#options;
    return {
      nl: `Het onderdeel ${name} stopt telkens meteen weer (${how.nl}). Wat er misging, staat in ${logFile}.`,
      en: `The part ${name} keeps stopping right away (${how.en}). What went wrong is in ${logFile}.`,
    };
  }
}

/** Ends it by force when it has not ended by itself within that time, in milliseconds. */
function endWithin(child: ChildProcess, milliseconds: number): void {
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  child.once('exit', () => clearTimeout(timer));
}

function isOver(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
