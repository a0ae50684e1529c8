import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CopyRows, copyField } from './copy-rows.ts';

test('whatever the size of the rows, the pieces together are all of them, and each is a buffer of its own', () => {
  const long = fc.tuple(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 3_000 }));
  fc.assert(
    fc.property(fc.array(long, { maxLength: 40 }), (texts) => {
      const lasts = texts.map(([text, times]) => copyField(text.repeat(times)));
      const rows = new CopyRows();
      for (const [index, last] of lasts.entries()) rows.add([`${index}`, 'ß'], last);
      const written = lasts.map((last, index) => `${index}\tß\t${last}\n`).join('');
      expect(Buffer.concat(rows.pieces).equals(Buffer.from(written, 'utf8'))).toBe(true);
      expect(new Set(rows.pieces.map(({ buffer }) => buffer)).size).toBe(rows.pieces.length);
    }),
    { numRuns: 50 },
  );
});
