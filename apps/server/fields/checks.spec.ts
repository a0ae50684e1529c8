import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as checks from './checks.ts';

const verdict = (check: checks.Check, value: unknown) => check(value)?.code;

describe('the checks of fields', () => {
  it.each([
    ['2026-03-18', undefined],
    ['2024-02-29', undefined],
    ['2026-02-29', 'not-a-day'],
    ['0000-01-01', 'not-a-day'],
    ['2026-3-18', 'not-a-day'],
    ['18-03-2026', 'not-a-day'],
    ['2026-03-18T00:00:00Z', 'not-a-day'],
    [20_260_318, 'not-a-day'],
    [null, 'not-a-day'],
  ])('%s as a day is %s', (value, code) => expect(verdict(checks.day, value)).toBe(code));

  it.each([
    ['Noord', undefined],
    ['Súdwest-Fryslân 🙂\n\tregel 2', undefined],
    ['Noord\0', 'unreadable-text'],
    ['Noord\ud800', 'unreadable-text'],
    ['Frysl\uFFFDn', 'lost-letters'],
    [' \n', 'empty-text'],
  ])('%j as text is %s', (value, code) => expect(verdict(checks.text(200), value)).toBe(code));

  it.each([
    ['2026-03-18', { precision: 'day', value: '2026-03-18' }],
    ['2026-03', { precision: 'month', value: '2026-03' }],
    ['2026-03-18T09:30:00Z', { precision: 'moment', value: '2026-03-18T09:30:00.000Z' }],
    ['2026-03-18T09:30Z', { precision: 'moment', value: '2026-03-18T09:30:00.000Z' }],
    ['2026-03-18T09:30:00.123456Z', { precision: 'moment', value: '2026-03-18T09:30:00.123Z' }],
    ['2026-03-18T09:30:00+01:00', undefined],
    ['2026-02-30T09:30:00Z', undefined],
    ['2026-13', undefined],
    ['2026', undefined],
  ])('%s as the moment of a fact', (value, moment) => expect(checks.readMoment(value)).toEqual(moment));

  it.each([
    ['0106', undefined],
    ['20', undefined],
    ['0197aaaa-0000-7000-8000-000000000001', undefined],
    ['Assen', 'not-an-organisation'],
    [106, 'not-an-organisation'],
  ])('%s as an organisation is %s', (value, code) => expect(verdict(checks.organisation, value)).toBe(code));

  it.each([
    ['ordinal:12', undefined],
    ['2026-03-18T09:30:00Z', undefined],
    ['ordinal:-1', 'not-a-point-in-history'],
    ['12', 'not-a-point-in-history'],
    ['0000-01-01T00:00:00Z', 'not-a-point-in-history'],
    ['2026-03-18', 'not-a-point-in-history'],
  ])('%s as a point in history is %s', (value, code) => expect(verdict(checks.pointInHistory, value)).toBe(code));

  it.each([
    ['trajectory:0197aaaa-0000-7000-8000-000000000001', undefined],
    ['commitment:0197aaaa-0000-7000-8000-000000000001/council', undefined],
    ['register:organisations', undefined],
    ['trajectory', 'not-a-subject'],
    ['mayor:0197aaaa-0000-7000-8000-000000000001', 'not-a-subject'],
    ["trajectory:' OR 1=1", 'not-a-subject'],
    [['trajectory:1'], 'not-a-subject'],
  ])('%s as a subject is %s', (value, code) => expect(verdict(checks.subject, value)).toBe(code));

  it('a number is whole and within its bounds, in a query string too', () => {
    expect([0, 1, 28, 29, 1.5, '3', Number.NaN].map((n) => verdict(checks.whole(1, 28), n) === undefined)).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(
      ['1', '28', '029', '1e1', ' 3', ['3']].map((n) => verdict(checks.wholeInText(1, 28), n) === undefined),
    ).toEqual([true, true, false, false, false, false]);
  });

  it('whatever comes in, a check gives a verdict and never throws', () => {
    const all: checks.Check[] = [
      checks.text(10),
      checks.day,
      checks.instant,
      checks.moment,
      checks.id,
      checks.key,
      checks.organisation,
      checks.time,
      checks.digest,
      checks.pointInHistory,
      checks.whole(0, 9),
      checks.oneOf(['a']),
      checks.list(1, 2),
      checks.object,
    ];
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const check of all) check(value);
      }),
    );
  });
});
