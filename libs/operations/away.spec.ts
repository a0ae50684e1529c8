import { describe, expect, test } from '@jest/globals';
import { Gauge } from 'prom-client';
import { logAnswers } from './checks.ts';
import { fitClock } from './fit-clock.ts';
import { type Finding, passes } from './health.ts';
import { Metrics } from './metrics.ts';

describe('a part that is away', () => {
  test('given figures that were read before it went away, then they are absent, and not as they were last', async () => {
    const metrics = new Metrics('worker');
    const registers = [metrics.registry];
    const plain = new Gauge({ name: 'plain_figure', help: 'One', registers });
    const labelled = new Gauge({ name: 'labelled_figure', help: 'Some', labelNames: ['view'], registers });
    let isAway = false;
    const read = async () => {
      if (isAway) throw new Error('away');
      plain.set(0);
      labelled.set({ view: 'networks' }, 0);
    };
    metrics.collect('part', read, [plain, labelled]);
    const figures = async () => (await metrics.text()).text.match(/^(plain|labelled)_figure/gm);
    expect(await figures()).toEqual(['plain_figure', 'labelled_figure']);

    isAway = true;
    // What was read serves everybody for a second.
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await figures()).toBeNull();
  });

  test('given a log that answers and a database that does not, then the log is not blamed', async () => {
    const lag = { events: 1, isAtLeast: true, seconds: 900, measuredAt: new Date(0), clearTo: undefined };
    const log = { lag: async () => lag };
    const away = () => Promise.reject(new Error('the database is away'));
    expect(await logAnswers(log, { indexedTo: away })()).toEqual(passes);
    expect(await logAnswers(log, { indexedTo: async () => 5n })()).toEqual({ ...passes, lagSeconds: 900 });
  });
});

describe('a clock to record by', () => {
  test('given findings one after the other, then it holds back while one fails, and tells each reason once', () => {
    let finding: Finding = { status: 'fail', code: 'not-measured' };
    const told: unknown[] = [];
    const mayRecord = fitClock(
      {
        get finding() {
          return finding;
        },
      },
      ({ code }, isFit) => told.push(isFit ? 'fit' : code),
    );
    expect([mayRecord(), mayRecord()]).toEqual([false, false]);
    finding = { status: 'fail', code: 'clock-off', offsetSeconds: 4_200 };
    expect([mayRecord(), mayRecord()]).toEqual([false, false]);
    finding = passes;
    expect([mayRecord(), mayRecord()]).toEqual([true, true]);
    finding = { ...passes, code: 'node-tells-no-time' };
    expect(mayRecord()).toBe(true);
    expect(told).toEqual(['not-measured', 'clock-off', 'fit']);
  });
});
