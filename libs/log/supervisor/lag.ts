import { type AllStreamResolvedEvent, type EventStoreDBClient, START } from '@eventstore/db-client';
import { isSystem } from '../contract/system-events.ts';
import { takenWhole } from '../reading.ts';

/** How far a reader is behind the end of the log, as it was measured. */
export interface Lag {
  /** Events that stand in the log and were not delivered. */
  readonly events: number;
  /** True when counting stopped: there may be more. */
  readonly isAtLeast: boolean;
  /** How long the oldest of them has been waiting, by the clocks of node and reader; 0 when none waits. */
  readonly seconds: number;
  readonly measuredAt: Date;
  /** With no event waiting: everything up to here was looked at. */
  readonly clearTo: bigint | undefined;
}

/**
 * Counts what stands in `$all` after a position. System events do not count: nobody is given those.
 *
 * It is asked of the leader: a node that was cut off from its cluster would say that there is nothing new. On one that is
 * not, the client moves to the leader, and this look fails.
 *
 * @throws whatever the client throws, and Error when there was no answer in time.
 */
export async function measureLag(
  client: EventStoreDBClient,
  options: { after: bigint | undefined; countUpTo: number; signal?: AbortSignal },
): Promise<Lag> {
  const { after, countUpTo, signal } = options;
  const fromPosition = after === undefined ? START : { commit: after, prepare: after };
  // One more, because a read begins at the position itself.
  const maxCount = countUpTo + 1;
  const reading = client.readAll({ fromPosition, maxCount, requiresLeader: true });
  const count = async (found: AsyncIterable<AllStreamResolvedEvent>) => {
    const lag = { events: 0, oldest: undefined as Date | undefined, seen: 0, last: after };
    for await (const { event } of found) {
      lag.seen += 1;
      if (!event || (after !== undefined && event.position.commit <= after)) continue;
      lag.last = event.position.commit;
      if (isSystem({ stream: event.streamId, type: event.type })) continue;
      lag.events += 1;
      lag.oldest ??= event.created;
    }
    return lag;
  };
  const { events, oldest, seen, last } = await takenWhole(reading, count, signal);
  const measuredAt = new Date();
  const seconds = oldest ? Math.max(0, (measuredAt.getTime() - oldest.getTime()) / 1_000) : 0;
  return { events, isAtLeast: seen >= maxCount, seconds, measuredAt, clearTo: events === 0 ? last : undefined };
}
