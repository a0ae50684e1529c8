import { describe, expect, it } from '@jest/globals';
import { LogUnavailable } from '#log/contract/errors';
import { badRequest, problem } from '../http/problem.ts';
import { outcomeOf } from './command-figures.interceptor.ts';

describe('what a command came to, in the figures', () => {
  it.each([
    ['a key of another command', problem(409, 'idempotency-key-reused'), 'key-reused'],
    ['a form that is closed', problem(409, 'application-form-closed'), 'refused'],
    ['an access that has ended', problem(409, 'access-ended'), 'refused'],
    ['a mail without a server', problem(409, 'mail-not-set-up'), 'refused'],
    ['a rule of the trade', problem(422, 'applied-before'), 'refused'],
    ['what is not there', problem(404, 'not-found'), 'refused'],
    ['something in between', problem(412, 'changed-in-between'), 'conflict'],
    ['a wrong shape', badRequest([]), 'malformed'],
    ['a log that is away', new LogUnavailable('away'), 'unavailable'],
    ['what nobody foresaw', new Error('?'), 'failed'],
  ] as const)('given %s, then it is told as such', (_, thrown, outcome) => {
    expect(outcomeOf(thrown)).toBe(outcome);
  });
});
