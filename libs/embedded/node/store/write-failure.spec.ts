import { describe, expect, test } from '@jest/globals';
import { isDiskFull, isForked, isInDoubt } from './write-failure.ts';

function failure(code: string, severity?: string): Error {
  return Object.assign(new Error(code), { code, ...(severity === undefined ? {} : { severity }) });
}

describe('a write that failed', () => {
  test.each([
    ['a table without room', '53100', 'ERROR'],
    ['a statement that took too long', '54000', 'ERROR'],
  ])('is certainly not written: %s', (_, code, severity) => {
    expect(isInDoubt(failure(code, severity))).toBe(false);
  });

  test.each([
    ['a write-ahead log without room', '53100', 'PANIC'],
    ['a session that is ended', '57P01', 'FATAL'],
    ['a server that stops', '57P02', 'WARNING'],
    ['a fault of its own', 'XX000', 'ERROR'],
    ['a line that was cut', 'ECONNRESET', undefined],
  ])('is in doubt: %s', (_, code, severity) => {
    expect(isInDoubt(failure(code, severity))).toBe(true);
  });

  test('is in doubt when nobody says why', () => {
    expect(isInDoubt(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isInDoubt(new Error('Query read timeout'))).toBe(true);
  });

  test('by its reason', () => {
    expect([isDiskFull(failure('53100', 'ERROR')), isDiskFull(failure('23505', 'ERROR'))]).toEqual([true, false]);
    expect([isForked(failure('23505', 'ERROR')), isForked(failure('53100', 'ERROR'))]).toEqual([true, false]);
  });
});
