import { describe, expect, it } from '@jest/globals';
import type { StoryLine } from '../../data/answers/follow.ts';
import { versionsOf } from './standing.ts';

function lineOf(eventId: string, given: Partial<StoryLine> = {}): StoryLine {
  return {
    ordinal: 1,
    eventId,
    type: 'trajectory.started.v1',
    stream: 'trajectory-t',
    recordedAt: '2026-03-18T10:00:00.000Z',
    words: '',
    texts: {},
    data: {},
    ...given,
  };
}

const fact = lineOf('fact');
const other = lineOf('other');
const first = lineOf('first', { corrects: 'fact' });
const second = lineOf('second', { corrects: 'fact' });
const retraction = lineOf('retraction', { corrects: 'fact', data: undefined });

describe('the versions of a fact', () => {
  it('given corrections, then only the last stands, and each says what stood before it', () => {
    const story = [fact, other, first, second];
    expect(story.map((line) => versionsOf(line, story).stands)).toEqual([false, true, false, true]);
    expect(story.map((line) => versionsOf(line, story).before)).toEqual([undefined, undefined, fact, first]);
  });

  it('given a retraction, then nothing of it stands', () => {
    const story = [fact, first, retraction];
    expect(story.map((line) => versionsOf(line, story).stands)).toEqual([false, false, false]);
    expect(versionsOf(retraction, story).before).toBe(first);
  });

  it('given corrections and a retraction, then each says what was recorded over it later', () => {
    const story = [fact, other, first, second, retraction];
    expect(story.map((line) => versionsOf(line, story).later)).toEqual([
      [first, second, retraction],
      [],
      [second, retraction],
      [retraction],
      [],
    ]);
  });
});
