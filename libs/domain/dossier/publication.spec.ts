import { describe, expect, it } from '@jest/globals';
import { levelOn, levelsOf } from './publication.ts';

const fact = (on: string, name: string, data: Readonly<Record<string, unknown>> = {}) => ({
  on,
  fact: name,
  data,
  hasText: false,
});

const published = [
  fact('2025-10-01', 'gathered'),
  fact('2025-10-05', 'publication-set', { level: 'participants' }),
  fact('2025-10-06', 'chosen', { level: 'public' }),
  fact('2025-10-09', 'publication-set', { level: 'public' }),
];

describe('who may see an item', () => {
  it('is the programme, until another level is told', () => {
    expect(levelsOf(published)).toEqual([
      { since: '2025-10-01', level: 'programme' },
      { since: '2025-10-05', level: 'participants' },
      { since: '2025-10-09', level: 'public' },
    ]);
  });

  it('depends on the day', () => {
    const days = ['2025-09-30', '2025-10-01', '2025-10-04', '2025-10-05', '2025-10-08', '2025-10-09'];
    const levels = ['programme', 'programme', 'programme', 'participants', 'participants', 'public'];
    expect(days.map((day) => levelOn(published, day))).toEqual(levels);
  });

  it('is nobody in particular when nothing was told', () => {
    expect(levelsOf([])).toEqual([]);
    expect(levelOn([], '2025-10-01')).toBe('programme');
  });
});
