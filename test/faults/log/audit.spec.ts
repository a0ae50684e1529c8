import { describe, expect, test } from '@jest/globals';
import { Ledger } from '#embedded/testing/ledger';
import { judge, type Logged } from './audit.ts';

/** Three events that were offered one after the other and acknowledged, and the log that holds them. */
function kept(): { ledger: Ledger; log: Logged[] } {
  const ledger = new Ledger();
  const log: Logged[] = [];
  for (let n = 0; n < 3; n += 1) {
    const offered = ledger.offer(`id-${n}`, 's', n);
    const position = BigInt(10 + n);
    ledger.acknowledge([offered], {
      success: true,
      nextExpectedRevision: BigInt(n),
      position: { commit: position, prepare: position },
    });
    log.push({ id: `id-${n}`, stream: 's', n, revision: n, position });
  }
  return { ledger, log };
}

describe('the audit of a log', () => {
  test('finds nothing where nothing is wrong, also when something unacknowledged is there or is not', () => {
    const { ledger, log } = kept();
    ledger.offer('id-3', 's', 3);
    expect(judge(log, ledger).breaches).toEqual([]);
    const more = [...log, { id: 'id-3', stream: 's', n: 3, revision: 3, position: 13n }];
    expect(judge(more, ledger).breaches).toEqual([]);
  });

  test('finds what was acknowledged and is not there, or elsewhere', () => {
    const { ledger, log } = kept();
    expect(judge(log.slice(0, 2), ledger).figures).toMatchObject({ lost: 1 });
    const moved = log.map((event) => (event.n === 2 ? { ...event, position: 99n } : event));
    expect(judge(moved, ledger).breaches).toEqual(['lost: s, number 2']);
  });

  test('holds the events of one append to the place that was told of the last', () => {
    const ledger = new Ledger();
    const offered = [ledger.offer('a', 's', 0), ledger.offer('b', 's', 1)];
    ledger.acknowledge(offered, { success: true, nextExpectedRevision: 1n, position: { commit: 9n, prepare: 9n } });
    const log = [
      { id: 'a', stream: 's', n: 0, revision: 0, position: 5n },
      { id: 'b', stream: 's', n: 1, revision: 1, position: 9n },
    ];
    expect(judge(log, ledger)).toMatchObject({ breaches: [], figures: { 'writes acknowledged': 2 } });
    expect(judge(log.slice(0, 1), ledger).breaches).toEqual(['lost: s, number 1']);
    expect(judge(log.slice(1), ledger).figures).toMatchObject({ lost: 1 });
  });

  test('finds what is there twice', () => {
    const { ledger, log } = kept();
    const again = { id: 'id-2', stream: 's', n: 2, revision: 3, position: 13n };
    expect(judge([...log, again], ledger).figures).toMatchObject({ doubled: 1 });
  });

  test('finds what nobody offered', () => {
    const { ledger, log } = kept();
    const strange = { id: 'strange', stream: 't', n: 0, revision: 0, position: 13n };
    expect(judge([...log, strange], ledger).breaches).toEqual(['never offered: t, number 0']);
  });

  test('finds a gap, and positions that do not grow', () => {
    const { ledger, log } = kept();
    expect(judge([...log].reverse(), ledger).figures['out of order']).toBeGreaterThan(0);
    const gap = log.map((event) => (event.n === 2 ? { ...event, revision: 3 } : event));
    expect(judge(gap, ledger).figures['out of order']).toBe(1);
  });

  test('finds what was begun after another was acknowledged, and stands before it', () => {
    const ledger = new Ledger();
    const [first, second] = [ledger.offer('a', 's', 0), ledger.offer('b', 't', 0)];
    const told = (position: bigint) => ({
      success: true,
      nextExpectedRevision: 0n,
      position: { commit: position, prepare: position },
    });
    ledger.acknowledge([first], told(20n));
    const late = ledger.offer('c', 'u', 0);
    ledger.acknowledge([late], told(10n));
    ledger.acknowledge([second], told(15n));
    const log = [
      { id: 'c', stream: 'u', n: 0, revision: 0, position: 10n },
      { id: 'b', stream: 't', n: 0, revision: 0, position: 15n },
      { id: 'a', stream: 's', n: 0, revision: 0, position: 20n },
    ];
    expect(judge(log, ledger).breaches).toEqual(['out of order: s, number 0']);
  });
});
