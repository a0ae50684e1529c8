import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { productFolder } from '#log/release';

/** Of each part's log, when the product ended too soon. */
const linesKept = 30;
const longestLine = 400;

/** The built command line; `npm test` and `npm run bench` build it first. */
const main = join(productFolder, 'dist', 'apps', 'cli', 'main.js');

export interface Tokens {
  readonly lead: string;
  readonly auditor: string;
  readonly reporter: string;
  readonly admin: string;
}

/** A line that `samenspel start --json` prints. */
export interface Told {
  readonly started?: boolean;
  readonly ready?: boolean;
  readonly recorded?: number;
  readonly of?: number;
  readonly url?: string;
  readonly tokens?: Tokens;
  readonly seconds?: number;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A folder of the test's own, to be removed by it. Others may pass through: as root, PostgreSQL runs as another user, and
 * would otherwise keep its data outside this folder.
 */
export async function temporaryFolder(name: string): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), `samenspel-${name}-`)));
  await chmod(folder, 0o711);
  return folder;
}

/** Runs a command of the command line to its end. */
export async function samenspel(...args: string[]): Promise<Exit> {
  return new Product(args).exited;
}

/** The product as a user runs it: the command line in a process of its own, on a data folder of the test. */
export class Product {
  static readonly #running = new Set<Product>();
  readonly process: ChildProcess;
  readonly exited: Promise<Exit>;
  readonly #told: Told[] = [];
  readonly #listeners = new Set<() => void>();
  /** Its data folder, when it was started on one. */
  readonly #data: string | undefined;
  #stdout = '';
  #stderr = '';
  #isOver = false;

  constructor(args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
    const env = { ...process.env, SAMENSPEL_LANG: 'nl', NODE_OPTIONS: '', ...environment };
    this.process = spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    if (this.process.stdout) createInterface(this.process.stdout).on('line', (line) => this.#hear(line));
    this.process.stderr?.on('data', (chunk) => {
      this.#stderr += String(chunk);
    });
    const at = args.indexOf('--data');
    this.#data = at < 0 ? undefined : args[at + 1];
    Product.#running.add(this);
    this.exited = new Promise((resolve, reject) => {
      this.process.once('error', reject);
      this.process.once('close', (code, signal) => {
        this.#isOver = true;
        Product.#running.delete(this);
        this.#tell();
        resolve({ code, signal, stdout: this.#stdout, stderr: this.#stderr });
      });
    });
  }

  /** Stops what a test that failed left running. */
  static async stopAll(): Promise<void> {
    await Promise.all([...Product.#running].map((product) => product.stop()));
  }

  /** Starts the product on a free port. */
  static start(data: string, ...args: string[]): Product {
    return new Product(['start', '--json', '--port', '0', '--data', data, ...args]);
  }

  /**
   * The first line that fits, of those told already and those to come.
   * @throws when the product ends without telling it.
   */
  async until(fits: (told: Told) => boolean): Promise<Told> {
    for (;;) {
      const found = this.#told.find(fits);
      if (found) return found;
      if (this.#isOver) throw new Error(`The product ended first:\n${this.#stderr}\n${await this.#lastLines()}`);
      await new Promise<void>((resolve) => {
        this.#listeners.add(resolve);
      });
    }
  }

  /** Waits until it is ready, with the example when it records one. */
  async ready(): Promise<{ url: string; tokens: Tokens; seconds: number }> {
    const { url, tokens, seconds } = await this.until((told) => told.ready === true);
    if (!url || !tokens) throw new Error('The ready line has no address or tokens');
    return { url, tokens, seconds: seconds ?? 0 };
  }

  /** Ctrl-C, and waits for the end. */
  async stop(): Promise<Exit> {
    this.process.kill('SIGINT');
    return this.exited;
  }

  /** The end of what its parts logged: their folder is gone by the time that somebody reads of the failure. */
  async #lastLines(): Promise<string> {
    if (this.#data === undefined) return '';
    const logs = join(this.#data, 'logs');
    const names = await readdir(logs).catch(() => []);
    const texts = await Promise.all(
      names.map(async (name) => {
        const lines = (await readFile(join(logs, name), 'utf8').catch(String)).trim().split('\n').slice(-linesKept);
        return `${name}:\n${lines.map((line) => line.slice(0, longestLine)).join('\n')}`;
      }),
    );
    return texts.join('\n');
  }

  #hear(line: string): void {
    this.#stdout += `${line}\n`;
    if (line.startsWith('{')) this.#told.push(JSON.parse(line) as Told);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
    this.#listeners.clear();
  }
}

/** The process numbers of the parts of a data folder, as they are now. */
export async function partsOf(data: string): Promise<Record<string, number>> {
  const text = await readFile(join(data, 'children.json'), 'utf8');
  const parts = JSON.parse(text) as Record<string, { pid: number }>;
  return Object.fromEntries(Object.entries(parts).map(([name, { pid }]) => [name, pid]));
}

/**
 * Every process that works for this data folder: it stands in its arguments or in its environment. Empty on systems
 * without /proc, where nobody can tell.
 */
export async function processesOf(data: string): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const texts = ['cmdline', 'environ'].map((part) => readFile(`/proc/${pid}/${part}`, 'utf8').catch(() => ''));
      const [command = '', environment = ''] = await Promise.all(texts);
      return command.includes(data) || environment.includes(`SAMENSPEL_DATA=${data}`) ? [`${pid} ${command}`] : [];
    }),
  );
  return found.flat();
}

/** Waits until that is so; for what happens in other processes, which nobody tells us. */
export async function eventually(isSo: () => Promise<boolean>, what: string, withinMs = 20_000): Promise<void> {
  const until = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > until) throw new Error(`Not within ${withinMs} ms: ${what}`);
    await pause(25);
  }
}
