import { type EventStoreDBClient as Client, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startEngines, type TestEngines } from '#embedded/testing/engines';
import { openOrStart } from './beginning.ts';
import { Log } from './log.ts';

let engines: TestEngines;
let client: Client;
beforeEach(async () => {
  engines = await startEngines();
  client = EventStoreDBClient.connectionString(engines.node.connectionString);
}, 60_000);
afterEach(async () => {
  await client.dispose();
  await engines.stop();
});

const options = { purpose: 'production', now: () => '2026-01-05T09:00:00.000Z' } as const;
const connect = () => Log.connect(engines.node.connectionString, options);
const placed = jsonEvent({ type: 'OrderPlaced', data: { n: 1 } });

async function streams(): Promise<string[]> {
  const found: string[] = [];
  for await (const { event } of client.readAll()) found.push(event?.streamId ?? '');
  return found;
}

describe('a log that is begun', () => {
  test('given events of another product, then nothing is written among them, and it is said at once', async () => {
    await client.appendToStream('orders-1', placed);
    const refused = connect();
    await expect(refused).rejects.toMatchObject({ code: 'log-not-ours', sentence: { nl: expect.any(String) } });
    expect(await streams()).toEqual(['orders-1']);
  });

  test('given events of the server itself alone, then it is begun behind them', async () => {
    await client.appendToStream('$stats-1', jsonEvent({ type: '$statsCollected', data: {} }));
    const log = await connect();
    expect(await streams()).toEqual(['$stats-1', 'samenspel-log']);
    await log.close();
  });

  test('given that another process begins it between two looks, then it is the log of both', async () => {
    const { id } = await openOrStart(client, options);
    const read = client.readStream.bind(client);
    const look = jest.spyOn(client, 'readStream').mockImplementationOnce(() => read('not-begun-yet'));
    expect(await openOrStart(client, options)).toEqual({ id, purpose: 'production' });
    expect(look).toHaveBeenCalledTimes(2);
    expect(await streams()).toEqual(['samenspel-log']);
  });
});
