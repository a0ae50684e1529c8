import { describe, expect, it } from '@jest/globals';
import { viewOf, without, withView } from './views.ts';

const late = { name: 'Te laat', search: { toon: 'late', volgorde: 'name' } };
const behind = { name: 'Achter', search: { status: 'behind' } };

describe('saved views', () => {
  it('stand by name, and one of the same name takes the place of the other', () => {
    const all = withView(withView([], late), behind);
    expect(all.map(({ name }) => name)).toEqual(['Achter', 'Te laat']);
    expect(withView(all, { name: 'Achter', search: {} })).toEqual([{ name: 'Achter', search: {} }, late]);
    expect(without(all, 'Achter')).toEqual([late]);
  });

  it('are found by their filters, whatever the order of those', () => {
    expect(viewOf([behind, late], { volgorde: 'name', toon: 'late' })).toBe(late);
    expect(viewOf([behind, late], { toon: 'late' })).toBeUndefined();
  });
});
