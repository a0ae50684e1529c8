import { describe, expect, it } from '@jest/globals';
import type { Words } from '../../ui/words.tsx';
import { happened } from './happened.ts';

const words: Pick<Words, 't' | 'day'> = {
  t: (id, values) => `${id} ${Object.values(values ?? {}).join()}`,
  day: (day, form = 'long') => `${day} ${form}`,
};

describe('when a fact happened', () => {
  it('is told by the day, and of what is known by the month by the month', () => {
    const when = (precision: string, value: string) => happened({ precision, value }, words);
    expect(when('day', '2026-03-18')).toBe('audit.happened 2026-03-18 long');
    expect(when('moment', '2026-03-18T10:00:00.000Z')).toBe('audit.happened 2026-03-18T10:00:00.000Z long');
    expect(when('month', '2026-03')).toBe('audit.happenedIn 2026-03-01 month');
  });

  it('is not told of what has no date of its own', () => {
    expect(happened(undefined, words)).toBeUndefined();
  });
});
