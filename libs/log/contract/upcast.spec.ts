import { expect, test } from '@jest/globals';
import { storedTypes, type Upcaster, upcast } from './upcast.ts';

const renamed: Upcaster = {
  from: 'meeting.held.v1',
  to: 'meeting.held.v2',
  lift: (data) => ({ ...(data as object), place: null }),
};
const widened: Upcaster = {
  from: 'meeting.held.v2',
  to: 'meeting.held.v3',
  lift: (data) => ({ ...(data as object), online: false }),
};
const table = new Map([renamed, widened].map((upcaster) => [upcaster.from, upcaster]));

test('an old version is lifted step by step to the newest', () => {
  expect(upcast({ type: 'meeting.held.v1', data: { minutes: 'Z-1' } }, table)).toEqual({
    type: 'meeting.held.v3',
    data: { minutes: 'Z-1', place: null, online: false },
  });
});

test('the newest version passes as it is', () => {
  const stored = { type: 'meeting.held.v3', data: {} };
  expect(upcast(stored, table)).toEqual(stored);
});

test('upcasters that lead round in a circle are reported', () => {
  const circle = new Map([
    ['a.v1', { from: 'a.v1', to: 'a.v2', lift: (data: unknown) => data }],
    ['a.v2', { from: 'a.v2', to: 'a.v1', lift: (data: unknown) => data }],
  ]);
  expect(() => upcast({ type: 'a.v1', data: {} }, circle)).toThrow('round in a circle');
});

test('an event that is read as one type can stand in the log as any earlier version of it', () => {
  expect(storedTypes(['meeting.held.v3', 'meeting.moved.v1'], table)).toEqual([
    'meeting.held.v3',
    'meeting.moved.v1',
    'meeting.held.v2',
    'meeting.held.v1',
  ]);
});
