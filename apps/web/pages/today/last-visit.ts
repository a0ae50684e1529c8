import { remember, remembered } from '../../data/storage.ts';

const place = (programme: string) => `samenspel.seen.${programme}`;

/**
 * From where this visit began to be new, as the ordinal that was seen last before it; undefined on a first visit. It stays
 * the same as long as the tab is open, so that reading on does not make the news disappear.
 */
export function seenBefore(programme: string): number | undefined {
  const kept = sessionStorage.getItem(place(programme)) ?? remembered(place(programme));
  if (kept === undefined) return undefined;
  sessionStorage.setItem(place(programme), kept);
  const ordinal = Number(kept);
  return Number.isSafeInteger(ordinal) ? ordinal : undefined;
}

/** Remembers that everything up to this ordinal was seen. */
export function sawUntil(programme: string, ordinal: number): void {
  if (sessionStorage.getItem(place(programme)) === null) sessionStorage.setItem(place(programme), String(ordinal));
  remember(place(programme), String(ordinal));
}
