import { describe, expect, it } from '@jest/globals';
import { readToken } from './token.ts';

const tokenOf = (claims: unknown) => `e30.${btoa(JSON.stringify(claims))}.c2ln`;

describe('what a token says of itself', () => {
  it('given who, a role and an end, then they are read', () => {
    const token = tokenOf({ sub: 'someone', role: 'lead', exp: 1_800_000_000 });
    expect(readToken(token)).toEqual({ token, role: 'lead', actor: 'someone', expiresAt: 1_800_000_000_000 });
  });

  it.each([
    ['nothing', ''],
    ['a word', 'hello'],
    ['no JSON', 'a.b.c'],
    ['another role', tokenOf({ sub: 'someone', role: 'king', exp: 1 })],
    ['nobody', tokenOf({ role: 'lead', exp: 1 })],
    ['no end', tokenOf({ sub: 'someone', role: 'lead' })],
  ])('given %s, then it is no token', (_, text) => {
    expect(readToken(text)).toBeUndefined();
  });
});
