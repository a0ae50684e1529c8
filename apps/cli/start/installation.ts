import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sentence } from '#domain/kernel/decision';
import { environmentOf } from '#embedded/node/process';
import { ChildrenFile } from '../installation/children.ts';
import type { Ports } from '../installation/ports.ts';
import { line, step } from '../terminal/output.ts';
import { ChildPart } from './child-part.ts';
import type { Part, PartEvents } from './part.ts';
import { PostgresPart } from './postgres-part.ts';

const LOG_LIMIT = 16 * 1024 * 1024;
/** `dist`, from `dist/apps/cli/start`. */
const built = fileURLToPath(new URL('../../../', import.meta.url));

export interface InstallationOptions {
  /** The data folder, absolute; its run lock is held by the caller. */
  readonly data: string;
  readonly port: number;
  readonly ports: Ports;
  readonly purpose: 'production' | 'example';
  /** Told when a part keeps dying: the installation cannot go on. */
  readonly onGiveUp: (sentence: Sentence, cause?: unknown) => void;
}

/**
 * The processes of one installation: PostgreSQL, the log node, the worker and the server. They are started in that
 * order and stopped in the opposite one, so that whoever uses a part is gone before it.
 */
export class Installation {
  readonly logUrl: string;
  readonly #options: InstallationOptions;
  readonly #children: ChildrenFile;
  readonly #postgres: PostgresPart;
  readonly #logs: string;
  #parts: Part[] = [];
  #stopping = false;

  constructor(options: InstallationOptions) {
    this.#options = options;
    this.#children = new ChildrenFile(options.data);
    this.#logs = join(options.data, 'logs');
    this.logUrl = `esdb://127.0.0.1:${options.ports.node}?tls=false`;
    this.#postgres = new PostgresPart(options.data, options.ports.postgres, this.#events());
  }

  get databaseUrl(): string {
    return this.#postgres.url;
  }

  /** Where the worker tells how it is doing. */
  get workerUrl(): string {
    return `http://127.0.0.1:${this.#options.ports.worker}`;
  }

  /** The process numbers of the parts that are there now, by name. */
  get pids(): Record<string, number> {
    const there = this.#parts.filter((part) => part.pid !== undefined);
    return Object.fromEntries(there.map((part) => [part.name, part.pid ?? 0]));
  }

  /** Starts PostgreSQL and the log: what `verify` needs. */
  async startEngines(): Promise<void> {
    await mkdir(this.#logs, { recursive: true, mode: 0o700 });
    this.#parts = [this.#postgres];
    await step({ nl: 'PostgreSQL starten', en: 'Starting PostgreSQL' }, () => this.#postgres.start());
    const node = await this.#child('node', 'libs/embedded/node/main.js');
    await step({ nl: 'Logboek starten', en: 'Starting the log' }, () => node.start());
  }

  /** Starts everything, each step said with its time. */
  async start(): Promise<void> {
    await this.startEngines();
    const server = await this.#child('server', 'apps/server/main.js');
    const worker = await this.#child('worker', 'apps/worker/main.js');
    await step({ nl: 'Server en verwerker starten', en: 'Starting server and worker' }, async () => {
      await Promise.all([server.start(), worker.start()]);
    });
  }

  /** Stops everything in order. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const order = ['server', 'worker', 'node', 'postgres'];
    const parts = this.#parts.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
    for (const part of parts) await part.stop();
    await this.#children.remove();
  }

  /** Ends everything at once; PostgreSQL recovers at the next start. */
  kill(): void {
    this.#stopping = true;
    for (const part of this.#parts) part.kill();
  }

  async #child(name: string, module: string): Promise<Part> {
    const logFile = join(this.#logs, `${name}.log`);
    // A stop that came while an earlier part was starting.
    if (this.#stopping) throw new Error('Stopped before it was started');
    await keepSmall(logFile);
    const options = { name, module: join(built, module), environment: this.#environment(), logFile };
    const part = new ChildPart(options, this.#events());
    this.#parts.push(part);
    return part;
  }

  #environment(): NodeJS.ProcessEnv {
    const { data, port, ports, purpose } = this.#options;
    return {
      ...process.env,
      ...environmentOf({ connectionString: this.#postgres.nearUrl, port: ports.node }),
      SAMENSPEL_LOG_URL: this.logUrl,
      SAMENSPEL_DATABASE_URL: this.#postgres.url,
      SAMENSPEL_DATA: data,
      SAMENSPEL_HOST: '127.0.0.1',
      SAMENSPEL_PORT: String(port),
      SAMENSPEL_WORKER_HOST: '127.0.0.1',
      SAMENSPEL_WORKER_PORT: String(ports.worker),
      SAMENSPEL_PURPOSE: purpose,
    };
  }

  #events(): PartEvents {
    return {
      started: (name, pid) => void this.#children.note(name, pid).catch((error: unknown) => this.#note(String(error))),
      restarting: (name, how) => {
        this.#note(`${name} stopped unexpectedly (${how.en}); starting it again`);
        line({
          nl: `  ! ${name} stopte onverwacht (${how.nl}) en wordt opnieuw gestart`,
          en: `  ! ${name} stopped unexpectedly (${how.en}) and is started again`,
        });
      },
      gaveUp: (sentence, cause) => this.#options.onGiveUp(sentence, cause),
    };
  }

  /** What the operator may want to read afterwards goes beside the logs of the parts. */
  #note(text: string): void {
    const noted = JSON.stringify({ time: new Date().toISOString(), msg: text });
    // Losing this line, on a full disk for example, must not stop the parts.
    void appendFile(join(this.#logs, 'supervisor.log'), `${noted}\n`).catch(() => undefined);
  }
}

/** Keeps one older log beside the current one. */
async function keepSmall(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found && found.size > LOG_LIMIT) await rename(file, `${file}.1`);
}
