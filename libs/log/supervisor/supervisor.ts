import type { AllStreamResolvedEvent, EventStoreDBClient } from '@eventstore/db-client';
import { decode, type LoggedEvent } from '../contract/codec.ts';
import { isSystem } from '../contract/system-events.ts';
import { BackOff, patience, rest, type Supervision } from '../patience.ts';
import { Delivery } from './delivery.ts';
import { CannotFollow, SubscriptionSilent, SubscriptionStalled } from './errors.ts';
import { type Lag, measureLag } from './lag.ts';
import { assertStillThere, type LastKnown } from './last-known.ts';

/** How a subscription is doing at this moment. */
export interface SubscriptionStatus {
  /** `connecting` until the log was recognised, and again after each drop; `stopped` when it has ended. */
  readonly state: 'connecting' | 'following' | 'stopped';
  /** Of the last event that was handed to the consumer. */
  readonly position: bigint | undefined;
  /** As it was measured last; absent before the first look. */
  readonly lag: Lag | undefined;
  /** How often it was dropped and taken up again, and why the last time. */
  readonly drops: number;
  readonly lastDrop: unknown;
}

/** Whom a supervisor tells what it sees. They must not throw. */
export interface Witnesses {
  /** It was dropped and will be resumed. */
  readonly onDropped: (error: unknown) => void;
  /** The lag went over its limit, or came back under it. */
  readonly onLag: (lag: Lag, isOver: boolean) => void;
}

export interface SupervisorOptions extends Witnesses {
  readonly client: EventStoreDBClient;
  /** The genesis id of the log that is followed. */
  readonly log: string;
  /** Where the consumer is: everything after it is delivered. */
  readonly after: LastKnown | bigint | undefined;
  readonly supervision: Supervision;
}

/**
 * One subscription to `$all`, kept going: every event after a position, in log order, and then those to come, each once.
 *
 * A subscription of the client ends with its connection, and may fall silent without ending: when the line is dead but
 * was not closed, when the node hangs, when the node was cut off from its cluster. So the supervisor does not trust
 * silence. It looks at regular times for events in the log that it was not given, and when some stand there for longer
 * than `grace`, or when the node does not answer, it drops the subscription and resumes after the last event that the
 * consumer has. The same look measures the lag.
 *
 * Before each start it makes sure that the log is the one that it knew and still holds the last event. What it cannot
 * resume from ends it with `CannotFollow`; everything else is told, and tried again for as long as the consumer wants.
 *
 * The consumer sets the pace: while it works, nothing more is asked of the node than the client's buffers hold.
 */
export class Supervisor {
  private state: SubscriptionStatus['state'] = 'connecting';
  private after: LastKnown | bigint | undefined;
  private lag: Lag | undefined;
  private isLagOver = false;
  private drops = 0;
  private lastDrop: unknown;
  /** True while the consumer wants an event and there is none: only then does silence mean anything. */
  private isWaiting = false;

  constructor(private readonly options: SupervisorOptions) {
    this.after = options.after;
  }

  status(): SubscriptionStatus {
    const { state, lag, drops, lastDrop } = this;
    return { state, position: this.position, lag, drops, lastDrop };
  }

  /** @throws CannotFollow */
  async *events(signal: AbortSignal): AsyncGenerator<LoggedEvent> {
    const pauses = new BackOff(patience.reconnect);
    try {
      while (!signal.aborted) {
        try {
          for await (const event of this.attempt(signal)) {
            pauses.reset();
            yield event;
          }
          this.dropped(new Error('The node ended the subscription'), signal);
        } catch (error) {
          if (error instanceof CannotFollow) throw error;
          this.dropped(error, signal);
        }
        await pauses.wait(signal);
      }
    } finally {
      this.state = 'stopped';
    }
  }

  private get position(): bigint | undefined {
    return typeof this.after === 'object' ? this.after.position : this.after;
  }

  /** One subscription, until it breaks. */
  private async *attempt(signal: AbortSignal): AsyncGenerator<LoggedEvent> {
    const { client, log } = this.options;
    this.state = 'connecting';
    await assertStillThere(client, log, this.after, signal);
    const delivery = new Delivery(client, this.position);
    const stop = () => delivery.breakOff();
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    const ended = new AbortController();
    const watching = this.watch(delivery, ended.signal);
    this.state = 'following';
    this.isWaiting = true;
    try {
      for await (const resolved of delivery) {
        this.isWaiting = false;
        delivery.take();
        const event = this.next(resolved);
        if (event) yield event;
        this.isWaiting = true;
      }
    } finally {
      this.isWaiting = false;
      signal.removeEventListener('abort', stop);
      delivery.breakOff();
      ended.abort();
      await watching;
    }
  }

  /** The event that the consumer gets; none for what it has. */
  private next(resolved: AllStreamResolvedEvent): LoggedEvent | undefined {
    const { event: found } = resolved;
    if (this.position !== undefined && found && found.position.commit <= this.position) return;
    if (found && isSystem({ stream: found.streamId, type: found.type })) return;
    try {
      const event = decode(resolved);
      this.after = event;
      return event;
    } catch (error) {
      throw CannotFollow.unreadable(error);
    }
  }

  private dropped(error: unknown, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.drops += 1;
    this.lastDrop = error;
    this.options.onDropped(error);
  }

  private async watch(delivery: Delivery, ended: AbortSignal): Promise<void> {
    let clearTo: bigint | undefined;
    const { look, countUpTo } = this.options.supervision;
    for (await rest(look, ended); !ended.aborted; await rest(look, ended)) {
      const signs = delivery.signs;
      const wasWaiting = this.isWaiting;
      const isSilent = () => wasWaiting && this.isWaiting && delivery.signs === signs && !ended.aborted;
      const after = latest(this.position, delivery.clearTo, clearTo);
      try {
        const lag = await measureLag(this.options.client, { after, countUpTo, signal: ended });
        clearTo = lag.clearTo;
        this.measured(lag);
        if (lag.events === 0) continue;
        await rest(this.options.supervision.grace, ended);
        if (isSilent()) delivery.breakOff(new SubscriptionStalled(lag.events));
      } catch (error) {
        if (isSilent()) delivery.breakOff(new SubscriptionSilent(error));
      }
    }
  }

  private measured(lag: Lag): void {
    this.lag = lag;
    const isOver = lag.seconds >= this.options.supervision.alarmSeconds;
    if (isOver !== this.isLagOver) this.options.onLag(lag, isOver);
    this.isLagOver = isOver;
  }
}

function latest(...positions: readonly (bigint | undefined)[]): bigint | undefined {
  return positions.reduce((late, at) => (late === undefined || (at !== undefined && at > late) ? at : late), undefined);
}
