import { ServerInterceptingCall, type ServerInterceptingCallInterface } from '@grpc/grpc-js';
import { expect, test } from '@jest/globals';
import { FlowingCall } from './flow.ts';

const LARGE = Buffer.alloc(100 * 1024);

test('messages are handed over before the last one is sent, until so many bytes wait, and then as they leave', () => {
  const onTheWay: (() => void)[] = [];
  const below: ServerInterceptingCallInterface = Object.assign(Object.create(ServerInterceptingCall.prototype), {
    sendMetadata: () => undefined,
    sendMessage: (_: Buffer, done: () => void) => void onTheWay.push(done),
  });
  const call = new FlowingCall(below);
  let taken = 0;
  const send = (message: Buffer): void =>
    call.sendMessage(message, () => {
      taken += 1;
    });
  send(LARGE);
  send(LARGE);
  expect(taken).toBe(2);
  send(LARGE);
  expect([onTheWay.length, taken]).toEqual([3, 2]);
  onTheWay.shift()?.();
  expect(taken).toBe(3);
  onTheWay.shift()?.();
  onTheWay.shift()?.();
  expect(taken).toBe(3);
});
