import { useState } from 'react';
import { type Day, dayOf } from './dates.ts';
import { remember, remembered } from './storage.ts';

const name = (place: string) => `samenspel.draft.${place}`;

/** Whether something was typed in that place that was neither recorded nor thrown away. */
export function hasDraft(place: string): boolean {
  return remembered(name(place)) !== undefined;
}

/** The draft of a place as it is kept, to put it back later. */
export function draftOf(place: string | undefined): { readonly place: string; readonly text: string } | undefined {
  const text = place === undefined ? undefined : remembered(name(place));
  return place === undefined || text === undefined ? undefined : { place, text };
}

/**
 * Puts a draft back in its place, unless something else was typed there since.
 * @returns whether it stands there now
 */
export function putBack({ place, text }: { readonly place: string; readonly text: string }): boolean {
  const standing = remembered(name(place));
  if (standing !== undefined && standing !== text) return false;
  remember(name(place), text);
  return true;
}

export interface Draft<T> {
  /** What stands in the form: what it begins with, and what was typed. */
  readonly values: T;
  /** Whether something was typed. */
  readonly isKept: boolean;
  readonly change: (part: Partial<T>) => void;
  /** It was recorded or thrown away: the form begins anew. */
  readonly clear: () => void;
}

/** What is kept of a form. */
export interface Kept<T> {
  /** What differs from what the form begins with. */
  readonly typed: Partial<T>;
  /** The days that were today when it was typed and were left as they stood; by themselves they are no draft. */
  readonly along: Partial<T>;
}

/** What is typed in a form survives a reload, another page and a closed tab, until it is recorded or thrown away. */
export function useDraft<T extends object>(place: string, beginning: T): Draft<T> {
  const [kept, setKept] = useState(() => keptIn(place, beginning, today()));
  const set = (next: Kept<T>) => {
    setKept(next);
    keep(place, next);
  };
  return {
    values: { ...beginning, ...kept.along, ...kept.typed },
    isKept: !isEmpty(kept.typed),
    change: (part) => set(afterTyping(beginning, kept, part, today())),
    clear: () => set({ typed: {}, along: {} }),
  };
}

/** Keeps it on this device; where nothing was typed there is nothing to keep. */
export function keep(place: string, kept: Kept<object>): void {
  remember(name(place), isEmpty(kept.typed) ? undefined : JSON.stringify(kept));
}

/** What was kept in a place, for a form that begins with this. */
export function keptIn<T extends object>(place: string, beginning: T, today: Day): Kept<T> {
  return keptOf(beginning, parsed(remembered(name(place))), today);
}

/** What is kept after something more was typed; a day that is typed is no longer one that was left as it stood. */
export function afterTyping<T extends object>(beginning: T, kept: Kept<T>, part: Partial<T>, today: Day): Kept<T> {
  const along = Object.fromEntries(Object.entries(kept.along).filter(([field]) => !(field in part)));
  return keptOf(beginning, { typed: { ...kept.typed, ...part }, along }, today);
}

/**
 * A form that begins with today would begin with another day when it is opened again: that day is kept along. A day of the record,
 * such as that of a meeting, follows the record. What does not fit in the form was kept by another release and is left out.
 */
function keptOf<T extends object>(beginning: T, told: Kept<object>, today: Day): Kept<T> {
  const firstOf = (field: string): unknown => Object.getOwnPropertyDescriptor(beginning, field)?.value;
  const fitting = (part: object) =>
    Object.entries(part).filter(([field, value]: [string, unknown]) => typeof firstOf(field) === typeof value);
  const typed = fitting(told.typed).filter(
    ([field, value]) => JSON.stringify(firstOf(field)) !== JSON.stringify(value),
  );
  const todays = Object.entries(beginning).filter(([, value]) => value === today);
  return {
    typed: Object.fromEntries(typed) as Partial<T>,
    along: Object.fromEntries(typed.length === 0 ? [] : [...todays, ...fitting(told.along)]) as Partial<T>,
  };
}

function today(): Day {
  return dayOf(new Date().toISOString());
}

function isEmpty(part: object): boolean {
  return Object.keys(part).length === 0;
}

function isObject(told: unknown): told is object {
  return typeof told === 'object' && told !== null;
}

/** Earlier releases kept what was typed by itself. */
function parsed(text: string | undefined): Kept<object> {
  try {
    const told: unknown = JSON.parse(text ?? '{}');
    if (!isObject(told)) return { typed: {}, along: {} };
    const isWhole = 'typed' in told && isObject(told.typed) && 'along' in told && isObject(told.along);
    return isWhole ? (told as Kept<object>) : { typed: told, along: {} };
  } catch {
    return { typed: {}, along: {} };
  }
}
