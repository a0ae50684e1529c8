import { describe, expect, it } from '@jest/globals';
import type { DossierItem } from '../../data/answers/follow.ts';
import { partsOf } from './dossier-parts.ts';

const itemOf = (kind: string): DossierItem => ({
  item: kind,
  kind,
  title: kind,
  organisation: null,
  label: { nl: kind, en: kind },
  words: null,
  step: 'begun',
  ended: false,
  due: null,
  since: '2026-03-01',
  late: null,
  carrier: null,
  publication: 'programme',
  about: null,
});

describe('the dossier of one who takes part', () => {
  it('stands under headings, in their order, without those that have nothing', () => {
    const parts = partsOf(['note', 'outcome', 'assignment', 'party'].map(itemOf));
    expect(parts.map(({ part, items }) => [part, items.map(({ kind }) => kind)])).toEqual([
      ['work', ['assignment']],
      ['outcomes', ['outcome']],
      ['others', ['note', 'party']],
    ]);
    expect(partsOf([])).toEqual([]);
  });
});
