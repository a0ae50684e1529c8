import type { EventStoreDBClient } from '@eventstore/db-client';
import { Client, credentials, Metadata } from '@grpc/grpc-js';
import { LogUnavailable } from '../contract/errors.ts';
import { rest } from '../patience.ts';
import { type ClockOffset, type Look, offsetOf } from './offset.ts';

/** The smallest question that a node answers: what it can do. */
const question = '/event_store.client.server_features.ServerFeatures/GetSupportedMethods';
const answerWithin = 2_000;
/** Enough to see in which part of a second the node changes what it says. */
const looks = 10;
const apart = 110;

/** `untold` when the node does not say its time, `unsteady` when one of the clocks was set in the meantime. */
export type MeasuredClock = ClockOffset | 'untold' | 'unsteady';

/**
 * By how much the clock of this process is ahead of the clock of the node. Takes about a second. A node tells the time
 * only in the `date` of its answers (RFC 9110, 6.6.1), which EventStoreDB and the embedded node both give; an append would
 * tell it to the millisecond, but would leave an event behind.
 *
 * @throws LogUnavailable when the node does not answer in time.
 */
export async function measureClock(client: EventStoreDBClient, signal: AbortSignal): Promise<MeasuredClock> {
  try {
    const found = await lookAtClock(client, signal);
    return found.length === 0 ? 'untold' : (offsetOf(found) ?? 'unsteady');
  } catch (error) {
    throw new LogUnavailable('looking at its clock', { cause: error });
  }
}

/** Empty when the node does not say. */
async function lookAtClock(client: EventStoreDBClient, signal: AbortSignal): Promise<Look[]> {
  const found: Look[] = [];
  for (let i = 0; i < looks && !signal.aborted; i += 1) {
    const look = await lookOnce(client);
    if (!look) return [];
    found.push(look);
    await rest(apart, signal);
  }
  return found;
}

async function lookOnce(client: EventStoreDBClient): Promise<Look | undefined> {
  // The client does not show the headers of an answer; the channel under it does, over which everything else goes too.
  const channelOverride = await client['getChannel']();
  const asking = new Client('', credentials.createInsecure(), { channelOverride });
  const sent = Date.now();
  return new Promise((resolve, reject) => {
    let look: Look | undefined;
    const read = (metadata: Metadata) => {
      const [date] = metadata.get('date');
      const said = typeof date === 'string' ? Date.parse(date) : Number.NaN;
      if (!Number.isNaN(said)) look ??= { sent, received: Date.now(), said };
    };
    const deadline = sent + answerWithin;
    const call = asking.makeUnaryRequest(question, asIs, asIs, nothing, new Metadata(), { deadline }, (error) => {
      // A node that refuses has answered, too, and said when.
      if (error) read(error.metadata);
      if (error && !look) reject(error);
      else resolve(look);
    });
    call.on('metadata', read);
  });
}

const nothing = Buffer.alloc(0);
const asIs = (bytes: Buffer): Buffer => bytes;
