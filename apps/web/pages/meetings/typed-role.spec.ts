import { describe, expect, it } from '@jest/globals';
import { roles as known } from '../../ui/facts/roles.ts';
import { mostRoles, offeredRoles, whyNotAdded, withTyped } from './typed-role.ts';

const wordOf = (role: string) => (role === 'council-clerk' ? 'griffier' : role);
const full = Array.from({ length: mostRoles }, (_, at) => `rol-${at}`);

describe('a role that is typed', () => {
  it('given a word, then it stands with the roles, and a known role by its own key', () => {
    expect(withTyped(['lead'], 'Wijkregisseur', wordOf)).toEqual(['lead', 'wijkregisseur']);
    expect(withTyped(['lead'], 'Griffier', wordOf)).toEqual(['lead', 'council-clerk']);
  });

  it('given nothing, or a role that stands there, then the roles are what they were', () => {
    for (const typed of ['', '  ', 'Lead']) {
      expect(withTyped(['lead'], typed, wordOf)).toEqual(['lead']);
      expect(whyNotAdded(['lead'], typed, wordOf)).toBeUndefined();
    }
  });

  it('given no letter, then it is said why it was not added', () => {
    expect(withTyped(['lead'], '…', wordOf)).toEqual(['lead']);
    expect(whyNotAdded(['lead'], '…', wordOf)).toBe('attendance.roleWithoutLetters');
  });

  it('given as many roles as there can be, then it is said why another was not added', () => {
    expect(withTyped(full, 'Wijkregisseur', wordOf)).toEqual(full);
    expect(whyNotAdded(full, 'Wijkregisseur', wordOf)).toBe('attendance.rolesFull');
    expect(whyNotAdded(full, 'rol 1', wordOf)).toBeUndefined();
  });
});

describe('the roles to tick', () => {
  it('given a role in words that is no longer chosen, then it stays to tick, in its place', () => {
    const before = offeredRoles([], ['wijkregisseur', 'buurtwerker']);
    expect(before).toEqual([...known, 'wijkregisseur', 'buurtwerker']);
    expect(offeredRoles(before, ['buurtwerker'])).toEqual(before);
    expect(offeredRoles(before, ['buurtwerker', 'opzichter'])).toEqual([...before, 'opzichter']);
  });
});
