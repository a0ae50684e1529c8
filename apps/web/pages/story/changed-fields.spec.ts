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

  it('given a text that cannot be read any more, then it says so, and not that there was none', () => {
    const rows = [entry('Assen', 'present'), entry('Emmen', 'absent')];
    const gone = { summary: '[vernietigd]', 'entries.1.remark': '[vernietigd]', 'evidence.what': '[vernietigd]' };
    const before = { ...lineOf('2026-03-18', { entries: rows, evidence: {} }), texts: gone };
    const remarks = rows.map((row) => ({ ...row, remark: 'Ziek.' }));
    const content = { summary: 'Gebeld.', entries: remarks, evidence: {} };
    const after = { ...lineOf('2026-03-18', content), texts: { 'evidence.what': '[vernietigd]' } };
    expect(changedFields(before, after)).toEqual([
      { path: ['summary'], was: '[vernietigd]', became: 'Gebeld.' },
      { path: ['entries', 'Emmen', 'remark'], was: '[vernietigd]', became: 'Ziek.' },
      { path: ['entries', 'Assen', 'remark'], was: '', became: 'Ziek.' },
    ]);
  });

  it('given a reason of the fact itself, then it is that of the fact before, and not that of the correction', () => {
    const before = { ...lineOf('2026-03-18', {}), reason: '[vernietigd]' };
    const after = { ...lineOf('2026-03-18', { reason: 'Ziekte.' }), corrects: 'e', reason: 'Verkeerd verstaan.' };
    const again = {
      ...lineOf('2026-03-18', {}),
      corrects: 'e',
      reason: 'Nog eens.',
      texts: { reason: '[vernietigd]' },
    };
    expect(changedFields(before, after)).toEqual([{ path: ['reason'], was: '[vernietigd]', became: 'Ziekte.' }]);
    expect(changedFields(after, again)).toEqual([{ path: ['reason'], was: 'Ziekte.', became: '[vernietigd]' }]);
  });
});
