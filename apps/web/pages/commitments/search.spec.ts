import { describe, expect, test } from '@jest/globals';
import type { Commitment } from '../../data/answers/follow.ts';
import { readSearch, shownOf } from './search.ts';

function commitmentOf(name: string, layer: string, step: string, days?: number): Commitment {
  return {
    trajectory: name,
    organisation: { id: name, name, cbs: null, province: null },
    layer,
    commitment: { step },
    due: null,
    late: days === undefined ? null : { due: '2026-01-01', days },
    facts: [],
  };
}

const all = [
  commitmentOf('Assen', 'council', 'asked', 12),
  commitmentOf('Assen', 'executive', 'given'),
  commitmentOf('Noordenveld', 'council', 'asked'),
  commitmentOf('Tynaarlo', 'council', 'given'),
];

describe('what is shown of the commitments', () => {
  test('stands in the address; what is not known there is left out', () => {
    const address = { zoek: 'assen', laag: 'council', stand: 'asked', laat: 'ja', volgorde: '-due' };
    expect(readSearch(address)).toEqual(address);
    expect(readSearch({ zoek: '', laag: '', laat: 'nee', volgorde: 'province', bekend: '2026-01-01' })).toEqual({});
  });

  test('is everything as long as nothing is chosen', () => {
    expect(shownOf(all, {})).toEqual(all);
  });

  test('fits everything that is chosen', () => {
    const names = (search: Parameters<typeof shownOf>[1]) =>
      shownOf(all, search).map(({ organisation, layer }) => `${organisation.name} ${layer}`);
    expect(names({ laag: 'council' })).toEqual(['Assen council', 'Noordenveld council', 'Tynaarlo council']);
    expect(names({ laag: 'council', stand: 'asked' })).toEqual(['Assen council', 'Noordenveld council']);
    expect(names({ laag: 'council', laat: 'ja' })).toEqual(['Assen council']);
    expect(names({ zoek: 'VELD' })).toEqual(['Noordenveld council']);
    expect(names({ zoek: 'veld', laat: 'ja' })).toEqual([]);
  });
});
