import { describe, expect, it, test } from '@jest/globals';
import { Limiter, senderOf } from './limiter.ts';

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

test.each([
  ['an address', '198.51.100.7', '198.51.100.7'],
  ['an address with the port of its connection', '198.51.100.7:50123', '198.51.100.7'],
  ['an IPv4 address in the form of IPv6', '::ffff:198.51.100.7', '198.51.100.7'],
  ['an address of a customer of IPv6', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2:9:9:9:9'],
  ['the same with a port', '[2001:db8:1:2::1]:50123', '2001:db8:1:2::2'],
  ['no address', 'unknown', 'unknown'],
])('a sender is known by %s', (_, address, same) => {
  expect(senderOf(address)).toBe(senderOf(same));
});

test('customers of IPv6 are senders of their own', () => {
  expect(senderOf('2001:db8:1:2::1')).not.toBe(senderOf('2001:db8:1:3::1'));
});
