import { describe, expect, it } from '@jest/globals';
import type { StoryLine } from '../../data/answers/follow.ts';
import {
  choosableIn,
  everything,
  inAddress,
  isChoice,
  narrowed,
  narrowingIn,
  offered,
  readSearch,
} from './narrowing.ts';

function lineOf(eventId: string, role: string, kind: string, corrects?: string): StoryLine {
  return {
    ordinal: 1,
    eventId,
    type: 't',
    stream: 's',
    recordedAt: '',
    words: '',
    texts: {},
    role,
    channel: { kind },
    corrects,
  };
}

const intake = lineOf('intake', 'lead', 'page');
const imported = lineOf('imported', 'lead', 'import');
const pledge = lineOf('pledge', 'participant', 'page');
const correction = lineOf('correction', 'lead', 'page', 'intake');
const story = [intake, imported, pledge, correction];

describe('a story that is narrowed', () => {
  it('given nothing chosen, then all of it is shown', () => {
    expect(narrowed(story, everything)).toEqual(story);
  });

  it('stands in an address, and is read from it again', () => {
    for (const chosen of [everything, { type: 't', role: 'lead', channel: 'import', putRight: true }]) {
      expect(narrowingIn(readSearch(inAddress(chosen)))).toEqual(chosen);
    }
    expect(inAddress({ channel: '' })).toEqual({ kanaal: '' });
    expect(readSearch({ rol: 7, kanaal: '', soort: '', hersteld: 'nee', bekend: '2026-01-01' })).toEqual({});
  });

  it('given a role and a channel, then only what fits both', () => {
    expect(narrowed(story, { ...everything, role: 'lead' })).toEqual([intake, imported, correction]);
    expect(narrowed(story, { ...everything, role: 'lead', channel: 'page' })).toEqual([intake, correction]);
    expect(narrowed(story, { ...everything, role: 'participant', channel: 'import' })).toEqual([]);
  });

  it('given only what was put right, then the corrections', () => {
    expect(narrowed(story, { ...everything, putRight: true })).toEqual([correction]);
  });

  it('given that types are chosen from, then it offers each once, and only what is of that type is shown', () => {
    const other = { ...imported, type: 'a' };
    const choosable = choosableIn([intake, other, pledge], true);
    expect(choosable.types).toEqual(['a', 't']);
    expect(isChoice({ ...choosable, roles: [], channels: [] })).toBe(true);
    expect(narrowed([intake, other], offered({ ...everything, type: 'a' }, choosable))).toEqual([other]);
    expect(offered({ ...everything, type: 'a' }, choosableIn([intake, other]))).toEqual(everything);
  });

  it('offers what there is, each once', () => {
    expect(choosableIn(story)).toEqual({
      types: [],
      roles: ['lead', 'participant'],
      channels: ['page', 'import'],
      hasPutRight: true,
    });
    expect(choosableIn([intake]).hasPutRight).toBe(false);
    expect(isChoice(choosableIn(story))).toBe(true);
    expect(isChoice(choosableIn([intake]))).toBe(false);
  });

  it('given a choice that a story does not offer, then that narrows nothing', () => {
    const chosen = { type: '', role: 'participant', channel: 'page', putRight: true };
    expect(offered(chosen, choosableIn(story))).toEqual(chosen);
    expect(offered(chosen, choosableIn([intake]))).toEqual({ ...everything, channel: 'page' });
  });
});
