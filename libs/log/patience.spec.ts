import { describe, expect, test } from '@jest/globals';
import { BackOff, Deadline, patience, rest, withTimeLimit } from './patience.ts';

const never = new Promise<never>(() => undefined);

/** Milliseconds that it took. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

describe('waiting', () => {
  test('an answer in time is the answer; none is a failure within the limit', async () => {
    expect(await withTimeLimit(Promise.resolve('there'), 1_000)).toBe('there');
    await expect(withTimeLimit(never, 10)).rejects.toThrow('No answer within 10 ms');
    await expect(withTimeLimit(Promise.reject(new Error('away')), 1_000)).rejects.toThrow('away');
  });

  test('ends with the signal, before and while it waits', async () => {
    const stop = new AbortController();
    const waiting = withTimeLimit(never, 60_000, stop.signal);
    stop.abort();
    await expect(waiting).rejects.toThrow('Not waited for');
    await expect(withTimeLimit(never, 60_000, stop.signal)).rejects.toThrow('Not waited for');
    expect(await timeOf(() => rest(60_000, stop.signal))).toBeLessThan(1_000);
  });

  test('pauses double up to the longest, and begin again after a success', async () => {
    const pauses = new BackOff({ first: 10, most: 40 });
    const taken: number[] = [];
    for (let i = 0; i < 4; i++) taken.push(await timeOf(() => pauses.wait()));
    // A timer may fire a part of a millisecond early, and late on a busy machine.
    for (const [i, least] of [10, 20, 40, 40].entries()) expect(taken[i]).toBeGreaterThan(least - 2);
    pauses.reset();
    expect(await timeOf(() => pauses.wait())).toBeLessThan(taken[3] ?? 0);
  });

  test('a deadline passes', async () => {
    const deadline = new Deadline(10);
    expect(deadline.isPast).toBe(false);
    await rest(15);
    expect(deadline.isPast).toBe(true);
  });

  test('the tries of an append fit in the time of a command, but for the last', () => {
    const pauses = [100, 200, 400, 800, 1_600].reduce((sum, pause) => sum + pause, 0);
    expect((patience.appends - 1) * patience.call + pauses).toBeLessThan(patience.command);
  });
});
