import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { at } from './expiry.ts';

const day = 24 * 60 * 60 * 1_000;
const inDays = (days: number) => new Date(Date.now() + days * day);

describe('the end of live updates', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('given a token that is good for 30 days, then it is not told as expired after 25, and it is after 30', () => {
    const expired = jest.fn();
    at(inDays(30), expired);
    jest.advanceTimersByTime(25 * day);
    expect(expired).not.toHaveBeenCalled();
    jest.advanceTimersByTime(5 * day);
    expect(expired).toHaveBeenCalledTimes(1);
  });

  test('given a token that expired already, then it ends at once', () => {
    const expired = jest.fn();
    at(inDays(-1), expired);
    jest.advanceTimersByTime(0);
    expect(expired).toHaveBeenCalledTimes(1);
  });

  test('given a reader who left after 25 days, then nothing happens any more', () => {
    const expired = jest.fn();
    const release = at(inDays(30), expired);
    jest.advanceTimersByTime(25 * day);
    release();
    jest.advanceTimersByTime(10 * day);
    expect(expired).not.toHaveBeenCalled();
  });
});
