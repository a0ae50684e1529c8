import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDatabase } from '../../testing/engines.ts';
import { Log } from '../store/log.ts';
import { NodeServer } from './server.ts';

let database: Awaited<ReturnType<typeof startDatabase>>;
let log: Log;
beforeAll(async () => {
  database = await startDatabase();
  log = await Log.open({ connectionString: database.postgres.connectionString(), onFailure: () => undefined });
}, 60_000);
afterAll(async () => {
  await log.close();
  await database.stop();
});

describe("the node's door, where it cannot listen", () => {
  test('given a port that another program has, then that is said', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const server = new NodeServer(log);
    await expect(server.listen('127.0.0.1', port)).rejects.toMatchObject({ code: 'port-in-use', port });
    await server.close();
    other.close();
  });

  test('given an address that is not of this machine, then it does not say that a port is taken', async () => {
    const server = new NodeServer(log);
    // An address for documentation alone (RFC 5737).
    const refused = server.listen('192.0.2.1', 0);
    await expect(refused).rejects.toThrow('EADDRNOTAVAIL');
    await expect(refused).rejects.not.toMatchObject({ code: 'port-in-use' });
    await server.close();
  });
});
