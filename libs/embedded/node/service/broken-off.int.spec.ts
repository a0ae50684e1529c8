import { once } from 'node:events';
import { type ClientHttp2Session, type ClientHttp2Stream, connect as connectSession } from 'node:http2';
import { connect, type Socket } from 'node:net';
import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import type { AppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startEngines, type TestEngines } from '../../testing/engines.ts';
import { http2 } from '../../testing/frames.ts';
import { Line } from '../../testing/line.ts';
import { newStream, noted, numbers } from '../../testing/notes.ts';
import { eventOf, isThere, optionsOf, UnaryCaller } from '../../testing/unary-call.ts';

let engines: TestEngines;
let client: EventStoreDBClient;
let caller: UnaryCaller;
beforeAll(async () => {
  engines = await startEngines();
  client = EventStoreDBClient.connectionString(engines.node.connectionString);
  caller = new UnaryCaller(engines.node.port);
}, 60_000);
afterAll(async () => {
  caller.close();
  await client.dispose();
  await engines.stop();
});

/** As gRPC puts a message on the line: not compressed, its length, its bytes. */
function frame(message: AppendReq): Buffer {
  const bytes = message.serializeBinary();
  const head = Buffer.alloc(5);
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

/** An append of which the options and one event are sent, by HTTP/2 alone. */
function request(session: ClientHttp2Session, stream: string): ClientHttp2Stream {
  const call = session.request({
    ':method': 'POST',
    ':path': '/event_store.client.streams.Streams/Append',
    'content-type': 'application/grpc+proto',
    te: 'trailers',
  });
  call.on('error', () => undefined);
  call.write(frame(optionsOf(stream)));
  call.write(frame(eventOf(0)));
  return call.resume();
}

/** Answered only after what was sent before it on the same line has arrived. */
async function requestWhole(session: ClientHttp2Session): Promise<void> {
  const call = request(session, newStream());
  call.end();
  await once(call, 'close');
}

interface HalfWay {
  readonly socket: Socket;
  readonly call: ClientHttp2Stream;
}

describe('an append that is a call of its own, and breaks off before its end, is not done in part', () => {
  test.each<[string, (half: HalfWay) => unknown]>([
    ['the line is ended', ({ socket }) => socket.end()],
    ['the line is closed', ({ socket }) => socket.destroy()],
    ['the line is reset', ({ socket }) => socket.resetAndDestroy()],
    ['the call is cancelled', ({ call }) => call.close(8)],
    ['the call is closed without a reason', ({ call }) => call.close(0)],
  ])('given that %s', async (_, breakOff) => {
    const stream = newStream('broken');
    const socket = connect(engines.node.port, '127.0.0.1');
    const session = connectSession('http://127.0.0.1', { createConnection: () => socket });
    session.on('error', () => undefined);
    const call = request(session, stream);
    await requestWhole(session);
    breakOff({ socket, call });
    await once(call, 'close');
    if (!session.destroyed && !socket.destroyed) await requestWhole(session);
    await client.appendToStream(newStream(), noted(0));
    expect(await isThere(client, stream)).toBe(false);
    session.destroy();
  });

  test('given a client that gives it up', async () => {
    const stream = newStream('broken');
    const { line, answer } = caller.begin(stream);
    await caller.another();
    line.cancel();
    expect(await answer).toMatchObject({ code: status.CANCELLED });
    await caller.another();
    expect(await isThere(client, stream)).toBe(false);
  });

  test('given a deadline that passes meanwhile', async () => {
    const stream = newStream('broken');
    const { answer } = caller.begin(stream, { deadline: Date.now() + 100 });
    expect(await answer).toMatchObject({ code: status.DEADLINE_EXCEEDED });
    await caller.another();
    expect(await isThere(client, stream)).toBe(false);
  });

  test('given a line that is cut between two of its events, and then it can be done whole', async () => {
    const stream = newStream('broken');
    const line = await Line.open(engines.node.port, http2);
    const own = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${line.port}?tls=false`);
    const events = Array.from({ length: 10 }, (_, n) =>
      jsonEvent({ type: 'noted.v1', data: { n, text: '.'.repeat(30_000) } }),
    );
    line.cutAt({ direction: 'to-server', kind: 'data', where: 'after', behind: stream, skip: 8 });
    const how = { expectedRevision: NO_STREAM, credentials: { username: 'u', password: 'p' } } as const;
    await expect(own.appendToStream(stream, events, how)).rejects.toMatchObject({ type: expect.any(String) });
    expect(line.cuts).toBe(1);
    expect(await own.appendToStream(stream, events, how)).toMatchObject({ nextExpectedRevision: 9n });
    expect(await numbers(client.readStream(stream))).toEqual(events.map((_, n) => n));
    await own.dispose();
    line.close();
  });
});
