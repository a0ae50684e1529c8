import { useState } from 'react';
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

/** Puts a draft back in its place. */
export function putBack({ place, text }: { readonly place: string; readonly text: string }): void {
  remember(name(place), text);
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

/** What is typed in a form survives a reload, another page and a closed tab, until it is recorded or thrown away. */
export function useDraft<T extends object>(place: string, beginning: T): Draft<T> {
  const [kept, setKept] = useState(() => changesOf(beginning, parsed(remembered(name(place)))));
  const set = (changes: Partial<T>) => {
    setKept(changes);
    const isEmpty = Object.keys(changes).length === 0;
    remember(name(place), isEmpty ? undefined : JSON.stringify(changes));
  };
  return {
    values: { ...beginning, ...kept },
    isKept: Object.keys(kept).length > 0,
    change: (part) => set(changesOf(beginning, { ...kept, ...part })),
    clear: () => set({}),
  };
}

/** What differs from what the form begins with; what does not fit in it was kept by another release and is left out. */
export function changesOf<T extends object>(beginning: T, told: object): Partial<T> {
  const fits = ([field, value]: [string, unknown]) => {
    const first: unknown = Object.getOwnPropertyDescriptor(beginning, field)?.value;
    return typeof first === typeof value && JSON.stringify(first) !== JSON.stringify(value);
  };
  return Object.fromEntries(Object.entries(told).filter(fits)) as Partial<T>;
}

function parsed(text: string | undefined): object {
  try {
    const told: unknown = JSON.parse(text ?? '{}');
    return typeof told === 'object' && told !== null ? told : {};
  } catch {
    return {};
  }
}
