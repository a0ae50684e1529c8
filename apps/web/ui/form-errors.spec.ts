import { describe, expect, it } from '@jest/globals';
import { messageOf } from './form-errors.ts';

describe('what is wrong with a field', () => {
  it('given a field that was left empty, then it is said in one way, whatever the API checked', () => {
    expect(messageOf({ code: 'required' }, 'text')).toBe('form.fillIn');
    expect(messageOf({ code: 'empty-text' }, 'text')).toBe('form.fillIn');
    expect(messageOf({ code: 'not-a-key' }, 'key')).toBe('form.fillIn');
  });

  it.each(['required', 'not-an-id', 'not-a-key', 'not-one-of'])(
    'given a list in which nothing was chosen (%s), then that is said',
    (code) => expect(messageOf({ code }, 'choice')).toBe('form.chooseOne'),
  );

  it('given anything else, then the API says it', () => {
    expect(messageOf({ code: 'too-long' }, 'text')).toBeUndefined();
    expect(messageOf({ code: 'network-not-chosen' }, 'choice')).toBeUndefined();
  });
});
