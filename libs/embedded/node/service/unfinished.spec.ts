import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { COMPLETE_WITHIN_MS, pendingOf, Unfinished } from './unfinished.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** Appends of one call, and the ids of those that were told to be late. */
function appends() {
  const late: string[] = [];
  return { late, unfinished: new Unfinished((id) => late.push(id)) };
}

const due = (deadline: number | null) => pendingOf({ stream: 's', expected: { kind: 'any' }, deadline });

describe('an append of which messages have still to come', () => {
  test.each([
    ['a deadline', () => Date.now() + 300, 300],
    ['a deadline that lies far ahead', () => Date.now() + 1e12, COMPLETE_WITHIN_MS],
    ['no deadline', () => null, COMPLETE_WITHIN_MS],
  ])('given %s, then it is told and forgotten when its time is up, though more of it came', (_, deadline, within) => {
    const { late, unfinished } = appends();
    const append = due(deadline());
    unfinished.keep('a', append);
    jest.advanceTimersByTime(within - 1);
    unfinished.keep('a', append);
    expect([unfinished.get('a'), late]).toEqual([append, []]);
    jest.advanceTimersByTime(1);
    expect([unfinished.get('a'), late]).toEqual([undefined, ['a']]);
  });

  test('given that it was completed, or that its call has ended, then nothing is told', () => {
    const { late, unfinished } = appends();
    for (const id of ['a', 'b', 'c']) unfinished.keep(id, due(null));
    unfinished.forget('a');
    unfinished.forgetAll();
    jest.advanceTimersByTime(COMPLETE_WITHIN_MS);
    expect([unfinished.get('b'), late]).toEqual([undefined, []]);
  });
});
