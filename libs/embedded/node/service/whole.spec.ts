import { setImmediate as turn } from 'node:timers/promises';
import { ServerInterceptingCall, type ServerInterceptingCallInterface } from '@grpc/grpc-js';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { wholeRequest } from './whole.ts';

/** What hears from the line what came. */
type Listener = Parameters<ServerInterceptingCallInterface['start']>[0];

let told: string[];
/** By which the line tells the call what came. */
let line: Listener;

/** @param onAsked what is found out when more is asked for. */
function begin(onAsked: () => void): void {
  const below: ServerInterceptingCallInterface = Object.assign(Object.create(ServerInterceptingCall.prototype), {
    start: (listener: Listener) => {
      line = listener;
    },
    startRead: onAsked,
  });
  wholeRequest(below).start({
    onReceiveMetadata: () => told.push('begun'),
    onReceiveMessage: (message: string) => told.push(message),
    onReceiveHalfClose: () => told.push('end'),
    onCancel: () => told.push('cancelled'),
  });
}

beforeEach(() => {
  told = [];
});

async function someTurns(): Promise<void> {
  for (let n = 0; n < 4; n += 1) await turn();
}

describe('a request of several messages', () => {
  test('that came whole is told its end, once', async () => {
    begin(() => undefined);
    line.onReceiveMessage('one');
    line.onReceiveHalfClose();
    await someTurns();
    expect(told).toEqual(['one', 'end']);
  });

  test('that broke off, as is found when more is asked for, is told that it is cancelled and never an end', async () => {
    begin(() => process.nextTick(() => line.onCancel()));
    line.onReceiveMessage('one');
    line.onReceiveHalfClose();
    await someTurns();
    expect(told).toEqual(['one', 'cancelled']);
  });

  test('that is taken back with what is read from the line next is told that it is cancelled and never an end', async () => {
    begin(() => undefined);
    line.onReceiveMessage('one');
    line.onReceiveHalfClose();
    await turn();
    line.onCancel();
    await someTurns();
    expect(told).toEqual(['one', 'cancelled']);
  });
});
