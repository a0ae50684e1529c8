import { afterEach, describe, expect, test } from '@jest/globals';
import type { ClockOffset } from '#log/clock/offset';
import { LogUnavailable } from '#log/contract/errors';
import { ClockWatch } from './clock-watch.ts';

type Measured = ClockOffset | 'untold' | 'unsteady';

const watches: ClockWatch[] = [];
afterEach(() => {
  for (const watch of watches.splice(0)) watch.stop();
});

/** What is found when the node is measured like that, one look after the other; the last goes on. */
async function foundAfter(...measured: readonly (Measured | Error)[]) {
  let looks = 0;
  const told: boolean[] = [];
  let done: () => void = () => undefined;
  const looked = new Promise<void>((resolve) => {
    done = resolve;
  });
  const log = {
    clockOffset: async () => {
      const next = measured[Math.min(looks, measured.length - 1)];
      looks += 1;
      if (looks >= measured.length) setImmediate(done);
      if (next === undefined || next instanceof Error) throw next;
      return next;
    },
  };
  const watch = new ClockWatch(log, (_, isOff) => told.push(isOff));
  watches.push(watch);
  watch.start();
  await looked;
  return { finding: watch.finding, told };
}

describe('the clock beside that of the log', () => {
  test.each([
    ['together', { seconds: 0.1, within: 0.6 }, 'pass', undefined],
    ['perhaps more than two seconds ahead', { seconds: 1.6, within: 0.6 }, 'fail', 'clock-off'],
    ['surely behind', { seconds: -40, within: 0.6 }, 'fail', 'clock-off'],
    ['not to be known, because the node does not say', 'untold', 'pass', 'node-tells-no-time'],
    ['not to be known, because one was set just now', 'unsteady', 'fail', 'not-measured'],
  ] as const)('given clocks that are %s, then that is found', async (_, measured, status, code) => {
    const { finding, told } = await foundAfter(measured);
    expect([finding.status, finding.code]).toEqual([status, code]);
    expect(told).toEqual(code === 'clock-off' ? [true] : []);
  });

  test('given a log that is away at first, then it looks again soon', async () => {
    const { finding } = await foundAfter(new LogUnavailable('looking at its clock'), { seconds: 0, within: 0.5 });
    expect(finding).toEqual({ status: 'pass', offsetSeconds: 0, withinSeconds: 0.5 });
  });
});
