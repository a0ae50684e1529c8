import { describe, expect, test } from '@jest/globals';
import { AbsorbedCommands } from './absorbed.ts';
import type { Entity } from './entity.ts';
import { EntityCache } from './entity-cache.ts';

const entity = (stream: string, revision: number): Entity<string> => ({
  stream,
  revision,
  state: `${stream}@${revision}`,
  absorbed: AbsorbedCommands.none,
});

describe('the cache of entities', () => {
  test('gives the later of two, whichever came last', () => {
    const cache = new EntityCache({ entities: 10, events: 1_000 });
    cache.keep(entity('a', 4));
    expect(cache.keep(entity('a', 2)).revision).toBe(4);
    expect(cache.get('a')?.revision).toBe(4);
    cache.drop('a');
    expect(cache.get('a')).toBeUndefined();
  });

  test('holds no more entities than it may, and those that were used last', () => {
    const cache = new EntityCache({ entities: 10, events: 1_000 });
    for (let i = 0; i < 100; i++) {
      cache.get('used all the time');
      cache.keep(entity(i === 0 ? 'used all the time' : `stream ${i}`, 1));
      expect(cache.size.entities).toBeLessThanOrEqual(10);
    }
    expect(cache.get('used all the time')).toBeDefined();
    expect(cache.get('stream 1')).toBeUndefined();
    expect(cache.get('stream 99')).toBeDefined();
  });

  test('holds no more events than it may, however few the streams are', () => {
    const cache = new EntityCache({ entities: 1_000, events: 1_000 });
    for (let i = 0; i < 100; i++) {
      cache.keep(entity(`stream ${i}`, 99));
      expect(cache.size.events).toBeLessThanOrEqual(1_000);
    }
    expect(cache.size.entities).toBeGreaterThan(4);
  });

  test('counts a stream that grows once', () => {
    const cache = new EntityCache({ entities: 1_000, events: 1_000 });
    for (let revision = 0; revision < 300; revision++) cache.keep(entity('a', revision));
    cache.keep(entity('b', 0));
    expect(cache.size).toEqual({ entities: 2, events: 301 });
  });
});
