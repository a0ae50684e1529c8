import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '#embedded/folder/ports';
import type { SignInRole } from '#identity/roles';
import { TokenAuthority } from '#identity/token-authority';
import { idOf } from '../../support/events.ts';
import { startRedis, type TestRedis } from '../../support/redis.ts';
import { Installation, type Part } from '../installation.ts';
import { Service } from './service.ts';

const SERVERS = 2;
const WORKERS = 2;

/** Where the jobs wait. */
export type JobBackend = 'postgres' | 'redis';

/** A server, and where it answers. */
export interface Answering {
  readonly service: Service;
  readonly url: string;
}

/**
 * The product with all of its parts, several of some, each in a process of its own, all of them to be killed: PostgreSQL,
 * the log node, Redis when the jobs wait there, servers and workers, and a server and a worker of the next release.
 */
export class WholeProduct {
  readonly engines: Installation;
  readonly tokens: Readonly<Record<'lead' | 'admin' | 'auditor', string>>;
  readonly servers: readonly Answering[];
  readonly workers: readonly Service[];
  /** Of the next release; they run only while two releases run at once. */
  readonly nextServer: Answering;
  readonly nextWorker: Service;
  readonly #folder: string;
  #redis: TestRedis | undefined;

  private constructor(given: Pick<WholeProduct, 'engines' | 'tokens'> & Made) {
    this.engines = given.engines;
    this.tokens = given.tokens;
    this.servers = given.servers;
    this.workers = given.workers;
    this.nextServer = given.nextServer;
    this.nextWorker = given.nextWorker;
    this.#folder = given.folder;
    this.#redis = given.redis;
  }

  /** Starts everything on an empty folder; the next release does not run yet. */
  static async start(folder: string, jobs: JobBackend): Promise<WholeProduct> {
    const engines = await new Installation({ folder }).start();
    await mkdir(join(folder, 'logs'), { recursive: true });
    const redis = jobs === 'redis' ? await startRedis(folder) : undefined;
    const authority = await TokenAuthority.open(folder);
    // The ids of what is made follow from who made it, so these people are the same in every run.
    const token = (role: SignInRole): Promise<string> => authority.issue(role, { actor: idOf(role) });
    const tokens = { lead: await token('lead'), admin: await token('admin'), auditor: await token('auditor') };
    const made = await makeServices({ folder, engines, redis });
    const product = new WholeProduct({ engines, tokens, ...made });
    await Promise.all(product.usual.map((service) => service.start()));
    return product;
  }

  get databaseUrl(): string {
    return this.engines.postgres.connectionString();
  }

  get redisUrl(): string | undefined {
    return this.#redis?.url;
  }

  /** The servers and workers of this release. */
  get usual(): readonly Service[] {
    return [...this.servers.map(({ service }) => service), ...this.workers];
  }

  get next(): readonly Service[] {
    return [this.nextServer.service, this.nextWorker];
  }

  /** The servers that are meant to be there. */
  get answering(): readonly Answering[] {
    return [...this.servers, this.nextServer].filter(({ service }) => service.isWanted);
  }

  async killEngines(...parts: readonly Part[]): Promise<void> {
    await this.engines.kill(...parts);
  }

  async killRedis(): Promise<void> {
    await this.#redis?.kill();
  }

  /** Starts the engines again that these are; Redis comes back empty. */
  async reviveEngines(...parts: readonly (Part | 'redis')[]): Promise<void> {
    if (parts.includes('postgres')) await this.engines.startPostgres();
    if (parts.includes('node')) await this.engines.startNode();
    if (parts.includes('redis')) this.#redis = await startRedis(this.#folder, this.#redis?.port);
  }

  /** Waits until everything that is meant to be there is ready. */
  async ready(): Promise<void> {
    await Promise.all([...this.usual, ...this.next].map((service) => service.ready()));
  }

  /** What ended although nobody killed it, in words. */
  get ends(): readonly string[] {
    return [...this.usual, ...this.next].flatMap(({ ends }) => ends);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.usual, ...this.next].map((service) => service.kill()));
    await this.#redis?.kill();
    await this.engines.stop();
  }
}

interface Made {
  readonly folder: string;
  readonly redis: TestRedis | undefined;
  readonly servers: readonly Answering[];
  readonly workers: readonly Service[];
  readonly nextServer: Answering;
  readonly nextWorker: Service;
}

interface On {
  readonly folder: string;
  readonly engines: Installation;
  readonly redis: TestRedis | undefined;
}

async function makeServices({ folder, engines, redis }: On): Promise<Made> {
  const common = {
    SAMENSPEL_LOG_URL: engines.node.connectionString,
    SAMENSPEL_DATABASE_URL: engines.postgres.connectionString(),
    SAMENSPEL_DATA: folder,
    SAMENSPEL_PURPOSE: 'production',
    SAMENSPEL_WORKER_PORT: '0',
    ...(redis && { SAMENSPEL_REDIS_URL: redis.url }),
  };
  const serviceOf = (kind: Service['options']['kind'], release: Service['options']['release'], number: number) => {
    const name = `${kind}-${release}-${number}`;
    return { name, kind, release, logFile: join(folder, 'logs', `${name}.log`) };
  };
  const server = async (release: Service['options']['release'], number: number): Promise<Answering> => {
    const port = await freePort();
    const env = { ...common, SAMENSPEL_PORT: String(port) };
    const service = new Service({ ...serviceOf('server', release, number), env });
    return { service, url: `http://127.0.0.1:${port}` };
  };
  const worker = (release: Service['options']['release'], number: number): Service =>
    new Service({ ...serviceOf('worker', release, number), env: common });
  const servers: Answering[] = [];
  for (let number = 1; number <= SERVERS; number += 1) servers.push(await server('this', number));
  return {
    folder,
    redis,
    servers,
    workers: Array.from({ length: WORKERS }, (_, index) => worker('this', index + 1)),
    nextServer: await server('next', 1),
    nextWorker: worker('next', 1),
  };
}
