import { beforeEach, describe, expect, it } from '@jest/globals';
import { afterTyping, draftOf, hasDraft, keep, keptIn, putBack } from './draft.ts';

const held = new Map<string, string>();

beforeEach(() => {
  held.clear();
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, text: string) => held.set(key, text),
      removeItem: (key: string) => held.delete(key),
    },
  });
});

const place = 'note';
const friday = '2026-03-13';
const monday = '2026-03-16';
const nothing = { typed: {}, along: {} };
const begunOn = (occurredOn: string) => ({ text: '', occurredOn, public: false });
type Form = ReturnType<typeof begunOn>;

/** Opens the form on a day, and types in it. */
function type(part: Partial<Form>, today: string, beginning = begunOn(today)): void {
  keep(place, afterTyping(beginning, keptIn(place, beginning, today), part, today));
}

/** What stands in the form when it is opened on a day. */
function opened(today: string, beginning = begunOn(today)): Form {
  const { along, typed } = keptIn(place, beginning, today);
  return { ...beginning, ...along, ...typed };
}

describe('what is kept of a form', () => {
  it('is nothing as long as nothing was typed, so that the form begins with today', () => {
    type({ text: '' }, friday);
    expect(hasDraft(place)).toBe(false);
    expect(opened(monday)).toEqual(begunOn(monday));
  });

  it('given a draft of Friday, when the form is opened on Monday, then the day is that Friday', () => {
    type({ text: 'De griffier belde.' }, friday);
    expect(opened(monday)).toEqual({ text: 'De griffier belde.', occurredOn: friday, public: false });
    type({ text: 'De griffier belde terug.' }, monday);
    expect(opened(monday).occurredOn).toBe(friday);
  });

  it('given the text of Friday that is emptied on Monday, then there is no draft', () => {
    type({ text: 'De griffier belde.' }, friday);
    type({ text: '' }, monday);
    expect(hasDraft(place)).toBe(false);
    expect(keptIn(place, begunOn(monday), monday)).toEqual(nothing);
  });

  it('given a draft of Friday, when Monday is typed as its day, then it is Monday', () => {
    type({ text: 'De griffier belde.' }, friday);
    type({ occurredOn: monday }, monday);
    expect(opened('2026-03-17').occurredOn).toBe(monday);
  });

  it('given a day that was typed or emptied, then it is a draft by itself', () => {
    type({ occurredOn: '2026-03-02' }, friday);
    expect(hasDraft(place)).toBe(true);
    expect(opened(monday).occurredOn).toBe('2026-03-02');
    type({ occurredOn: '' }, monday);
    expect(opened(monday).occurredOn).toBe('');
  });

  it('given the day of a meeting that is moved after the draft was begun, then the form has its new day', () => {
    type({ text: 'Iedereen was er.' }, friday, begunOn('2026-03-11'));
    expect(opened(monday, begunOn('2026-03-18'))).toMatchObject({ text: 'Iedereen was er.', occurredOn: '2026-03-18' });
  });

  it('given a draft of an earlier release, then what fits in the form is read', () => {
    held.set('samenspel.draft.note', '{"text":"a","public":"yes","gone":"b"}');
    expect(keptIn(place, begunOn(monday), monday)).toEqual({ typed: { text: 'a' }, along: { occurredOn: monday } });
    held.set('samenspel.draft.note', '[');
    expect(keptIn(place, begunOn(monday), monday)).toEqual(nothing);
  });
});

describe('a draft that is put back', () => {
  const refused = { place: 'meeting.moved', text: '{"reason":"De zaal was bezet."}' };

  it('given an empty form, then it stands in it again', () => {
    expect(putBack(refused)).toBe(true);
    expect(draftOf(refused.place)).toEqual(refused);
  });

  it('given something else that was typed there since, then that stays, and it is said that nothing was put back', () => {
    const since = { ...refused, text: '{"reason":"De spreker is ziek."}' };
    putBack(since);
    expect(putBack(refused)).toBe(false);
    expect(draftOf(refused.place)).toEqual(since);
  });

  it('given the same draft that stands there already, then nothing is in its way', () => {
    putBack(refused);
    expect(putBack(refused)).toBe(true);
  });
});
