import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { v5 } from 'uuid';
import { eventId } from './event-id.ts';

test('the id of an event is the UUID of version 5 that every other implementation gives', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(text, fc.uuid(), fc.uuid(), text, fc.nat(), (stream, actor, id, digest, index) => {
      const name = `${stream} ${actor} ${id} ${digest} ${index}`;
      expect(eventId(stream, { actor, id, digest }, index)).toBe(v5(name, '5b1f7f0c-6f0c-5d43-9d52-0d6c9d2f5c11'));
    }),
  );
});
