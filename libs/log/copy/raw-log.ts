import { EventStoreDBClient } from '@eventstore/db-client';
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { BatchAppendReq, BatchAppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ClientDuplexStream } from '@grpc/grpc-js';
import { isSystem } from '../contract/system-events.ts';
import { delay, withTimeLimit } from '../patience.ts';
import type { RawEvent } from './raw-event.ts';
import { type AppendAnswer, answerIn, appendRequest, eventIn, readAllRequest } from './wire.ts';

/** How long an append may take, in milliseconds. A server that commits to a cluster needs more than our own node. */
const APPEND_MS = 30_000;

/** How long the client may take to close, in milliseconds. */
const CLOSING_MS = 500;

type Appends = ClientDuplexStream<BatchAppendReq, BatchAppendResp>;

/**
 * A log without its contract: events go in and out as bytes. For copying only; whoever wants to know what an event says
 * uses `Log`. One append at a time, which is what keeps the order of the source.
 */
export class RawLog {
  readonly #client: EventStoreDBClient;
  #appends: Appends | undefined;

  /** @throws Error when this is not a connection string. Nothing is asked of the server yet. */
  constructor(url: string) {
    this.#client = EventStoreDBClient.connectionString(fromLeader(url));
  }

  /**
   * The events of the log in their order, without those of the server itself, up to the end as it is now or to the
   * event at `upTo`.
   *
   * @throws an error of gRPC when the server does not answer.
   */
  async *events(options: { after?: bigint; upTo?: bigint } = {}): AsyncGenerator<RawEvent> {
    const { after, upTo } = options;
    for await (const event of this.#read(readAllRequest(after ?? 'start', 'forwards'))) {
      if (after !== undefined && event.position <= after) continue;
      if (upTo !== undefined && event.position > upTo) return;
      if (!isSystem(event)) yield event;
    }
  }

  /** The position of the last event, of the server's own too; undefined when there is none. */
  async end(): Promise<bigint | undefined> {
    let found: bigint | undefined;
    for await (const { position } of this.#read(readAllRequest('end', 'backwards'))) found ??= position;
    return found;
  }

  /**
   * Appends consecutive events of one stream: all or none.
   *
   * @throws an error of gRPC when the connection is lost, Error when it took too long. Then they may have been appended.
   */
  async append(events: readonly RawEvent[]): Promise<Exclude<AppendAnswer, { kind: 'late' }>> {
    const [first] = events;
    if (!first) throw new Error('An append without events');
    const appends = await this.#opened();
    const place = { stream: first.stream, expected: first.revision - 1 };
    const answer = nextAnswer(appends);
    appends.write(appendRequest(place, events));
    const found = await withTimeLimit(answer, APPEND_MS);
    if (found.kind === 'late') throw new Error('the server could not write it in time');
    return found;
  }

  /** Ends the connection. The client waits for an end that a cancelled stream does not always report: a moment, no more. */
  async close(): Promise<void> {
    this.#appends?.end();
    await Promise.race([this.#client.dispose(), delay(CLOSING_MS)]);
  }

  async #opened(): Promise<Appends> {
    if (this.#appends) return this.#appends;
    const open = this.#client['GRPCStreamCreator'](grpc.StreamsClient, 'copy', (client) =>
      client.batchAppend(...this.#client['callArguments']({ requiresLeader: true }, { deadline: Infinity })),
    );
    this.#appends = await open();
    // Whoever waits for an answer hears of it; when nobody does, the next append will.
    this.#appends.on('error', () => undefined);
    return this.#appends;
  }

  async *#read(request: ReadReq): AsyncGenerator<RawEvent> {
    const open = this.#client['GRPCStreamCreator'](grpc.StreamsClient, 'copy', (client) =>
      client.read(request, ...this.#client['callArguments']({ requiresLeader: true }, { deadline: Infinity })),
    );
    const responses = await open();
    // Cancelling is how a read is left before its end, and is reported as an error when nobody listens any more.
    responses.on('error', () => undefined);
    try {
      for await (const response of responses as AsyncIterable<ReadResp>) {
        const event = eventIn(response);
        if (event) yield event;
      }
    } finally {
      responses.cancel();
    }
  }
}

/** A follower may be behind, and then a copy that is whole would seem not to be. */
function fromLeader(url: string): string {
  if (/[?&]nodePreference=/i.test(url)) return url;
  return `${url}${url.includes('?') ? '&' : '?'}nodePreference=leader`;
}

function nextAnswer(appends: Appends): Promise<AppendAnswer> {
  return new Promise((resolve, reject) => {
    const forget = () => {
      appends.off('data', onData).off('error', onError).off('end', onEnd);
    };
    const onData = (response: BatchAppendResp) => {
      forget();
      resolve(answerIn(response));
    };
    const onError = (error: Error) => {
      forget();
      reject(error);
    };
    const onEnd = () => onError(new Error('The server ended the call'));
    appends.on('data', onData).on('error', onError).on('end', onEnd);
    // It ended between two appends, and will say nothing more.
    if (appends.destroyed || appends.readableEnded) onEnd();
  });
}
