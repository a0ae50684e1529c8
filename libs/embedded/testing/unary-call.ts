import { randomUUID } from 'node:crypto';
import type { EventStoreDBClient } from '@eventstore/db-client';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams, { type AppendReq, type AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { type CallOptions, type ClientWritableStream, credentials, type ServiceError } from '@grpc/grpc-js';
import { collect, newStream } from './notes.ts';

/** The first message of an append that is a call of its own: to a stream that is not there yet. */
export function optionsOf(stream: string): AppendReq {
  const options = new streams.AppendReq.Options();
  options.setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64')));
  return new streams.AppendReq().setOptions(options.setNoStream(new shared.Empty()));
}

/** And each message after it: one event. */
export function eventOf(n: number): AppendReq {
  const event = new streams.AppendReq.ProposedMessage().setId(new shared.UUID().setString(randomUUID()));
  event.setData(Buffer.from(JSON.stringify({ n })).toString('base64'));
  event.getMetadataMap().set('type', 'noted.v1').set('content-type', 'application/json');
  return new streams.AppendReq().setProposedMessage(event);
}

export interface UnaryCall {
  readonly line: ClientWritableStream<AppendReq>;
  /** The error with which it failed, or else what was answered. */
  readonly answer: Promise<ServiceError | AppendResp>;
}

const asIs = (bytes: Buffer): Buffer => bytes;

/** A client that says message by message what it appends, and can stop at any of them. */
export class UnaryCaller {
  readonly #client: InstanceType<typeof grpc.StreamsClient>;

  constructor(port: number) {
    this.#client = new grpc.StreamsClient(`127.0.0.1:${port}`, credentials.createInsecure());
  }

  /** An append of which the options and one event are sent, and not the end. */
  begin(stream: string, options: Partial<CallOptions> = {}): UnaryCall {
    let line: ClientWritableStream<AppendReq> | undefined;
    const answer = new Promise<ServiceError | AppendResp>((resolve) => {
      line = this.#client.append(options, (error, response) => resolve(error ?? response));
    });
    if (line === undefined) throw new Error('the call was not begun');
    line.write(optionsOf(stream));
    line.write(eventOf(0));
    return { line, answer };
  }

  /**
   * Resolves when the node has what was sent before it on the same connection, and had a turn to act on it: by asking twice
   * for something that nothing there holds up.
   */
  async arrived(): Promise<void> {
    await this.#features();
    await this.#features();
  }

  #features(): Promise<void> {
    const path = '/event_store.client.server_features.ServerFeatures/GetSupportedMethods';
    return new Promise((resolve, reject) => {
      this.#client.makeUnaryRequest(path, asIs, asIs, Buffer.alloc(0), (error) => (error ? reject(error) : resolve()));
    });
  }

  /** An append, whole; answered only after what was sent before it on the same connection has arrived. */
  async another(): Promise<void> {
    const { line, answer } = this.begin(newStream());
    line.end();
    await answer;
  }

  close(): void {
    this.#client.close();
  }
}

export async function isThere(client: EventStoreDBClient, stream: string): Promise<boolean> {
  const found = await collect(client.readStream(stream)).catch((error: { type?: string }) => error.type);
  return found !== 'stream-not-found';
}
