import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { productFolder } from '#log/release';

interface Told {
  readonly type: 'ready' | 'failed';
  readonly url?: string;
  readonly en?: string;
}

/** What the parts of one test have in common. */
export interface PartSettings {
  readonly logUrl: string;
  readonly databaseUrl: string;
  readonly data: string;
  readonly redisUrl?: string | undefined;
  /** More for its environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A server or a worker as it is built, in a process of its own on a free port. It ends with this process. */
export class PartProcess {
  private static readonly running = new Set<PartProcess>();

  private constructor(
    private readonly child: ChildProcess,
    /** Where it answers; a worker on its own small port. */
    readonly url: string,
  ) {
    PartProcess.running.add(this);
  }

  /** @throws Error in its own words when it does not start. */
  static async start(kind: 'server' | 'worker', settings: PartSettings): Promise<PartProcess> {
    const { logUrl, databaseUrl, data, redisUrl, env = {} } = settings;
    const child = fork(join(productFolder, 'dist', 'apps', kind, 'main.js'), [], {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        SAMENSPEL_LOG_URL: logUrl,
        SAMENSPEL_DATABASE_URL: databaseUrl,
        SAMENSPEL_DATA: data,
        SAMENSPEL_PORT: '0',
        SAMENSPEL_WORKER_PORT: '0',
        SAMENSPEL_LOG_LEVEL: 'silent',
        ...(redisUrl && { SAMENSPEL_REDIS_URL: redisUrl }),
        ...env,
      },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const [told] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [Told | number | null];
    if (typeof told === 'object' && told?.type === 'ready' && told.url) return new PartProcess(child, told.url);
    child.kill('SIGKILL');
    throw new Error(`The ${kind} did not start: ${typeof told === 'object' ? told?.en : `it ended with ${told}`}`);
  }

  /** Stops what a test that failed left running. */
  static async killAll(): Promise<void> {
    await Promise.all([...PartProcess.running].map((part) => part.kill()));
  }

  /** As `kill -9` does; returns when it is gone. */
  async kill(): Promise<void> {
    PartProcess.running.delete(this);
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  /** It hangs: it holds on to everything that it has, and does nothing. */
  suspend(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  /** Asks it something that needs no token. */
  async ask(path: string): Promise<{ status: number; text: string }> {
    const response = await fetch(`${this.url}${path}`);
    return { status: response.status, text: await response.text() };
  }

  /** The value of one of its figures, by its whole name with labels as they stand in the text; undefined when absent. */
  async figure(name: string): Promise<number | undefined> {
    return figureIn((await this.ask('/metrics')).text, name);
  }
}

/** The value of a figure in a text of Prometheus: the first whose name and labels these are part of. */
export function figureIn(text: string, name: string): number | undefined {
  const [wanted = '', ...labels] = name.split(/[{},]/).filter(Boolean);
  const line = text
    .split('\n')
    .find((one) => /^[^ {]+/.exec(one)?.[0] === wanted && labels.every((label) => one.includes(label)));
  return line === undefined ? undefined : Number(line.slice(line.lastIndexOf(' ') + 1));
}
