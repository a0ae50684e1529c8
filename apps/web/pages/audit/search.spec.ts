import { describe, expect, it } from '@jest/globals';
import { readSearch } from './search.ts';

describe('the address of the audit', () => {
  it('says whose story is read and by what it is narrowed; what is not known is left out', () => {
    const asked = { deelname: 'assen', soort: 'trajectory.applied.v1', rol: 'lead', kanaal: 'api', hersteld: 'ja' };
    expect(readSearch({ ...asked, bekend: '2026-06-01' })).toEqual(asked);
    expect(readSearch({ deelname: '', rol: 7 })).toEqual({});
  });
});
