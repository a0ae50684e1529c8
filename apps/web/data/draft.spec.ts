import { describe, expect, it } from '@jest/globals';
import { changesOf } from './draft.ts';

const beginning = { text: '', occurredOn: '2026-03-18', public: false };

describe('what is kept of a form', () => {
  it('is what differs from what it begins with', () => {
    expect(changesOf(beginning, { text: 'De griffier belde.', occurredOn: '2026-03-18' })).toEqual({
      text: 'De griffier belde.',
    });
  });

  it('given a form that has changed since, then what does not fit any more is left out', () => {
    expect(changesOf(beginning, { text: 'a', public: 'yes', gone: 'b' })).toEqual({ text: 'a' });
  });
});
