import {
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
  excludeSystemEvents,
  START,
} from '@eventstore/db-client';

/** A checkpoint once per so many times 32 events that the node looked at. */
const checkpointEvery = 32;

/**
 * One subscription of the client to `$all`, without system events, until it breaks. It reads ahead no more than the
 * client's buffers hold (32 events, and what the HTTP/2 window lets through): a consumer that does not ask lets the
 * node wait.
 */
export class Delivery {
  private taken = 0;
  /** Rises at every sign of life: an event, a checkpoint. */
  signs = 0;
  private checkpoint: { position: bigint; validFrom: number } | undefined;
  private readonly subscription: AllStreamSubscription;

  constructor(client: EventStoreDBClient, after: bigint | undefined) {
    this.subscription = client.subscribeToAll({
      fromPosition: after === undefined ? START : { commit: after, prepare: after },
      filter: excludeSystemEvents({
        checkpointInterval: checkpointEvery,
        checkpointReached: async (subscription, position) => this.note(subscription.readableLength, position.commit),
      }),
    });
    // The client tells errors also after the subscription was left; an error that nobody hears ends the process.
    this.subscription.on('error', () => undefined);
  }

  /** Everything up to here was looked at by the node, and was taken out here. */
  get clearTo(): bigint | undefined {
    return this.checkpoint && this.taken >= this.checkpoint.validFrom ? this.checkpoint.position : undefined;
  }

  /** What the node gives, in order. Whoever reads says of each event that it was taken. */
  [Symbol.asyncIterator](): AsyncIterator<AllStreamResolvedEvent> {
    return this.subscription[Symbol.asyncIterator]();
  }

  take(): void {
    this.taken += 1;
    this.signs += 1;
  }

  /** Breaks it off, now, in whatever state the connection is; who is reading from it gets the reason. */
  breakOff(reason?: Error): void {
    this.subscription.destroy(reason);
    this.subscription.unsubscribe().catch(() => undefined);
  }

  /** Must never throw: the client does not catch it. Events before the checkpoint may still be in the buffer. */
  private note(buffered: number, position: bigint): void {
    this.signs += 1;
    this.checkpoint = { position, validFrom: this.taken + buffered };
  }
}
