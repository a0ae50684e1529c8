import {
  type AllStreamSubscription,
  type AppendToStreamOptions,
  type Credentials,
  EventStoreDBClient,
  type Position,
  type StreamSubscription,
} from '@eventstore/db-client';
import { afterAll, beforeAll } from '@jest/globals';
import { startEngines, type TestEngines } from '#embedded/testing/engines';
import { newStream, noted } from '#embedded/testing/notes';

/** The server to test; without it each file starts an embedded node of its own. */
const url = process.env['EVENTSTORE_URL'];

export interface UnderTest {
  readonly client: () => EventStoreDBClient;
  /** What a client of one's own is made from. */
  readonly url: () => string;
}

/**
 * The suite runs against the embedded node, or against the server that EVENTSTORE_URL names. It speaks to it through
 * the client alone, makes streams of names that nobody else has, and never counts on having the log to itself: others
 * may write while it runs, and the server may hold events of its own.
 */
export function useServer(): UnderTest {
  let engines: TestEngines | null = null;
  let client: EventStoreDBClient | null = null;
  const address = (): string => url ?? engines?.node.connectionString ?? '';
  beforeAll(async () => {
    if (url === undefined) engines = await startEngines();
    client = EventStoreDBClient.connectionString(address());
  }, 60_000);
  afterAll(async () => {
    await client?.dispose();
    await engines?.stop();
  });
  return {
    client: () => {
      if (client === null) throw new Error('the server has not started');
      return client;
    },
    url: address,
  };
}

/** Those in the address, or else those that EventStoreDB has after its installation. */
function credentials(): Credentials {
  const found = /^esdb(?:\+discover)?:\/\/([^:@/]+):([^@/]+)@/.exec(url ?? '');
  const [, username = 'admin', password = 'changeit'] = (found ?? []).map(decodeURIComponent);
  return { username, password };
}

/** An append with credentials goes as a call of its own, one without in the batch that all appends share. */
export const PATHS: readonly (readonly [string, AppendToStreamOptions])[] = [
  ['in the batch', {}],
  ['as a call of its own', { credentials: credentials() }],
];

/** A place in `$all` from which everything that the test writes comes after it. */
export async function place(client: EventStoreDBClient): Promise<Position> {
  const { position } = await client.appendToStream(newStream('place'), noted(0));
  if (position === undefined) throw new Error('an append has a position');
  return position;
}

/** Resolves when the subscription says that it stands: from then on nothing that is appended may be missed. */
export function confirmed(subscription: AllStreamSubscription | StreamSubscription): Promise<void> {
  return new Promise((resolve) => {
    subscription.once('confirmation', () => resolve());
    // An event listener alone does not make the subscription flow.
    subscription.resume().pause();
  });
}

/** Resolves when the subscription has given what was there, and is live. Something must be reading it meanwhile. */
export function caughtUp(subscription: AllStreamSubscription | StreamSubscription): Promise<void> {
  return new Promise((resolve) => {
    subscription.once('caughtUp', () => resolve());
  });
}

/** Whether each is larger than the one before it. */
export function isGrowing(values: readonly bigint[]): boolean {
  return values.every((value, index) => index === 0 || value > (values[index - 1] ?? value));
}
