import type { SpawnOptions } from '#embedded/node/spawn-node';
import { temporaryFolder } from '#embedded/testing/engines';
import { http2, postgresql } from '#embedded/testing/frames';
import { Line } from '#embedded/testing/line';
import { Installation } from '../installation.ts';
import type { Setting } from '../verdict.ts';

/** An installation of which both connections go over a line that can be cut or frozen. */
export interface Lined {
  readonly installation: Installation;
  /** Between the node and PostgreSQL. */
  readonly toPostgres: Line;
  /** Between clients and the node. */
  readonly toNode: Line;
  /** Where clients find the node: behind the line. */
  readonly address: string;
  close(): Promise<void>;
}

export async function startLined({ entry }: Setting, more: Partial<SpawnOptions> = {}): Promise<Lined> {
  const folder = await temporaryFolder();
  const options = { folder: folder.path, ...more, ...(entry === undefined ? {} : { entry }) };
  const installation = new Installation(options);
  await installation.startPostgres();
  const { postgres } = installation;
  const toPostgres = await Line.open(postgres.port, postgresql);
  const connectionString = postgres.connectionString().replace(`:${postgres.port}/`, `:${toPostgres.port}/`);
  await installation.startNode({ connectionString });
  const toNode = await Line.open(installation.node.port, http2);
  return {
    installation,
    toPostgres,
    toNode,
    address: `esdb://127.0.0.1:${toNode.port}?tls=false`,
    close: async () => {
      for (const line of [toNode, toPostgres]) line.close();
      await installation.stop();
      await folder.remove();
    },
  };
}
