import { describe, expect, it } from '@jest/globals';
import { itemOf, knownType, withItemFact, withoutTexts } from './state.ts';

const fact = (on: string, name: string, data: Readonly<Record<string, unknown>> = {}) => ({
  on,
  fact: name,
  data,
  hasText: false,
});
const names = (facts: readonly { readonly on: string; readonly fact: string }[]) =>
  facts.map(({ on, fact }) => `${on.slice(-2)} ${fact}`);

const gathered = fact('2025-10-02', 'gathered');
const chosen = fact('2025-10-04', 'chosen');

describe('the facts of an item', () => {
  it('stand in the order in which they happened, whenever they were told', () => {
    const late = fact('2025-10-03', 'parked');
    expect(names(withItemFact('theme', [gathered, chosen], late))).toEqual(['02 gathered', '03 parked', '04 chosen']);
    const same = fact('2025-10-04', 'parked');
    expect(names(withItemFact('theme', [gathered, chosen], same))).toEqual(['02 gathered', '04 chosen', '04 parked']);
  });

  it('of one day have what brings the item in first, behind what brought it in before', () => {
    const again = (on: string) => fact(on, 'gathered', { title: 'Anders' });
    const told = [gathered, fact('2025-10-02', 'parked'), chosen];
    expect(withItemFact('theme', told, again('2025-10-02'))).toEqual([gathered, again('2025-10-02'), ...told.slice(1)]);
    expect(names(withItemFact('theme', told, again('2025-10-01')))[0]).toBe('01 gathered');
    expect(names(withItemFact('theme', told, again('2025-10-03')))).toEqual([
      '02 gathered',
      '02 parked',
      '03 gathered',
      '04 chosen',
    ]);
    expect(names(withItemFact('theme', told, again('2025-10-05'))).at(-1)).toBe('05 gathered');
  });

  it('lead to the last step of that day, and an end is an end also when it was taken back', () => {
    const facts = [gathered, fact('2025-10-03', 'transferred'), chosen];
    expect(itemOf('theme', facts, '2025-10-01')).toBeUndefined();
    expect(itemOf('theme', facts, '2025-10-03')).toEqual({ step: 'gathered', since: '2025-10-02', ended: false });
    expect(itemOf('theme', facts, '2025-10-04')).toEqual({ step: 'chosen', since: '2025-10-04', ended: false });
    expect(itemOf('theme', [...facts, fact('2025-10-05', 'closed')])?.ended).toBe(true);
    expect(itemOf('demand', [fact('2025-10-01', 'shown'), fact('2025-10-05', 'withdrawn')])?.ended).toBe(true);
    expect(itemOf('demand', [fact('2025-10-01', 'shown'), fact('2025-10-05', 'placed')])?.ended).toBe(true);
  });

  it('hold no protected text, however deep it stands', () => {
    const data = {
      title: 'Samen plannen',
      what: { $text: 'Bellen' },
      result: { $sealed: { key: 'k', iv: 'i', data: 'd', tag: 't' } },
      left: undefined,
      nothing: null,
      needs: [{ key: 'asking', why: { $text: 'Omdat' } }, { $text: 'Los' }, 'los'],
      around: { role: 'lead', said: { $text: 'Iets' } },
    };
    expect(withoutTexts(data)).toEqual({
      title: 'Samen plannen',
      nothing: null,
      needs: [{ key: 'asking' }, 'los'],
      around: { role: 'lead' },
    });
    expect(Object.keys(withoutTexts(data))).not.toContain('left');
  });

  it('are of a kind that the product knows', () => {
    expect(knownType('theme.chosen.v1').name).toBe('chosen');
    expect(() => knownType('theme.forgotten.v1')).toThrow('theme.forgotten.v1 is of no kind of item');
  });
});
