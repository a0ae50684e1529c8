import { describe, expect, test } from '@jest/globals';
import { timeline } from './timeline.ts';

describe('the course of events of the example', () => {
  test('every step has a name of its own, so that its idempotency key is its own', () => {
    const names = timeline.map((step) => step.name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('it is recorded in order and before November 2026', () => {
    const moments = timeline.map((step) => step.at);
    expect(moments).toEqual(moments.toSorted());
    expect(moments.at(-1)?.slice(0, 10)).toBe('2026-09-29');
  });

  test('what a step refers to was given by a step before it', () => {
    const known = new Set<string>();
    for (const step of timeline) {
      const text = `${step.path} ${typeof step.body === 'string' ? step.body : JSON.stringify(step.body)}`;
      const unknown = [...text.matchAll(/\{([a-z0-9:/-]+)\}/g)]
        .map((m) => m[1])
        .filter((name) => !known.has(name ?? ''));
      expect({ step: step.name, unknown }).toEqual({ step: step.name, unknown: [] });
      known.add(`event:${step.name}`);
      if (step.gives) known.add(step.gives);
      if (step.waitsFor?.kind === 'imported') {
        for (const who of ['eemsdelta', 'oldambt', 'veendam', 'heerenveen', 'noardeast', 'hoogeveen', 'coevorden']) {
          known.add(who);
        }
      }
    }
  });

  test('three facts are recorded more than two weeks after they happened', () => {
    const late = timeline.filter(({ at, body }) => {
      const occurredOn = typeof body === 'object' && !('reason' in body && 'event' in body) && body['occurredOn'];
      return typeof occurredOn === 'string' && Date.parse(at) - Date.parse(occurredOn) > 15 * 86_400_000;
    });
    expect(late.map((step) => step.name)).toEqual([
      'contact-1/oldambt',
      'given/emmen/council',
      'delivered/leeuwarden/2',
    ]);
  });
});
