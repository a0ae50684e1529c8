import {
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  type EventStoreDBClient,
  type ResolvedEvent,
  StreamNotFoundError,
} from '@eventstore/db-client';
import type { LoggedEvent } from '../contract/codec.ts';
import { genesisStream } from '../genesis.ts';
import { takenWhole } from '../reading.ts';
import { CannotFollow } from './errors.ts';

/** The last event that a consumer has: where it resumes, and by what the event is recognised. */
export type LastKnown = Pick<LoggedEvent, 'position' | 'id' | 'stream' | 'revision'>;

/**
 * Makes sure that the log is still the one that was followed and still holds what was delivered last. It asks the leader:
 * a follower that lags looks like a log that lost its end.
 *
 * @param after a bare position can only tell that the log is too short, not that it went another way since.
 * @throws CannotFollow when it is another log or a shorter one; whatever the client throws when it cannot be asked.
 */
export async function assertStillThere(
  client: EventStoreDBClient,
  logId: string,
  after: LastKnown | bigint | undefined,
  signal: AbortSignal,
): Promise<void> {
  const genesis = await firstOf(client, genesisStream, 0, signal);
  if (!genesis) throw CannotFollow.shorter('its own beginning');
  if (genesis.id !== logId) throw CannotFollow.otherLog(logId, genesis.id);
  if (after === undefined) return;
  if (typeof after === 'bigint') {
    const end = await endOfAll(client, signal);
    if (end < after) throw CannotFollow.shorter(`position ${after}; it ends at ${end}`);
    return;
  }
  const found = await firstOf(client, after.stream, after.revision, signal);
  if (found?.id !== after.id || found.position !== after.position) {
    throw CannotFollow.shorter(`event ${after.revision} of ${after.stream} as it was delivered`);
  }
}

async function firstOf(
  client: EventStoreDBClient,
  stream: string,
  revision: number,
  signal: AbortSignal,
): Promise<{ id: string; position: bigint | undefined } | undefined> {
  const options = { fromRevision: BigInt(revision), maxCount: 1, requiresLeader: true };
  const take = async (found: AsyncIterable<ResolvedEvent>) => {
    let first: { id: string; position: bigint | undefined } | undefined;
    for await (const { event } of found) {
      if (event && Number(event.revision) === revision) first = { id: event.id, position: event.position?.commit };
    }
    return first;
  };
  try {
    return await takenWhole(client.readStream(stream, options), take, signal);
  } catch (error) {
    if (error instanceof StreamNotFoundError) return undefined;
    throw error;
  }
}

async function endOfAll(client: EventStoreDBClient, signal: AbortSignal): Promise<bigint> {
  const options = { direction: BACKWARDS, fromPosition: END, maxCount: 1, requiresLeader: true } as const;
  const take = async (found: AsyncIterable<AllStreamResolvedEvent>) => {
    let end = -1n;
    for await (const { event } of found) if (event) end = event.position.commit;
    return end;
  };
  return takenWhole(client.readAll(options), take, signal);
}
