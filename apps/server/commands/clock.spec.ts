import { afterEach, expect, jest, test } from '@jest/globals';
import { SimulatedClock } from './clock.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

/** Lets the real time be so many milliseconds after the process began. */
function after(milliseconds: number): void {
  jest.spyOn(performance, 'now').mockReturnValue(milliseconds);
}

const last = async () => '2026-06-30T10:00:00.000Z';
const nobodyAsks = () => Promise.reject(new Error('The log is asked only once'));

test('given an example that ended last summer, when somebody records by hand, then it goes on from there', async () => {
  const clock = new SimulatedClock();
  after(1_000);
  expect(await clock.now(last)).toBe('2026-06-30T10:00:00.000Z');
  after(61_000);
  expect(await clock.now(nobodyAsks)).toBe('2026-06-30T10:01:00.000Z');
});

test('given that somebody looked at it, when an earlier moment is told, then that is taken, and it goes on from there', async () => {
  const clock = new SimulatedClock();
  after(0);
  await clock.now(last);
  expect(clock.aheadOf('2025-09-01T08:00:00.000Z')).toBeUndefined();
  clock.advance('2025-09-01T08:00:00.000Z');
  expect(await clock.now(nobodyAsks)).toBe('2025-09-01T08:00:00.000Z');
});

test('given a moment that is told while the log is asked, then that is not forgotten', async () => {
  const clock = new SimulatedClock();
  after(0);
  const asked = clock.now(async () => {
    clock.advance('2026-07-01T08:00:00.000Z');
    return last();
  });
  expect(await asked).toBe('2026-07-01T08:00:00.000Z');
});

test('given a clock that a request told, then it goes on from that moment, and is never set back', async () => {
  const clock = new SimulatedClock();
  after(0);
  clock.advance('2026-03-01T08:00:00.000Z');
  after(5_000);
  clock.advance('2026-02-01T08:00:00.000Z');
  expect(await clock.now(nobodyAsks)).toBe('2026-03-01T08:00:05.000Z');
  expect(clock.aheadOf('2026-02-28T08:00:00.000Z')).toBe('2026-03-01T08:00:00.000Z');
});
