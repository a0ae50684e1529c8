import { describe, expect, it } from '@jest/globals';
import { mostTold } from '#domain/template/template';
import { withTold } from './told.ts';

const days = Array.from({ length: mostTold }, (_, index) => `2026-01-${String(index + 10)}`);

describe('what a row keeps of the facts about items', () => {
  it('is the first day of each item that says the same', () => {
    const once = withTold([], { on: '2026-02-01', item: 'first' });
    expect(withTold(once, { on: '2026-03-01', item: 'first' })).toEqual(once);
    expect(withTold(once, { on: '2026-01-01', item: 'first' })).toEqual([{ on: '2026-01-01', item: 'first' }]);
    expect(withTold(once, { on: '2026-03-01', item: 'first', level: 'board' })).toHaveLength(2);
  });

  it('is in the order of the days, and no more than a milestone can ask for', () => {
    const full = days.reduceRight(
      (facts, on) => withTold(facts, { on, item: on }),
      withTold([], { on: '2027-01-01', item: 'last' }),
    );
    expect(full.map(({ on }) => on)).toEqual(days);
    expect(withTold(full, { on: '2027-01-01', item: 'later' })).toEqual(full);
    expect(withTold(full, { on: '2026-01-01', item: 'earlier' }).map(({ on }) => on)).toEqual([
      '2026-01-01',
      ...days.slice(0, -1),
    ]);
  });
});
