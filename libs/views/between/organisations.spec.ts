import { describe, expect, it } from '@jest/globals';
import type { Organisation } from '#domain/register/events';
import { Register } from '../register/register.ts';
import { organisationsWithin } from './organisations.ts';

const register = new Register('2025-01-01', [
  { id: 'p', kind: 'province', name: 'Fryslân', cbs: '21', successors: [] },
  { id: 'm', kind: 'municipality', name: 'Leeuwarden', cbs: '0080', province: 'Fryslân', successors: [] },
  { id: 's', kind: 'supplier', name: 'Bureau Terp', province: 'Fryslan', successors: [] },
  { id: 'o', kind: 'municipality', name: 'Assen', cbs: '0106', province: 'Drenthe', successors: [] },
] satisfies Organisation[]);

describe('the organisations that a filter means', () => {
  it.each(['Fryslân', 'Fryslan', 'FRYSLÂN', ' fryslan', '21'])(
    'given a province called %p, then it and everything in it, as in every list',
    (province) => {
      expect(organisationsWithin(register, { province })).toEqual(['p', 'm', 's']);
      expect(register.matching({ province })).toEqual(['p', 'm', 's']);
    },
  );

  it('given a province by its id, then it too; given one that is not there, then nothing', () => {
    expect(organisationsWithin(register, { province: 'p' })).toEqual(['p', 'm', 's']);
    expect(organisationsWithin(register, { province: 'Friesland' })).toEqual([]);
    expect(organisationsWithin(register, { province: '' })).toEqual([]);
    expect(organisationsWithin(register, {})).toBeUndefined();
  });
});
