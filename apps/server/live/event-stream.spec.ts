import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import express, { type Response } from 'express';
import { EventStream } from './event-stream.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that sends to whoever comes, and a reader who has not taken anything yet. */
async function line(send: (stream: EventStream, response: Response) => void, patience: number) {
  const app = express();
  app.get('/', (_, response) => send(new EventStream(response, patience), response));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(
    () => server.close(),
    () => server.closeAllConnections(),
  );
  const request = get(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const [reader] = (await once(request, 'response')) as [IncomingMessage];
  reader.on('error', () => undefined);
  closing.push(() => reader.destroy());
  return reader;
}

const never = new AbortController().signal;
/** A tenth of a megabyte each: more than the buffers on the way hold. */
const large = (n: number) => [{ name: 'change', id: n, data: 'x'.repeat(100_000) }];
const many = 300;

describe('a stream of events', () => {
  test('given a reader who takes nothing, then no more is sent than the line holds; when it takes again, then all comes in order', async () => {
    let sent = 0;
    let buffered = 0;
    let isStuck: () => void = () => undefined;
    const stuck = new Promise<void>((resolve) => {
      isStuck = resolve;
    });
    const reader = await line(async (stream, response) => {
      stream.open();
      for (; sent < many; sent += 1) {
        const taking = stream.send(large(sent), never);
        buffered = Math.max(buffered, response.writableLength);
        const isWaiting = await Promise.race([taking.then(() => false), new Promise((r) => setTimeout(r, 300, true))]);
        if (isWaiting) isStuck();
        await taking;
      }
      stream.end({ name: 'end', data: {} });
    }, 20_000);
    reader.pause();
    await stuck;
    expect(sent).toBeLessThan(many);
    expect(buffered).toBeLessThan(300_000);
    let text = '';
    reader.on('data', (bytes) => {
      text += bytes;
    });
    reader.resume();
    await once(reader, 'end');
    const ids = [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
    expect(ids).toEqual(Array.from({ length: many }, (_, i) => i));
    expect(text).toMatch(/event: end\ndata: {}\n\n$/);
  }, 30_000);

  test('given a reader who goes on taking nothing, then it is cut', async () => {
    let told: (isTaken: boolean) => void = () => undefined;
    const outcome = new Promise<boolean>((resolve) => {
      told = resolve;
    });
    const reader = await line(async (stream) => {
      stream.open();
      let isTaken = true;
      for (let n = 0; isTaken; n += 1) isTaken = await stream.send(large(n), never);
      told(isTaken);
    }, 200);
    reader.pause();
    expect(await outcome).toBe(false);
  });

  test('given that it is ended while a reader takes nothing, then nobody waits for the reader', async () => {
    const ending = new AbortController();
    const over = new Promise<void>((resolve) => {
      void line(async (stream) => {
        stream.open();
        for (let n = 0; !ending.signal.aborted; n += 1) await stream.send(large(n), ending.signal);
        resolve();
      }, 60_000).then((reader) => reader.pause());
    });
    setTimeout(() => ending.abort(), 300);
    await over;
  });
});
