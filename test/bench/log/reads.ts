import { END, type EventStoreDBClient, excludeSystemEvents, START } from '@eventstore/db-client';
import { alternate, median, type Side } from '../rounds.ts';
import { Writer } from './appends.ts';
import type { Environment } from './environment.ts';
import { usualEvent } from './sample.ts';

const PER_APPEND = 250;
const AT_ONCE = 4;

/** Fills the log, until it has so many events more. @returns events per second. */
export async function fill(client: EventStoreDBClient, events: number): Promise<number> {
  const began = performance.now();
  let left = Math.ceil(events / PER_APPEND);
  const write = async (writer: number): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await client.appendToStream(`fill-${writer}`, Array.from({ length: PER_APPEND }, usualEvent));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, writer) => write(writer)));
  return (events * 1000) / (performance.now() - began);
}

/** Events per second of `$all` from the start. */
function reading(client: EventStoreDBClient, events: number): Side {
  return async () => {
    const began = performance.now();
    let seen = 0;
    for await (const { event } of client.readAll({ fromPosition: START, maxCount: events })) if (event) seen += 1;
    if (seen !== events) throw new Error(`${seen} events came instead of ${events}`);
    return (events * 1000) / (performance.now() - began);
  };
}

/** Events per second of a subscription from the start, filtered as the product does. */
function delivering(client: EventStoreDBClient, events: number): Side {
  return async () => {
    const began = performance.now();
    const subscription = client.subscribeToAll({ fromPosition: START, filter: excludeSystemEvents() });
    let seen = 0;
    for await (const { event } of subscription) {
      if (event) seen += 1;
      if (seen === events) break;
    }
    const rate = (events * 1000) / (performance.now() - began);
    await subscription.unsubscribe();
    return rate;
  };
}

/**
 * Median milliseconds from the acknowledgement of an append until a live subscription has it. Below zero when it is
 * delivered first: the node tells both at once.
 */
function latency(client: EventStoreDBClient, pings: number): Side {
  return async () => {
    const subscription = client.subscribeToAll({ fromPosition: END, filter: excludeSystemEvents() });
    let delivered: () => void = () => undefined;
    const next = (): Promise<number> =>
      new Promise((resolve) => {
        delivered = () => resolve(performance.now());
      });
    subscription.on('data', () => delivered());
    await new Promise((resolve) => subscription.once('confirmation', resolve));
    const writer = new Writer(client);
    const measured: number[] = [];
    for (let ping = 0; ping < pings; ping += 1) {
      const arrival = next();
      await writer.append();
      const acknowledged = performance.now();
      measured.push((await arrival) - acknowledged);
    }
    await subscription.unsubscribe();
    return median(measured);
  };
}

/** `$all` and subscriptions, each against the bare server in the same rounds. */
export function measureReads({ client, bare, size }: Environment) {
  const { reading: events, pings, rounds } = size;
  return alternate(
    {
      read: reading(client, events),
      readBare: reading(bare, events),
      delivered: delivering(client, events),
      deliveredBare: delivering(bare, events),
      latency: latency(client, pings),
      latencyBare: latency(bare, pings),
    },
    rounds,
  );
}
