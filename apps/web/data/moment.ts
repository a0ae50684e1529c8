import { endOfDay, isDay } from './dates.ts';

/** The moment in the past that a page shows, as it stands in the address: `?bekend=2026-06-01`. */
export interface PastSearch {
  readonly bekend?: string;
}

/** Reads the moment from an address; what is no day is left out. */
export function readPast(search: Record<string, unknown>): PastSearch {
  const { bekend } = search;
  return typeof bekend === 'string' && isDay(bekend) ? { bekend } : {};
}

/** The parameters that ask a question as of the end of that day; none for now. */
export function asOf(day: string | undefined): { knownAt?: string; validOn?: string } {
  return day === undefined ? {} : { knownAt: endOfDay(day), validOn: day };
}

/** What of an address goes along to another page: the day of the past, not the filters of this page. */
export function keepPast({ bekend }: PastSearch): PastSearch {
  return bekend === undefined ? {} : { bekend };
}
