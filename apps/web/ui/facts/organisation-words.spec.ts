import { describe, expect, it } from '@jest/globals';
import { nameIn, organisationIn, organisationWords } from './organisation-words.ts';

describe('an organisation in a form', () => {
  it('is read as people know it, with its code or else its id', () => {
    const id = '01a22607-9179-508c-b1ed-ce0808067631';
    expect(organisationWords({ id, name: 'Coevorden', cbs: '0109' })).toBe('Coevorden (0109)');
    expect(organisationWords({ id, name: 'Veranderhuis', cbs: null })).toBe(`Veranderhuis (${id})`);
  });

  it('is sent by its code, and as it was typed when it has none', () => {
    expect(organisationIn('Coevorden (0109)')).toBe('0109');
    expect(organisationIn('Bergen (NH) (0373)')).toBe('0373');
    expect(organisationIn(' 0109 ')).toBe('0109');
    expect(organisationIn('Bergen (NH)')).toBe('Bergen (NH)');
  });

  it('is looked for by its name', () => {
    expect(nameIn('Coevorden (0109)')).toBe('Coevorden');
    expect(nameIn('Bergen (NH)')).toBe('Bergen (NH)');
  });
});
