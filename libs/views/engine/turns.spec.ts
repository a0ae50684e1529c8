import { describe, expect, test } from '@jest/globals';
import { progressView } from '../progress/view.ts';
import { derivation } from './derive.ts';
import { defineDerived } from './derived.ts';
import type { Input, OwnRows } from './steps.ts';
import { Turns } from './turns.ts';

/** Keeps the process busy for so many milliseconds, part by part. */
function* busyWith(parts: number, milliseconds: number): Generator<void> {
  for (let part = 0; part < parts; part += 1) {
    for (const until = performance.now() + milliseconds; performance.now() < until; );
    yield;
  }
}

describe('work that comes in parts', () => {
  test('lets other things have their turn when it takes long', async () => {
    let others = 0;
    const timer = setInterval(() => {
      others += 1;
    }, 1);
    await new Turns().through(busyWith(20, 10));
    clearInterval(timer);
    expect(others).toBeGreaterThan(3);
  });

  test('is done at one go when it is short', async () => {
    let turned = false;
    setImmediate(() => {
      turned = true;
    });
    await new Turns().through(busyWith(3, 0));
    expect(turned).toBe(false);
  });

  test('is taken together, however many pieces it has', async () => {
    let turned = false;
    setImmediate(() => {
      turned = true;
    });
    const turns = new Turns();
    for (let piece = 0; piece < 10; piece += 1) await turns.through(busyWith(1, 10));
    expect(turned).toBe(true);
  });

  test('comes to an end when a part fails', async () => {
    function* failing(): Generator<void> {
      yield;
      throw new Error('broken');
    }
    await expect(new Turns().through(failing())).rejects.toThrow('broken');
  });
});

describe('deriving the rows of a batch', () => {
  test('is a part for each row, for one event may concern all rows of a programme', () => {
    const view = defineDerived({ name: 'copy', version: 1, each: progressView, of: (row) => ({ ...row }) });
    const at = { ordinal: 1, programme: 'p', shard: 0, event: 'e' };
    const steps = ['a', 'b', 'c'].map((key) => ({ key, before: undefined, after: { key }, at }));
    const input: Input = { steps, start: () => undefined, startOf: () => new Map() };
    const recorded: string[] = [];
    const own: OwnRows = {
      current: () => undefined,
      isParked: () => false,
      record: ({ key }) => void recorded.push(key),
    };
    const parts: string[][] = [];
    for (const _ of derivation(view, new Map([[progressView, input]]), own)) parts.push([...recorded]);
    expect(parts).toEqual([['a'], ['a', 'b'], ['a', 'b', 'c']]);
  });
});
