import { EventStoreDBClient } from '@eventstore/db-client';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { describe, expect, test } from '@jest/globals';
import { newStream, noted } from '#embedded/testing/notes';
import { useServer } from './support.ts';

const { url } = useServer();

/** What the client has learnt of the server, by which it chooses its paths. */
class Curious extends EventStoreDBClient {
  async version(): Promise<string> {
    return (await this.capabilities).serverVersion;
  }

  knows(method: 'read' | 'append' | 'batchAppend'): Promise<boolean> {
    return this.supports(StreamsService[method]);
  }
}

/** The client is made by its own class, whatever class it is asked of, and only a subclass may look inside. */
function curious(): Curious {
  const client = EventStoreDBClient.connectionString(url());
  Object.setPrototypeOf(client, Curious.prototype);
  if (!(client instanceof Curious)) throw new Error('the client has another class now');
  return client;
}

describe('the server features', () => {
  test('say which release the server is, and that it appends in batches', async () => {
    const client = curious();
    expect(await client.version()).toMatch(/^\d+\.\d+\.\d+/);
    for (const method of ['read', 'append', 'batchAppend'] as const) expect(await client.knows(method)).toBe(true);
    await client.dispose();
  });

  test('are asked once, whatever comes first', async () => {
    const client = curious();
    const [result, version] = await Promise.all([client.appendToStream(newStream(), noted(0)), client.version()]);
    expect(result.success).toBe(true);
    expect(await client.version()).toBe(version);
    await client.dispose();
  });
});
