import { randomUUID } from 'node:crypto';
import { on, once } from 'node:events';
import { EventStoreDBClient } from '@eventstore/db-client';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams, { type BatchAppendReq, type BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { type ClientDuplexStream, credentials, status } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import timestamp from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { startEngines, type TestEngines } from '../../testing/engines.ts';
import { collect, newStream, numbers } from '../../testing/notes.ts';
import { isThere, UnaryCaller } from '../../testing/unary-call.ts';

let engines: TestEngines;
/** The client of the product sends the options of an append once; others may say them with each message. */
let bare: InstanceType<typeof grpc.StreamsClient>;
let client: EventStoreDBClient;
let appends: ClientDuplexStream<BatchAppendReq, BatchAppendResp>;
let answers: ReturnType<typeof on>;
beforeAll(async () => {
  engines = await startEngines();
  bare = new grpc.StreamsClient(`127.0.0.1:${engines.node.port}`, credentials.createInsecure());
  appends = bare.batchAppend();
  answers = on(appends, 'data');
  client = EventStoreDBClient.connectionString(engines.node.connectionString);
}, 60_000);
afterAll(async () => {
  appends.end();
  await once(appends, 'end');
  bare.close();
  await client.dispose();
  await engines.stop();
});

const uuid = (id: string) => new shared.UUID().setString(id);

/** To a stream that is not there yet. @param deadline milliseconds since 1970. */
function optionsOf(stream: string, deadline = Date.now() + 60_000) {
  const options = new streams.BatchAppendReq.Options();
  options.setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64')));
  options.setDeadline(timestamp.Timestamp.fromDate(new Date(deadline)));
  return options.setNoStream(new shared.Empty());
}

/** One message of an append, with one event. */
function message(append: string, n: number, options: ReturnType<typeof optionsOf> | null): BatchAppendReq {
  const event = new streams.BatchAppendReq.ProposedMessage().setId(uuid(randomUUID()));
  event.setData(Buffer.from(JSON.stringify({ n })).toString('base64'));
  event.getMetadataMap().set('type', 'noted.v1').set('content-type', 'application/json');
  const request = new streams.BatchAppendReq().setCorrelationId(uuid(append)).setProposedMessagesList([event]);
  return options === null ? request : request.setOptions(options);
}

/** An event that no log takes, because its type is too long. */
function faulty(append: string, options: ReturnType<typeof optionsOf> | null): BatchAppendReq {
  const request = message(append, 0, options);
  request.getProposedMessagesList()[0]?.getMetadataMap().set('type', 'y'.repeat(2_100));
  return request.setIsFinal(true);
}

/** More than one append may hold. */
function heavy(append: string, options: ReturnType<typeof optionsOf> | null): BatchAppendReq {
  const request = message(append, 0, options);
  request.getProposedMessagesList()[0]?.setData(Buffer.alloc(1_100_000).toString('base64'));
  return request;
}

async function nextAnswer(): Promise<BatchAppendResp> {
  const { value } = await answers.next();
  return value[0];
}

describe('an append in several messages', () => {
  test('given that each of them holds the options, then all their events are appended', async () => {
    const [append, stream] = [randomUUID(), newStream()];
    appends.write(message(append, 0, optionsOf(stream)));
    appends.write(message(append, 1, optionsOf(stream)));
    appends.write(message(append, 2, optionsOf(stream)).setIsFinal(true));
    expect((await nextAnswer()).getSuccess()?.getCurrentRevision()).toBe('2');
    expect(await numbers(client.readStream(stream))).toEqual([0, 1, 2]);
  });

  test('given options that change on the way, then the first hold', async () => {
    const [append, stream, other] = [randomUUID(), newStream(), newStream()];
    appends.write(message(append, 0, optionsOf(stream)));
    appends.write(message(append, 1, optionsOf(other)).setIsFinal(true));
    expect((await nextAnswer()).getSuccess()?.getCurrentRevision()).toBe('1');
    expect(await numbers(client.readStream(stream))).toEqual([0, 1]);
    await expect(collect(client.readStream(other))).rejects.toMatchObject({ type: 'stream-not-found' });
  });

  test('given a deadline that passes before the last of them, then it is told and forgotten, and the next is appended', async () => {
    const [late, stream, append, other] = [randomUUID(), newStream(), randomUUID(), newStream()];
    appends.write(message(late, 0, optionsOf(stream, Date.now() + 100)));
    const answer = await nextAnswer();
    expect(answer.getCorrelationId()?.getString()).toBe(late);
    expect(answer.getError()?.getDetails()?.getTypeUrl()).toBe('type.googleapis.com/event_store.client.Timeout');
    appends.write(message(late, 1, null).setIsFinal(true));
    appends.write(message(append, 0, optionsOf(other)).setIsFinal(true));
    const next = await nextAnswer();
    expect(next.getCorrelationId()?.getString()).toBe(append);
    expect(next.getSuccess()?.getCurrentRevision()).toBe('0');
    await expect(collect(client.readStream(stream))).rejects.toMatchObject({ type: 'stream-not-found' });
  });

  test.each([
    ['too large', heavy],
    ['faulty', faulty],
  ])('given that it was refused as %s, then what comes of it afterwards is not answered again', async (_, first) => {
    const [refused, append, stream] = [randomUUID(), randomUUID(), newStream()];
    appends.write(first(refused, optionsOf(newStream())));
    appends.write(faulty(refused, null));
    appends.write(message(append, 0, optionsOf(stream)).setIsFinal(true));
    const told = [await nextAnswer(), await nextAnswer()];
    expect(told.map((answer) => answer.getCorrelationId()?.getString())).toEqual([refused, append]);
    expect(told.map((answer) => answer.hasError())).toEqual([true, false]);
  });

  test('given that a later message of it is faulty, then it is refused once, and forgotten', async () => {
    const [refused, append, stream] = [randomUUID(), randomUUID(), newStream()];
    appends.write(message(refused, 0, optionsOf(stream)));
    appends.write(faulty(refused, null));
    appends.write(message(append, 1, optionsOf(stream)).setIsFinal(true));
    const told = [await nextAnswer(), await nextAnswer()];
    expect(told.map((answer) => answer.getCorrelationId()?.getString())).toEqual([refused, append]);
    expect(await numbers(client.readStream(stream))).toEqual([1]);
  });
});

describe('an append that is a call of its own', () => {
  test('given that it stops half-way and has no deadline, then it is told after ten seconds, and not done', async () => {
    const caller = new UnaryCaller(engines.node.port);
    const stream = newStream();
    const { answer } = caller.begin(stream);
    expect(await answer).toMatchObject({ code: status.ABORTED, details: 'Operation timed out' });
    await caller.another();
    expect(await isThere(client, stream)).toBe(false);
    caller.close();
  }, 15_000);
});
