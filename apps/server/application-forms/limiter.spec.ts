import { describe, expect, it } from '@jest/globals';
import { Limiter } from './limiter.ts';

const limits = { ofSender: 2, ofForm: 3, periodMs: 1_000, senders: 3 };

function limiterAt() {
  const clock = { now: 0 };
  return { clock, limiter: new Limiter(limits, () => clock.now) };
}

describe('what is sent to an open form', () => {
  it('is held back of one sender after so many, and of that form alone', () => {
    const { limiter } = limiterAt();
    const sent = ['a', 'a', 'a'].map((address) => limiter.takes('form', address));
    expect(sent).toEqual([true, true, false]);
    expect(limiter.takes('other form', 'a')).toBe(true);
  });

  it('is held back of all senders together after so many, and what was held back does not count', () => {
    const { limiter } = limiterAt();
    expect(['a', 'b', 'c', 'd', 'e'].map((address) => limiter.takes('form', address))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('is taken again when the period has passed', () => {
    const { limiter, clock } = limiterAt();
    limiter.takes('form', 'a');
    limiter.takes('form', 'a');
    clock.now = 999;
    expect(limiter.takes('form', 'a')).toBe(false);
    clock.now = 1_001;
    expect(limiter.takes('form', 'a')).toBe(true);
  });

  it('is remembered of so many senders at most', () => {
    const { limiter } = limiterAt();
    for (const form of ['1', '2', '3', '4']) limiter.takes(form, 'a');
    limiter.takes('1', 'a');
    limiter.takes('1', 'a');
    // The first two attempts of this sender were forgotten for those of others.
    expect(limiter.takes('2', 'a')).toBe(true);
  });
});
