import {
  EventStoreDBClient,
  excludeSystemEvents,
  NO_STREAM,
  START,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { type Draft, decode, encode, type LoggedEvent } from './contract/codec.ts';
import { ContractViolation, LogUnavailable, UnknownEventType } from './contract/errors.ts';
import { genesisDraft, genesisStream, type Purpose } from './genesis.ts';
import { delay, withTimeLimit } from './patience.ts';

/** What an append came to. An unknown outcome is for the caller to resolve, by appending the same events again. */
export type Appended =
  | { readonly outcome: 'appended'; readonly revision: number; readonly position: bigint }
  | { readonly outcome: 'wrong-revision' }
  | { readonly outcome: 'unknown'; readonly cause: unknown };

export interface LogOptions {
  /** What an empty log is started for. */
  readonly purpose: Purpose;
  /** The moment of the genesis event, when this connection is the one that starts the log. UTC. */
  readonly now: () => string;
  /** How long the node may be out of reach at the start, in milliseconds. */
  readonly patience?: number;
  /** Told when the subscription was dropped and will be resumed. */
  readonly onDropped?: (error: unknown) => void;
}

/** The time limit of one call to the log, in milliseconds. The client has none for appends of its own. */
const callLimit = 5_000;

/** How long the client may take to close, in milliseconds. */
const closingLimit = 500;

/**
 * The log, through `@eventstore/db-client`: the only way to it, for the embedded node and a cluster alike. A process has
 * one, because the client shares the pending appends of all its instances.
 */
export class Log {
  private constructor(
    private readonly client: EventStoreDBClient,
    /** The id of the genesis event. */
    readonly id: string,
    readonly purpose: Purpose,
    private readonly onDropped: (error: unknown) => void,
  ) {}

  /**
   * Connects, and starts the log when it is empty.
   *
   * @throws LogUnavailable when no node answered within the patience.
   */
  static async connect(url: string, options: LogOptions): Promise<Log> {
    const client = EventStoreDBClient.connectionString(url);
    const until = Date.now() + (options.patience ?? 30_000);
    for (;;) {
      try {
        const genesis = await openOrStart(client, options);
        return new Log(client, genesis.id, genesis.purpose, options.onDropped ?? (() => undefined));
      } catch (error) {
        if (isContractFault(error)) throw error;
        if (Date.now() >= until) throw new LogUnavailable('no node answered', { cause: error });
        await delay(200);
      }
    }
  }

  /**
   * Appends in one transaction, or not at all.
   *
   * @param expected the revision of the last event that the caller knows of, -1 for none.
   */
  async append(stream: string, expected: number, drafts: readonly Draft[]): Promise<Appended> {
    try {
      const result = await withTimeLimit(
        this.client.appendToStream(stream, drafts.map(encode), {
          expectedRevision: expected < 0 ? NO_STREAM : BigInt(expected),
        }),
        callLimit,
      );
      if (!result.position) return { outcome: 'unknown', cause: new Error('The log gave no position') };
      return { outcome: 'appended', revision: Number(result.nextExpectedRevision), position: result.position.commit };
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) return { outcome: 'wrong-revision' };
      if (isContractFault(error)) throw error;
      return { outcome: 'unknown', cause: error };
    }
  }

  /**
   * A stream's events from a revision on, in order; empty when there is no such stream.
   *
   * @throws LogUnavailable when the node does not answer in time.
   */
  async readStream(stream: string, options: { from?: number; limit?: number } = {}): Promise<LoggedEvent[]> {
    const read = async () => {
      const events: LoggedEvent[] = [];
      const found = this.client.readStream(stream, {
        fromRevision: BigInt(options.from ?? 0),
        ...(options.limit && { maxCount: options.limit }),
      });
      for await (const resolved of found) events.push(decode(resolved));
      return events;
    };
    try {
      return await withTimeLimit(read(), callLimit);
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      if (isContractFault(error)) throw error;
      throw new LogUnavailable(`reading ${stream}`, { cause: error });
    }
  }

  /** Every event after that position, in log order, up to the end as it is now. System events are left out. */
  async *readAll(options: { after?: bigint } = {}): AsyncGenerator<LoggedEvent> {
    const { after } = options;
    const fromPosition = after === undefined ? START : { commit: after, prepare: after };
    for await (const resolved of this.client.readAll({ fromPosition })) {
      if (!resolved.event || resolved.event.type.startsWith('$')) continue;
      const event = decode(resolved);
      if (after === undefined || event.position > after) yield event;
    }
  }

  /**
   * Every event after that position, in log order, and then those to come, each once. A dropped connection is taken up
   * again where it broke off.
   *
   * @throws ContractViolation or UnknownEventType: such a log cannot be followed by this release.
   */
  async *subscribe(options: { after?: bigint; signal: AbortSignal }): AsyncGenerator<LoggedEvent> {
    let after = options.after;
    let pause = 50;
    while (!options.signal.aborted) {
      try {
        for await (const event of this.follow(after, options.signal)) {
          after = event.position;
          pause = 50;
          yield event;
        }
      } catch (error) {
        if (isContractFault(error)) throw error;
        if (!options.signal.aborted) this.onDropped(error);
      }
      if (options.signal.aborted) return;
      await delay(pause);
      pause = Math.min(pause * 2, 2_000);
    }
  }

  /**
   * Ends the connection. Appends under way have an unknown outcome. The client cancels its calls at once, but waits for
   * an end that a cancelled append stream never reports: it is given a moment, and no more.
   */
  async close(): Promise<void> {
    await Promise.race([this.client.dispose(), delay(closingLimit)]);
  }

  private async *follow(after: bigint | undefined, signal: AbortSignal): AsyncGenerator<LoggedEvent> {
    const subscription = this.client.subscribeToAll({
      fromPosition: after === undefined ? START : { commit: after, prepare: after },
      filter: excludeSystemEvents(),
    });
    const stop = () => {
      subscription.unsubscribe().catch(this.onDropped);
    };
    signal.addEventListener('abort', stop, { once: true });
    try {
      for await (const resolved of subscription) {
        if (signal.aborted) return;
        const event = decode(resolved);
        if (after === undefined || event.position > after) yield event;
      }
    } finally {
      signal.removeEventListener('abort', stop);
      stop();
    }
  }
}

async function openOrStart(client: EventStoreDBClient, options: LogOptions): Promise<{ id: string; purpose: Purpose }> {
  const known = await readGenesis(client);
  if (known) return known;
  const draft = genesisDraft(options.purpose, options.now());
  try {
    await withTimeLimit(
      client.appendToStream(genesisStream, encode(draft), { expectedRevision: NO_STREAM }),
      callLimit,
    );
  } catch (error) {
    // Another process was first: the log has one beginning, and it is that one.
    if (!(error instanceof WrongExpectedVersionError)) throw error;
  }
  const started = await readGenesis(client);
  if (!started) throw new LogUnavailable('it has no beginning yet');
  return started;
}

async function readGenesis(client: EventStoreDBClient): Promise<{ id: string; purpose: Purpose } | undefined> {
  try {
    const read = async () => {
      // Read to its end: a read that is left half-way keeps the client from closing.
      const found: LoggedEvent[] = [];
      for await (const resolved of client.readStream(genesisStream, { maxCount: 1 })) found.push(decode(resolved));
      return found[0];
    };
    const event = await withTimeLimit(read(), callLimit);
    if (event?.type !== 'log.started.v1') throw new Error('The log does not begin as a log of this product');
    return { id: event.id, purpose: event.data.purpose };
  } catch (error) {
    if (error instanceof StreamNotFoundError) return undefined;
    throw error;
  }
}

function isContractFault(error: unknown): boolean {
  return error instanceof ContractViolation || error instanceof UnknownEventType;
}
