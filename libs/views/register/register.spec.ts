import { describe, expect, test } from '@jest/globals';
import type { Organisation } from '#domain/register/events';
import { idOf } from '../../../test/support/events.ts';
import { Register } from './register.ts';

const organisation = (name: string, more: Partial<Organisation> = {}): Organisation => ({
  id: idOf(name),
  kind: 'municipality',
  name,
  successors: [],
  ...more,
});

const drenthe = organisation('Drenthe', { kind: 'province', cbs: '22' });
const fryslan = organisation('Fryslân', { kind: 'province', cbs: '21' });
const assen = organisation('Assen', { province: 'Drenthe' });
const noardeast = organisation('Noardeast-Fryslân', { province: 'Fryslân' });
const denBosch = organisation("'s-Hertogenbosch", { province: 'Noord-Brabant' });
const register = new Register('2025-01-01', [noardeast, denBosch, drenthe, assen, fryslan]);

const names = (ids: readonly string[] | undefined) => ids?.map((id) => register.named(id).name).sort();

describe('the organisation register', () => {
  test('finds a name without its accents, its case and its punctuation', () => {
    expect(names(register.matching({ search: 'noardeast fryslan' }))).toEqual(['Noardeast-Fryslân']);
    expect(names(register.matching({ search: 'FRYSLÂN' }))).toEqual(['Fryslân', 'Noardeast-Fryslân']);
    expect(names(register.matching({ search: 's hertog' }))).toEqual(["'s-Hertogenbosch"]);
    expect(register.matching({ search: 'nobody' })).toEqual([]);
  });

  test('finds what is within a province, by its name or its code, and the province itself', () => {
    expect(names(register.matching({ province: 'fryslan' }))).toEqual(['Fryslân', 'Noardeast-Fryslân']);
    expect(names(register.matching({ province: '22', search: 'a' }))).toEqual(['Assen']);
  });

  test('says nothing when nothing is asked, so that also what it does not know is in the list', () => {
    expect(register.matching({})).toBeUndefined();
  });

  test('knows the order of names', () => {
    const { ranks } = register;
    const inOrder = [...register.organisations].sort((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0));
    expect(inOrder.map(({ name }) => name)).toEqual([
      'Assen',
      'Drenthe',
      'Fryslân',
      'Noardeast-Fryslân',
      "'s-Hertogenbosch",
    ]);
  });
});
