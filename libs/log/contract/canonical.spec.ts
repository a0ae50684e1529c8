import { describe, expect, test } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonical, digest, inCanonicalOrder } from './canonical.ts';

const key = fc.stringMatching(/^[a-zA-Z$][a-zA-Z0-9]{0,8}$/).filter((k) => k !== '__proto__');
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5 }),
  ),
})).value;

describe('the canonical form', () => {
  test('does not depend on the order in which keys were written', () => {
    expect(canonical({ b: 1, a: { d: 2, c: 3 } })).toBe('{"a":{"c":3,"d":2},"b":1}');
    expect(digest({ b: 1, a: 2 })).toBe(digest({ a: 2, b: 1 }));
  });

  test('is that of the standard, whatever the value', () => {
    const odd = fc.constantFrom('10', '9', '01', '__proto__', 'é', '\u20ac', '😀', '', 'a\u0000', '"');
    const any = fc.dictionary(fc.oneof(odd, key), fc.oneof(json, fc.dictionary(odd, json)));
    fc.assert(fc.property(any, (value) => expect(canonical(value)).toBe(canonicalize(value))));
  });

  test.each([{ text: '\ud800' }, { '\udc00': 1 }, ['a\udfff']])('refuses half of a surrogate pair in %p', (value) => {
    expect(() => canonical(value)).toThrow('Lone surrogate');
    expect(() => inCanonicalOrder(value)).toThrow('Lone surrogate');
  });

  test('keeps a text that only looks like half of a pair', () => {
    expect(canonical({ text: '\\\\ud800' })).toBe('{"text":"\\\\\\\\ud800"}');
    expect(inCanonicalOrder({ text: '\\\\ud800' })).toEqual({ text: '\\\\ud800' });
  });

  test('survives being written and read back, whatever the value', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonical(value);
        expect(canonical(JSON.parse(text))).toBe(text);
        expect(JSON.stringify(inCanonicalOrder(value))).toBe(text);
      }),
    );
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    'refuses %p, which is not a safe integer',
    (number) => {
      expect(() => canonical({ hours: [number] })).toThrow('Not a safe integer at /hours/0');
    },
  );

  test('refuses what JSON does not hold', () => {
    expect(() => canonical({ at: 1n })).toThrow('Not a JSON value at /at: bigint');
  });

  test('refuses a key that looks like a number, which JavaScript would move to the front', () => {
    expect(() => inCanonicalOrder({ a: 1, $: 2, '10': 3, '9': 4 })).toThrow('looks like a number');
  });
});
