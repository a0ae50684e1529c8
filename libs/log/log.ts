import {
  type AppendToStreamOptions,
  EventStoreDBClient,
  MaxAppendSizeExceededError,
  NO_STREAM,
  START,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import type { Beginning } from './beginning.ts';
import { type MeasuredClock, measureClock } from './clock/look.ts';
import { type Connecting, connected } from './connecting.ts';
import { type Draft, decode, encode, type LoggedEvent } from './contract/codec.ts';
import { isContractFault, LogUnavailable } from './contract/errors.ts';
import { isSystem } from './contract/system-events.ts';
import type { Purpose } from './genesis.ts';
import { lastEvent, type NextEvent, nextEvent } from './next-event.ts';
import { delay, patience, SharedTimeLimit, type Supervision, supervision } from './patience.ts';
import { endRead, takenWhole } from './reading.ts';
import { type Lag, measureLag } from './supervisor/lag.ts';
import type { LastKnown } from './supervisor/last-known.ts';
import { type SubscriptionStatus, Supervisor, type Witnesses } from './supervisor/supervisor.ts';

/** What an append came to. An unknown outcome is for the caller to resolve, by appending the same events again. */
export type Appended =
  | { readonly outcome: 'appended'; readonly revision: number; readonly position: bigint }
  | { readonly outcome: 'wrong-revision' }
  /** More than the log takes in one append; nothing was done, and trying again is of no use. */
  | { readonly outcome: 'too-large' }
  | { readonly outcome: 'unknown'; readonly cause: unknown };

export interface LogOptions extends Connecting {
  /** Told when the subscription was dropped and will be resumed. */
  readonly onDropped?: Witnesses['onDropped'];
  /** Told when a consumer is too far behind, and when it no longer is. */
  readonly onLag?: Witnesses['onLag'];
  /** Other times than the usual for watching over the subscription. */
  readonly supervision?: Partial<Supervision>;
}

/**
 * The log, through `@eventstore/db-client`: the only way to it, for the embedded node and a cluster alike. A process has
 * one, because the client shares the pending appends of all its instances.
 */
export class Log {
  /** The id of the genesis event. */
  readonly id: string;
  readonly purpose: Purpose;
  private supervisor: Supervisor | undefined;

  private constructor(
    private readonly client: EventStoreDBClient,
    genesis: Beginning,
    private readonly options: LogOptions,
  ) {
    this.id = genesis.id;
    this.purpose = genesis.purpose;
  }

  /**
   * Connects, and starts the log when it is empty.
   *
   * @throws LogUnavailable when no node answered within the patience; LogNotOurs when it holds events of something else.
   */
  static async connect(url: string, options: LogOptions): Promise<Log> {
    const { client, genesis } = await connected(url, options);
    return new Log(client, genesis, options);
  }

  /**
   * Appends in one transaction, or not at all.
   *
   * @param expected the revision of the last event that the caller knows of, -1 for none.
   */
  async append(stream: string, expected: number, drafts: readonly Draft[]): Promise<Appended> {
    try {
      const expectedRevision = expected < 0 ? NO_STREAM : BigInt(expected);
      const how: AppendToStreamOptions = { expectedRevision, deadline: patience.appendDeadline };
      const result = await appends.of(this.client.appendToStream(stream, drafts.map(encode), how));
      if (!result.position) return { outcome: 'unknown', cause: new Error('The log gave no position') };
      return { outcome: 'appended', revision: Number(result.nextExpectedRevision), position: result.position.commit };
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) return { outcome: 'wrong-revision' };
      if (error instanceof MaxAppendSizeExceededError) return { outcome: 'too-large' };
      if (isContractFault(error)) throw error;
      return { outcome: 'unknown', cause: error };
    }
  }

  /**
   * A stream's events from a revision on, in order; empty when there is no such stream. Asked of the leader, because what
   * is refused rests on it: a node that lags would not have what was acknowledged a moment ago.
   *
   * @throws LogUnavailable when the node does not answer in time.
   */
  async readStream(stream: string, options: { from?: number; limit?: number } = {}): Promise<LoggedEvent[]> {
    const reading = this.client.readStream(stream, {
      fromRevision: BigInt(options.from ?? 0),
      ...(options.limit && { maxCount: options.limit }),
      requiresLeader: true,
    });
    try {
      return await takenWhole(reading, async (found) => {
        const events: LoggedEvent[] = [];
        for await (const resolved of found) events.push(decode(resolved));
        return events;
      });
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      if (isContractFault(error)) throw error;
      throw new LogUnavailable(`reading ${stream}`, { cause: error });
    }
  }

  /**
   * Every event after that position, in log order, up to the end as it is now. System events are left out. Who leaves it
   * before its end leaves nothing open at the node.
   *
   * @throws LogUnavailable when the node is lost meanwhile.
   */
  async *readAll(options: { after?: bigint } = {}): AsyncGenerator<LoggedEvent> {
    const { after } = options;
    const reading = this.client.readAll({
      fromPosition: after === undefined ? START : { commit: after, prepare: after },
    });
    try {
      for await (const resolved of reading) {
        const { event: found } = resolved;
        if (!found || isSystem({ stream: found.streamId, type: found.type })) continue;
        const event = decode(resolved);
        if (after === undefined || event.position > after) yield event;
      }
    } catch (error) {
      if (isContractFault(error)) throw error;
      throw new LogUnavailable('reading the log', { cause: error });
    } finally {
      await endRead(reading);
    }
  }

  /**
   * The first event after that position, as far as any release can read it; undefined at the end of the log.
   *
   * @throws LogUnavailable when the leader does not answer in time.
   */
  async next(after: bigint | undefined): Promise<NextEvent | undefined> {
    try {
      return await nextEvent(this.client, after);
    } catch (error) {
      throw new LogUnavailable('looking for what comes next', { cause: error });
    }
  }

  /**
   * The last event that was recorded, as far as any release can read it; undefined of a log that only system events end.
   *
   * @throws LogUnavailable when the leader does not answer in time.
   */
  async last(): Promise<NextEvent | undefined> {
    try {
      return await lastEvent(this.client);
    } catch (error) {
      throw new LogUnavailable('looking for what came last', { cause: error });
    }
  }

  /**
   * Every event after that position, in log order, and then those to come, each once, until the signal ends. A supervisor
   * keeps it going over whatever happens to connection and node. A process needs one, and hands out inside.
   *
   * @throws CannotFollow when this is another log than before, a shorter one, or one that this release cannot read.
   */
  subscribe(options: { after?: LastKnown | bigint; signal: AbortSignal }): AsyncGenerator<LoggedEvent> {
    const { onDropped = ignore, onLag = ignore } = this.options;
    this.supervisor = new Supervisor({
      client: this.client,
      log: this.id,
      after: options.after,
      supervision: { ...supervision, ...this.options.supervision },
      onDropped,
      onLag,
    });
    return this.supervisor.events(options.signal);
  }

  /** How the last subscription is doing; undefined before the first. */
  subscription(): SubscriptionStatus | undefined {
    return this.supervisor?.status();
  }

  /**
   * How far a reader who is at that position is behind. Costs a read of the events that it lacks, up to that many.
   *
   * @throws LogUnavailable when the node does not answer in time.
   */
  async lag(after: bigint | undefined, countUpTo = supervision.countUpTo): Promise<Lag> {
    try {
      return await measureLag(this.client, { after, countUpTo });
    } catch (error) {
      throw new LogUnavailable('measuring the lag', { cause: error });
    }
  }

  /** How the clock of this process stands to that of the node; `measureClock` says what it may come to. */
  clockOffset(signal: AbortSignal): Promise<MeasuredClock> {
    return measureClock(this.client, signal);
  }

  /**
   * Ends the connection. Appends under way have an unknown outcome. The client cancels its calls at once, but waits for
   * an end that a cancelled append stream never reports: it is given a moment, and no more.
   */
  async close(): Promise<void> {
    await Promise.race([this.client.dispose(), delay(patience.closing)]);
  }
}

/** Of all appends of the process: the client has no limit of its own for them. */
const appends = new SharedTimeLimit(patience.call);

const ignore = () => undefined;
