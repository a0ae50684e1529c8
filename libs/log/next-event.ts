import { type AllStreamResolvedEvent, BACKWARDS, END, type EventStoreDBClient, START } from '@eventstore/db-client';
import { isSystem } from './contract/system-events.ts';
import { patience, withTimeLimit } from './patience.ts';
import { takenWhole } from './reading.ts';

/** As little of an event as any release can read. */
export interface NextEvent {
  readonly position: bigint;
  /** When it was recorded (UTC), as its envelope says. */
  readonly recordedAt: string;
}

/** On a server that was quiet for long, system events stand between; so many are looked at in one call. */
const atOnce = 500;

/**
 * The first event after a position; undefined at the end of the log. It is asked of the leader: a node that was cut off from
 * its cluster would say that there is nothing new.
 *
 * @throws whatever the client throws, and Error when there was no answer in time.
 */
export function nextEvent(client: EventStoreDBClient, after: bigint | undefined): Promise<NextEvent | undefined> {
  const find = async () => {
    for (let from = after; ; ) {
      const page = await pageAfter(client, from);
      const found = page.find(({ event }) => event && !isSystem({ stream: event.streamId, type: event.type }));
      const last = page.at(-1)?.event;
      if (found?.event)
        return { position: found.event.position.commit, recordedAt: recordedAtOf(found.event.metadata) };
      if (!last) return undefined;
      from = last.position.commit;
    }
  };
  return withTimeLimit(find(), patience.call);
}

/**
 * The last event of the log; undefined when all that stands at its end are system events, or nothing. Asked of the leader.
 *
 * @throws whatever the client throws, and Error when there was no answer in time.
 */
export function lastEvent(client: EventStoreDBClient): Promise<NextEvent | undefined> {
  const reading = client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: atOnce, requiresLeader: true });
  return takenWhole(reading, async (found) => {
    let last: NextEvent | undefined;
    for await (const { event } of found) {
      if (last || !event || isSystem({ stream: event.streamId, type: event.type })) continue;
      last = { position: event.position.commit, recordedAt: recordedAtOf(event.metadata) };
    }
    return last;
  });
}

async function pageAfter(client: EventStoreDBClient, after: bigint | undefined): Promise<AllStreamResolvedEvent[]> {
  const fromPosition = after === undefined ? START : { commit: after, prepare: after };
  const page: AllStreamResolvedEvent[] = [];
  const reading = client.readAll({ fromPosition, maxCount: atOnce, requiresLeader: true });
  return takenWhole(reading, async (found) => {
    // A read begins at the position itself.
    for await (const resolved of found) {
      const position = resolved.event?.position.commit;
      if (position !== undefined && (after === undefined || position > after)) page.push(resolved);
    }
    return page;
  });
}

/** What carries no moment may be of any. */
function recordedAtOf(metadata: unknown): string {
  const isEnvelope = typeof metadata === 'object' && metadata !== null && 'recordedAt' in metadata;
  return isEnvelope ? String(metadata.recordedAt) : '';
}
