import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import type { ProposedEvent, RecordedEvent } from '../event.ts';
import { decide, type Knowledge } from './decide.ts';
import { RecentEvents } from './recent-events.ts';
import { Tail } from './tail.ts';

const EMPTY = Buffer.alloc(0);

function proposed(...ids: readonly string[]): ProposedEvent[] {
  return ids.map((id) => ({ id, type: 't', isJson: true, data: EMPTY, metadata: EMPTY }));
}

function recorded(position: number): RecordedEvent {
  return {
    id: `e${position}`,
    type: 't',
    isJson: true,
    data: EMPTY,
    metadata: EMPTY,
    stream: 's',
    revision: position,
    position,
    created: 0,
  };
}

/** So that what nobody holds any more is gone. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
}

/** A log in which stream `s` holds these events, all of them written lately. */
function knowing(...ids: readonly string[]): Knowledge {
  const recent = new RecentEvents(100);
  ids.forEach((id, revision) => {
    recent.add({ id, stream: 's', revision, position: revision + 1 });
  });
  return {
    lastRevision: (stream) => (stream === 's' ? ids.length - 1 : -1),
    recent: (id) => recent.withId(id),
    at: (stream, revision) => recent.at(stream, revision),
  };
}

describe('an append is decided', () => {
  const known = knowing('a', 'b', 'c');
  const last = (revision: number): unknown => ({ kind: 'repeat', last: expect.objectContaining({ revision }) });
  const wrong = { kind: 'wrong-expected-version', current: 2 };

  test.each([
    ['any, new', { kind: 'any' }, ['x'], { kind: 'append', after: 2 }],
    ['any, there already', { kind: 'any' }, ['b', 'c'], last(2)],
    ['any, half there', { kind: 'any' }, ['c', 'x'], wrong],
    ['any, nothing to write', { kind: 'any' }, [], { kind: 'append', after: 2 }],
    ['stream exists', { kind: 'stream-exists' }, ['x'], { kind: 'append', after: 2 }],
    ['the last revision', { kind: 'revision', revision: 2 }, ['x'], { kind: 'append', after: 2 }],
    ['an earlier revision, something else there', { kind: 'revision', revision: 0 }, ['x'], wrong],
    ['an earlier revision, the same there', { kind: 'revision', revision: 0 }, ['b', 'c'], last(2)],
    ['an earlier revision, half the same there', { kind: 'revision', revision: 0 }, ['b', 'x'], wrong],
    ['an earlier revision, more than is there', { kind: 'revision', revision: 0 }, ['b', 'c', 'd'], wrong],
    ['an earlier revision, nothing to write', { kind: 'revision', revision: 0 }, [], wrong],
    ['a later revision', { kind: 'revision', revision: 3 }, ['x'], wrong],
    ['no stream, the same there', { kind: 'no-stream' }, ['a'], last(0)],
    ['no stream, something else there', { kind: 'no-stream' }, ['x'], wrong],
  ] as const)('%s', (_, expected, ids, decision) => {
    expect(decide('s', expected, proposed(...ids), known)).toEqual(decision);
  });

  test('on a stream that does not exist', () => {
    const nothing = { kind: 'wrong-expected-version', current: -1 };
    expect(decide('new', { kind: 'no-stream' }, proposed('x'), known)).toEqual({ kind: 'append', after: -1 });
    expect(decide('new', { kind: 'any' }, proposed('a'), known)).toEqual({ kind: 'append', after: -1 });
    expect(decide('new', { kind: 'stream-exists' }, proposed('x'), known)).toEqual(nothing);
    expect(decide('new', { kind: 'revision', revision: 0 }, proposed('x'), known)).toEqual(nothing);
  });

  test('after a look into storage when memory does not know', () => {
    const forgotten: Knowledge = { ...known, at: () => undefined };
    const decision = decide('s', { kind: 'revision', revision: 0 }, proposed('b', 'c'), forgotten);
    expect(decision).toEqual({ kind: 'look-up', from: 1, to: 2 });
  });
});

describe('recent events', () => {
  test('forget the oldest', () => {
    const recent = new RecentEvents(2);
    for (const [revision, id] of ['a', 'b', 'c'].entries())
      recent.add({ id, stream: 's', revision, position: revision });
    expect(recent.withId('a')).toBeUndefined();
    expect(recent.at('s', 0)).toBeUndefined();
    expect(recent.withId('c')).toMatchObject({ revision: 2 });
  });

  test('keep the last half of their number, whatever was forgotten in between', () => {
    const recent = new RecentEvents(10);
    for (let n = 0; n < 40; n += 1) {
      recent.add({ id: `e${n}`, stream: `s${n % 2}`, revision: n >> 1, position: n });
      for (let kept = Math.max(0, n - 4); kept <= n; kept += 1) {
        expect(recent.withId(`e${kept}`)).toMatchObject({ position: kept });
        expect(recent.at(`s${kept % 2}`, kept >> 1)).toMatchObject({ position: kept });
      }
      expect(recent.at(`s${n % 2}`, (n >> 1) + 1)).toBeUndefined();
      expect(recent.at('other', 0)).toBeUndefined();
    }
    expect(recent.withId('e28')).toBeUndefined();
    expect(recent.at('s0', 14)).toBeUndefined();
  });
});

describe('the tail', () => {
  const positions = (events: readonly RecordedEvent[] | null): number[] | undefined =>
    events?.map(({ position }) => position);

  test('gives what comes after a position, in pages', () => {
    const tail = new Tail(10);
    tail.publish([11, 15, 20].map(recorded));
    expect(positions(tail.after(10, 2))).toEqual([11, 15]);
    expect(positions(tail.after(13, 9))).toEqual([15, 20]);
    expect(tail.after(20, 9)).toEqual([]);
    expect(tail.after(9, 9)).toBeNull();
    expect(tail.head).toBe(20);
  });

  test('forgets by number and by size, and says so', () => {
    const tail = new Tail(0, { events: 3, bytes: 100 });
    for (let position = 1; position <= 50; position += 1) tail.publish([recorded(position)]);
    expect(tail.after(46, 9)).toBeNull();
    expect(positions(tail.after(47, 9))).toEqual([48, 49, 50]);
    tail.publish([recorded(140)]);
    expect(tail.after(49, 9)).toEqual([
      expect.objectContaining({ position: 50 }),
      expect.objectContaining({ position: 140 }),
    ]);
    tail.publish([recorded(400)]);
    expect(tail.after(140, 9)).toBeNull();
    expect(tail.after(400, 9)).toEqual([]);
  });

  test.each([
    ['that are all as heavy', () => 500_000],
    ['that are heavy before they are light', (n: number) => (n < 800 ? 500_000 : 20_000)],
  ])('given events %s, then it holds no more of them in memory than its limit allows', async (_, weight) => {
    const bytes = 32 * 1024 * 1024;
    const tail = new Tail(0, { events: 20_000, bytes });
    const published: { readonly weight: number; readonly event: WeakRef<RecordedEvent> }[] = [];
    for (let n = 0; n < 1_600; n += 1) {
      const event = recorded(tail.head + weight(n));
      published.push({ weight: weight(n), event: new WeakRef(event) });
      tail.publish([event]);
    }
    // What was made in this turn is kept until its end.
    await turn();
    collectGarbage();
    const held = published.filter(({ event }) => event.deref() !== undefined);
    expect(held.reduce((sum, each) => sum + each.weight, 0)).toBeLessThanOrEqual(bytes);
    expect(positions(tail.after(tail.head - bytes / 2, 20_000))?.length).toBeGreaterThan(30);
  });

  test('wakes those who wait, and only when there is something', async () => {
    const tail = new Tail(0);
    let woken = 0;
    const waiting = tail.waitBeyond(0).then(() => {
      woken += 1;
    });
    await Promise.resolve();
    expect(woken).toBe(0);
    tail.publish([recorded(1)]);
    await waiting;
    await tail.waitBeyond(0);
    expect(woken).toBe(1);
  });
});
