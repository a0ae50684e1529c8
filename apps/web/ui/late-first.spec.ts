import { describe, expect, it } from '@jest/globals';
import { commitmentOf } from '../testing/rows.ts';
import { lateFirst } from './late-first.ts';

describe('the order of commitments', () => {
  it('is late first, the longest on top, then by day, then as they came', () => {
    const order = lateFirst([
      commitmentOf('Emmen', 'council'),
      commitmentOf('Assen', 'council', undefined, '2026-05-01'),
      commitmentOf('Veendam', 'council', 3),
      commitmentOf('Oldambt', 'council', 12),
      commitmentOf('Groningen', 'council', undefined, '2026-04-01'),
    ]);
    expect(order.map(({ organisation }) => organisation.name)).toEqual([
      'Oldambt',
      'Veendam',
      'Groningen',
      'Assen',
      'Emmen',
    ]);
  });
});
