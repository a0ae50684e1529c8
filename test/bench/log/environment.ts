import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EventStoreDBClient } from '@eventstore/db-client';
import { type SpawnedNode, spawnNode } from '#embedded/node/spawn-node';
import { esdbConnectionString } from '#embedded/node/start-node';
import { removePostgres, startPostgres } from '#embedded/postgres/start-postgres';
import { temporaryFolder } from '../../support/product.ts';
import { numberIn, startChild } from './child.ts';
import type { Size } from './rounds.ts';

/** Everything that is measured: the engines of the product, and the bare server beside them. */
export interface Environment {
  readonly size: Size;
  readonly folder: string;
  readonly databaseUrl: string;
  readonly node: SpawnedNode;
  /** The client against the embedded node, and the same client against the bare server. */
  readonly client: EventStoreDBClient;
  readonly bare: EventStoreDBClient;
  stop(): Promise<void>;
}

/** The compiled file beside this one. */
export function scriptOf(name: string): string {
  return fileURLToPath(new URL(`./${name}.js`, import.meta.url));
}

/** Starts PostgreSQL as the product does, the node in a process of its own, and the bare server in another. */
export async function startEnvironment(size: Size): Promise<Environment> {
  const folder = await temporaryFolder('bench-log');
  const postgres = await startPostgres({ folder: join(folder, 'data') });
  const databaseUrl = postgres.connectionString();
  const node = await spawnNode({ connectionString: databaseUrl });
  const ceiling = await startChild(scriptOf('ceiling-server'), { BENCH_EVENTS: String(size.reading) });
  const client = EventStoreDBClient.connectionString(node.connectionString);
  const bare = EventStoreDBClient.connectionString(esdbConnectionString(numberIn(ceiling.told, 'port')));
  const stop = async (): Promise<void> => {
    await ceiling.stop();
    await node.stop();
    await postgres.stop();
    await removePostgres(join(folder, 'data'));
    await rm(folder, { recursive: true, force: true });
  };
  return { size, folder, databaseUrl, node, client, bare, stop };
}
