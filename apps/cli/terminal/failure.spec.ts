import { expect, test } from '@jest/globals';
import { LogNotOurs, LogUnavailable, UnknownEventType } from '#log/contract/errors';
import { WrappingKeyMissing } from '#log/protection/key-ring';
import { LogMismatch } from '#views/index/errors';
import { NotThereYet } from '#views/query/as-of';
import { sentenceFor } from './failure.ts';

const coded = (code: string) => Object.assign(new Error(`connect ${code} 127.0.0.1:5432`), { code });

test.each([
  [
    'a log that does not answer',
    new LogUnavailable('no node answered', { cause: coded('ECONNREFUSED') }),
    /Het logboek antwoordt niet.*SAMENSPEL_LOG_URL/,
  ],
  ['a log of a newer release', new UnknownEventType('programme.begun.v9'), /nieuwere versie.*Werk Samenspel bij/],
  ['a log of something else', new LogNotOurs(), /niet van Samenspel.*Sluit een leeg logboek aan/],
  ['a wrapping key that is gone', new WrappingKeyMissing('ab12'), /inpaksleutel ab12.*zet het bestand terug/],
  ['a log that was put back', LogMismatch.shorter(3, 'programme-1', 2), /samenspel views reindex/],
  ['a worker that has not begun', new NotThereYet('ordinal 1', 0), /verwerker is nog niet/],
  ['views that are behind', new NotThereYet('ordinal 9', 4), /bij volgnummer 4.*samenspel views status/],
  ['a database where nobody listens', coded('ECONNREFUSED'), /De database antwoordt niet/],
  ['a database that starts', coded('57P03'), /De database antwoordt niet/],
  ['a database that hangs', new Error('timeout exceeded when trying to connect'), /De database antwoordt niet/],
  ['a password that is wrong', coded('28P01'), /laat ons niet toe \(28P01\)/],
])('given %s, then what to do is said in a sentence, and not that it went wrong unexpectedly', (_, error, said) => {
  expect(sentenceFor(error)).toMatch(said);
  expect(sentenceFor(error)).not.toMatch(/onverwacht|ECONNREFUSED/);
});

test('given what nobody foresaw, then its own words are said', () => {
  expect(sentenceFor(new Error('odd'))).toBe('Dat ging onverwacht mis: odd');
});
