import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { productFolder } from '#log/release';

const built = join(productFolder, 'dist');
/** Beside this file once it is built; the tests run from the sources. */
const nextRelease = join(built, 'test', 'faults', 'views', 'next-release.js');
const RESTART_MS = 200;
const START_MS = 60_000;
const TAIL = 3;

export interface ServiceOptions {
  readonly name: string;
  readonly kind: 'server' | 'worker';
  /** `next`: the same code, with the version of one view raised. */
  readonly release: 'this' | 'next';
  readonly env: Readonly<Record<string, string>>;
  /** Where its output goes; appended to. */
  readonly logFile: string;
}

/**
 * A server or a worker of the product, in a process of its own, with a supervisor that kills instead of caring. When it
 * ends by itself it is started again, as the supervisor of the product does, and the end is counted.
 */
export class Service {
  readonly options: ServiceOptions;
  /** Ends that nobody asked for. */
  readonly ends: string[] = [];
  #child: ChildProcess | undefined;
  #isWanted = false;
  /** Goes up whenever somebody starts or kills it: what was begun before that is given up. */
  #life = 0;
  #ready: Promise<void> = Promise.resolve();

  constructor(options: ServiceOptions) {
    this.options = options;
  }

  get isWanted(): boolean {
    return this.#isWanted;
  }

  /** Starts it, again and again while what it needs is away, and waits until it can do its work. */
  start(): Promise<void> {
    this.#isWanted = true;
    this.#life += 1;
    return this.#startUntilReady(this.#life);
  }

  /** Resolves when the start under way, if there is one, is done. */
  async ready(): Promise<void> {
    await this.#ready;
  }

  /** As `kill -9` does; it stays away until it is started. */
  async kill(): Promise<void> {
    this.#isWanted = false;
    this.#life += 1;
    const child = this.#child;
    if (child === undefined || isOver(child)) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGKILL');
    await gone;
  }

  /** The last lines that it wrote. */
  async tail(): Promise<string> {
    const lines = (await readFile(this.options.logFile, 'utf8').catch(() => '')).trimEnd().split('\n');
    return lines.slice(-TAIL).join('\n');
  }

  async #startUntilReady(life: number): Promise<void> {
    const until = performance.now() + START_MS;
    while (life === this.#life && !(await this.#launch(life))) {
      if (performance.now() > until) throw new Error(`${this.options.name} does not start:\n${await this.tail()}`);
      await pause(RESTART_MS);
    }
  }

  /** @returns false when it ended before it was ready. */
  #launch(life: number): Promise<boolean> {
    const child = this.#fork();
    this.#child = child;
    return new Promise((resolve) => {
      let isReady = false;
      child.on('message', (told: { ready?: boolean }) => {
        if (told.ready !== true) return;
        isReady = true;
        resolve(true);
      });
      child.once('error', () => resolve(false));
      child.once('exit', (code, signal) => {
        resolve(false);
        if (!isReady || life !== this.#life) return;
        this.ends.push(`${this.options.name} ended by itself (${signal ?? code})`);
        this.#ready = pause(RESTART_MS).then(() => this.#startUntilReady(life));
        // Whoever waits for `ready` is told.
        this.#ready.catch(() => undefined);
      });
    });
  }

  #fork(): ChildProcess {
    const { kind, release, env, logFile } = this.options;
    const module = join(built, 'apps', kind, 'main.js');
    const [entry, args] = release === 'next' ? [nextRelease, [module]] : [module, []];
    const log = openSync(logFile, 'a', 0o600);
    try {
      // What the parent was started with (a debugger's port, a test runner's flags) is not for the service.
      const own = { ...process.env, NODE_OPTIONS: '', ...env };
      return fork(entry, args, { env: own, execArgv: [], stdio: ['ignore', log, log, 'ipc'] });
    } finally {
      closeSync(log);
    }
  }
}

function isOver(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
