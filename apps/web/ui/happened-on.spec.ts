import { describe, expect, it } from '@jest/globals';
import { happenedOn } from './happened-on.ts';

/** As the pages write a day, in the language of the page. */
const wordsIn =
  (locale: string) =>
  (day: string, form = 'long') =>
    new Intl.DateTimeFormat(locale, {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
      ...(form !== 'month' && { day: 'numeric' }),
    }).format(new Date(day));

describe('when something happened', () => {
  it('given what is known by its month, then the month in words, in the language of the page', () => {
    expect(happenedOn('2026-03', wordsIn('nl'))).toBe('maart 2026');
    expect(happenedOn('2026-03', wordsIn('en-GB'))).toBe('March 2026');
  });

  it('given a day or a moment, then the day', () => {
    expect(happenedOn('2026-03-18', wordsIn('nl'))).toBe('18 maart 2026');
    expect(happenedOn('2026-03-18T10:00:00.000Z', wordsIn('nl'))).toBe('18 maart 2026');
  });
});
