import { day, instant } from '#domain/kernel/time';

/** What we knew then: at a moment (UTC), or after exactly so many events. */
export type KnownAt = { readonly moment: string } | { readonly ordinal: number };

/** As of when a question is asked. Everything left out means: now. */
export interface AsOf {
  readonly knownAt?: KnownAt | undefined;
  /** What was the case on that day (Europe/Amsterdam), by the dates that facts carry. */
  readonly validOn?: string | undefined;
  /** The token that a command gave: the answer must include what it recorded. */
  readonly minPosition?: string | undefined;
  /** For a further page: the generations that the pages before were read from. */
  readonly reading?: readonly number[] | undefined;
  /** For a further part of an answer, such as a page: that the answer was provisional. */
  readonly provisional?: boolean | undefined;
  /** How long to wait for what is not folded yet, in milliseconds. */
  readonly waitMs?: number | undefined;
}

/** Rows that an answer may rest on and that are not what the log would make of them. */
export interface Stale {
  readonly count: number;
  /** When the first event that could not be processed was known (UTC). */
  readonly firstAt: string;
  /** The first of them; each since the ordinal of the event that broke its fold. */
  readonly rows: readonly { readonly view: string; readonly key: string; readonly since: number }[];
}

/** What an answer rests on. The same basis gives the same answer, today and later. */
export interface Basis {
  readonly ordinal: number;
  /** The moment (UTC) up to which the log was known at that ordinal. */
  readonly knownAt: string;
  readonly validOn: string;
  /** The id of the log. */
  readonly log: string;
  /** The views and their versions, as one hash. */
  readonly folds: string;
  readonly template?: { readonly key: string; readonly version: number };
  readonly register?: { readonly release: string };
  /** Rows that the answer may rest on and that could not be folded further. Absent when there are none. */
  readonly stale?: Stale;
  /** The moment that was asked for has not been, or only just: a later answer may hold more. Absent when it is final. */
  readonly provisional?: true;
  /** An example log: nothing in it happened. */
  readonly fictitious: boolean;
}

export interface Answer<T> {
  readonly basis: Basis;
  readonly data: T;
}

/** The views have not come that far yet; asking again in a moment helps. */
export class NotThereYet extends Error {
  override readonly name = 'NotThereYet';
  readonly code = 'not-there-yet';

  constructor(
    /** What was asked for: a position of the log, or an ordinal. */
    readonly needed: string,
    /** The ordinal that the views have come to. */
    readonly seen: number,
  ) {
    super(`The views are at ordinal ${seen} and have not come to ${needed} yet`);
  }
}

/**
 * Reads `knownAt` as it stands in a URL: `ordinal:12`, or a moment in UTC (milliseconds may be left out). Undefined
 * when it is neither.
 */
export function parseKnownAt(text: string): KnownAt | undefined {
  const ordinal = /^ordinal:(\d{1,15})$/.exec(text)?.[1];
  if (ordinal !== undefined) return { ordinal: Number(ordinal) };
  const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) ? text.replace('Z', '.000Z') : text;
  return instant.safeParse(moment).success ? { moment } : undefined;
}

/** Whether `validOn` as it stands in a URL is a day. */
export function isValidOn(text: string): boolean {
  return day.safeParse(text).success;
}
