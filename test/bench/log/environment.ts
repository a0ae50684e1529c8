import { EventStoreDBClient } from '@eventstore/db-client';
import { esdbConnectionString } from '#embedded/node/start-node';
import { numberIn, scriptBeside, startChild } from '../child.ts';
import { type BenchEngines, startBenchEngines } from '../engines.ts';
import type { Size } from './size.ts';

/** Everything that is measured: the engines of the product, and the bare server beside them. */
export interface Environment extends BenchEngines {
  readonly size: Size;
  /** The client against the embedded node, and the same client against the bare server. */
  readonly client: EventStoreDBClient;
  readonly bare: EventStoreDBClient;
  /** And against a bare server that commits a bare row before it answers. */
  readonly storing: EventStoreDBClient;
}

/** Starts the engines, and the bare servers in processes of their own. */
export async function startEnvironment(size: Size): Promise<Environment> {
  const engines = await startBenchEngines('bench-log');
  const env = { BENCH_EVENTS: String(size.reading) };
  const script = scriptBeside(import.meta.url, 'ceiling-server');
  const ceiling = await startChild(script, env);
  const storer = await startChild(script, { ...env, BENCH_DATABASE: engines.nearDatabaseUrl });
  const client = EventStoreDBClient.connectionString(engines.node.connectionString);
  const bare = EventStoreDBClient.connectionString(esdbConnectionString(numberIn(ceiling.told, 'port')));
  const storing = EventStoreDBClient.connectionString(esdbConnectionString(numberIn(storer.told, 'port')));
  const stop = async (): Promise<void> => {
    await Promise.all([ceiling.stop(), storer.stop()]);
    await engines.stop();
  };
  return { ...engines, size, client, bare, storing, stop };
}
