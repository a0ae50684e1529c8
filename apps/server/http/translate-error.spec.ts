import { describe, expect, it } from '@jest/globals';
import { BadRequestException, NotFoundException } from '@nestjs/common';
import { LogUnavailable } from '#log/contract/errors';
import { NotThereYet } from '#views/query/as-of';
import { problem } from './problem.ts';
import { problemBody } from './problem-body.ts';
import { translate } from './translate-error.ts';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

describe('what an error becomes', () => {
  it.each([
    ['a problem', problem(409, 'idempotency-key-reused'), 409, 'idempotency-key-reused'],
    ['a log that is away', new LogUnavailable('reading'), 503, 'part-unavailable'],
    ['a refused connection', withCode('ECONNREFUSED'), 503, 'part-unavailable'],
    ['a PostgreSQL that shuts down', withCode('57P01'), 503, 'part-unavailable'],
    ['an error because of one', new Error('query', { cause: withCode('ECONNRESET') }), 503, 'part-unavailable'],
    ['a PostgreSQL that hangs', new Error('Query read timeout'), 503, 'part-unavailable'],
    ['views that are behind', new NotThereYet('ordinal 12', 10), 503, 'not-there-yet'],
    ['a path of nothing', new NotFoundException(), 404, 'not-found'],
    ['a path that cannot be decoded', new BadRequestException("Failed to decode param '%E0'"), 404, 'not-found'],
    ['a fault of our own', new TypeError('cannot read x of undefined'), 500, 'unexpected-error'],
    ['a duplicate key', withCode('23505'), 500, 'unexpected-error'],
    ['what is not even an error', 'boom', 500, 'unexpected-error'],
  ])('given %s, then it is that problem', (_, error, status, code) => {
    expect(translate(error)).toMatchObject({ status, code });
  });

  it('given a fault of our own, then nothing of it is told to the outside', () => {
    const body = problemBody(translate(new Error('password=secret')), 'en', 'id');
    expect(JSON.stringify(body)).not.toContain('secret');
  });
});
