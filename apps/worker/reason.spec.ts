import { expect, test } from '@jest/globals';
import { LogNotOurs } from '#log/contract/errors';
import { LogMismatch } from '#views/index/errors';
import { reasonOf } from './reason.ts';

test.each([
  ['other-log', LogMismatch.other('a', 'b')],
  ['log-is-shorter', LogMismatch.shorter(12, 'programme-1', 3)],
])(
  'given a log that the views do not belong to (%s), then the worker says in both languages how to go on',
  (code, error) => {
    expect(reasonOf(error)).toEqual({
      code,
      nl: expect.stringContaining('samenspel views reindex'),
      en: expect.stringContaining('samenspel views reindex'),
    });
  },
);

test('given a log of something else, then the worker says in both languages what to connect', () => {
  expect(reasonOf(new LogNotOurs())).toEqual({
    code: 'log-not-ours',
    nl: expect.stringContaining('Sluit een leeg logboek aan'),
    en: expect.stringContaining('Connect a log that is empty'),
  });
});
