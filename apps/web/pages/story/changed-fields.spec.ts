import { describe, expect, it } from '@jest/globals';
import type { StoryLine } from '../../data/answers/follow.ts';
import { changedFields } from './changed-fields.ts';

const entry = (trajectory: string, attendance: string) => ({ trajectory, attendance, roles: [] });

function lineOf(day: string, data: Record<string, unknown>): StoryLine {
  return {
    ordinal: 1,
    eventId: 'e',
    type: 't',
    stream: 's',
    recordedAt: '',
    words: '',
    texts: {},
    occurredOn: { precision: 'day', value: day },
    data,
  };
}

describe('what a correction changed', () => {
  it('is told value by value, wherever it stands, and what stayed is left out', () => {
    const before = lineOf('2026-03-18', {
      entries: [entry('Assen', 'present'), entry('Emmen', 'absent')],
      evidence: { reference: 'R-1' },
      minutes: 60,
    });
    const after = lineOf('2026-03-19', {
      entries: [entry('Emmen', 'absent'), entry('Assen', 'excused')],
      minutes: 60,
      result: 'Klaar.',
    });
    expect(changedFields(before, after)).toEqual([
      { path: ['occurredOn'], was: '2026-03-18', became: '2026-03-19' },
      { path: ['entries', 'Assen', 'attendance'], was: 'present', became: 'excused' },
      { path: ['evidence', 'reference'], was: 'R-1', became: '' },
      { path: ['result'], was: '', became: 'Klaar.' },
    ]);
  });
});
