import { describe, expect, test } from '@jest/globals';
import { ofSame, ofSameChoice } from './of-same.ts';

describe('what was answered before', () => {
  const before = { items: ['a'] };
  const asked = { queryKey: ['commitments', 'noord', '2026-06-01', 'name'] };

  test('stays in sight while the same is asked for in another order', () => {
    expect(ofSame({ id: 'noord', day: '2026-06-01' })(before, asked)).toBe(before);
  });

  test('is not shown for another programme, for another day, or for today', () => {
    expect(ofSame({ id: 'zuid', day: '2026-06-01' })(before, asked)).toBeUndefined();
    expect(ofSame({ id: 'noord', day: '2026-03-01' })(before, asked)).toBeUndefined();
    expect(ofSame({ id: 'noord', day: undefined })(before, asked)).toBeUndefined();
    expect(ofSame({ id: 'noord', day: undefined })(undefined, undefined)).toBeUndefined();
  });
});

describe('what was answered before, of a list with a choice', () => {
  const about = { id: 'noord', day: undefined };
  const before = { items: ['a'] };
  const asked = { queryKey: ['dossier', 'noord', undefined, 'list', { kind: 'theme', open: true, sort: 'due' }] };

  test('stays in sight while only the order differs', () => {
    expect(ofSameChoice(about, { open: true, kind: 'theme', sort: 'title' })(before, asked)).toBe(before);
    expect(ofSameChoice(about, { kind: 'theme', open: true })(before, asked)).toBe(before);
  });

  test('is not shown under another choice, or for another programme', () => {
    expect(ofSameChoice(about, { kind: 'theme', open: false, sort: 'due' })(before, asked)).toBeUndefined();
    expect(ofSameChoice(about, { kind: 'theme', open: true, title: 'b' })(before, asked)).toBeUndefined();
    expect(ofSameChoice({ ...about, id: 'zuid' }, { kind: 'theme', open: true })(before, asked)).toBeUndefined();
    expect(ofSameChoice(about, {})(undefined, undefined)).toBeUndefined();
  });
});
