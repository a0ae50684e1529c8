import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LogNode, type NodeOptions, startNode } from '../node/start-node.ts';
import { type EmbeddedPostgres, removePostgres, startPostgres } from '../postgres/start-postgres.ts';

export interface TestEngines {
  readonly postgres: EmbeddedPostgres;
  readonly node: LogNode;
  stop(): Promise<void>;
}

/** A data folder that a test can fill and break, and its removal. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'samenspel-test-'));
  return { path, remove };
  async function remove(): Promise<void> {
    await removePostgres(path);
    await rm(path, { recursive: true, force: true });
  }
}

/** PostgreSQL of its own for one test file, in a folder that goes with it. */
export async function startDatabase(): Promise<{ postgres: EmbeddedPostgres; stop: () => Promise<void> }> {
  const folder = await temporaryFolder();
  const postgres = await startPostgres({ folder: folder.path });
  // PostgreSQL outlives its parent by design; a test run that ends before its `stop` must not leave it behind.
  const abandon = (): void => void process.kill(postgres.pid, 'SIGQUIT');
  process.once('exit', abandon);
  return {
    postgres,
    stop: async () => {
      await postgres.stop();
      process.off('exit', abandon);
      await folder.remove();
    },
  };
}

/** PostgreSQL and a log node of their own for one test file. */
export async function startEngines(options: Partial<NodeOptions> = {}): Promise<TestEngines> {
  const { postgres, stop } = await startDatabase();
  const node = await startNode({ connectionString: postgres.nearConnectionString(), ...options });
  return {
    postgres,
    node,
    stop: async () => {
      await node.close();
      await stop();
    },
  };
}
