import { type NodeExit, type SpawnedNode, type SpawnOptions, spawnNode } from '#embedded/node/spawn-node';
import { type EmbeddedPostgres, type PostgresExit, startPostgres } from '#embedded/postgres/start-postgres';

export type Part = 'node' | 'postgres';

export interface InstallationOptions extends Omit<SpawnOptions, 'connectionString' | 'port'> {
  /** The data folder. */
  readonly folder: string;
}

/**
 * PostgreSQL and the log node as the product runs them, with a supervisor that kills instead of caring. Both come back
 * at the ports that they had, so clients and the surviving part find them again.
 */
export class Installation {
  /** What ended although nobody killed it or asked it to, in words. */
  readonly surprises: string[] = [];
  /** How often something ended by itself after it was forgiven. */
  forgiven = 0;
  readonly #options: InstallationOptions;
  readonly #killed = new Set<number>();
  readonly #forgiven = new Set<number>();
  readonly #gone = new Set<number>();
  #postgres: EmbeddedPostgres | null = null;
  #node: SpawnedNode | null = null;
  #nodePort: number | undefined;
  #isReviving = false;
  /** PostgreSQL outlives its parent by design; a run that is interrupted must not leave it behind. */
  readonly #abandon = (): void => {
    if (this.#postgres !== null && !this.#gone.has(this.#postgres.pid)) process.kill(this.#postgres.pid, 'SIGQUIT');
  };

  constructor(options: InstallationOptions) {
    this.#options = options;
  }

  get postgres(): EmbeddedPostgres {
    if (this.#postgres === null) throw new Error('PostgreSQL was not started');
    return this.#postgres;
  }

  get node(): SpawnedNode {
    if (this.#node === null) throw new Error('the node was not started');
    return this.#node;
  }

  async start(): Promise<this> {
    await this.startPostgres();
    await this.startNode();
    return this;
  }

  async startPostgres(): Promise<void> {
    const port = this.#postgres?.port;
    const postgres = await startPostgres({ folder: this.#options.folder, ...(port === undefined ? {} : { port }) });
    if (this.#postgres === null) process.once('exit', this.#abandon);
    this.#postgres = postgres;
    postgres.onExit((exit) => this.#note('postgres', postgres.pid, exit));
  }

  /** @param more settings for this start only. */
  async startNode(more: Partial<SpawnOptions> = {}): Promise<void> {
    const port = this.#nodePort;
    const node = await spawnNode({
      ...this.#options,
      connectionString: this.postgres.nearConnectionString(),
      ...(port === undefined ? {} : { port }),
      ...more,
    });
    this.#node = node;
    this.#nodePort = node.port;
    node.onExit((exit) => this.#note('node', node.pid, exit));
  }

  /** As `kill -9` does, all at the same moment; returns when they are gone. */
  async kill(...parts: readonly Part[]): Promise<void> {
    const engines = parts.map((part) => (part === 'node' ? this.node : this.postgres));
    const gone = engines.map((engine) => new Promise<void>((resolve) => engine.onExit(() => resolve())));
    for (const { pid } of engines) {
      this.#killed.add(pid);
      process.kill(pid, 'SIGKILL');
    }
    await Promise.all(gone);
  }

  /** From here on these may end by themselves. */
  forgive(): void {
    for (const { pid } of [this.node, this.postgres]) this.#forgiven.add(pid);
  }

  /** Starts what has ended, as its supervisor does. */
  async revive(): Promise<void> {
    if (this.#isReviving) return;
    this.#isReviving = true;
    try {
      if (this.#gone.has(this.postgres.pid)) await this.startPostgres();
      if (this.#gone.has(this.node.pid)) await this.startNode();
    } finally {
      this.#isReviving = false;
    }
  }

  async stop(): Promise<void> {
    await this.#node?.stop();
    await this.#postgres?.stop();
    process.off('exit', this.#abandon);
  }

  #note(part: Part, pid: number, { code, signal, unexpected }: NodeExit | PostgresExit): void {
    this.#gone.add(pid);
    if (!unexpected) return;
    if (this.#forgiven.has(pid)) this.forgiven += 1;
    else if (!this.#killed.has(pid)) this.surprises.push(`${part} ended by itself (${signal ?? code})`);
  }
}
