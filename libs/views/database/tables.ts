import type { ColumnType, Generated } from 'kysely';

/**
 * The tables of the schema `views`. All of them are made from the log and can be dropped and made again.
 *
 * Ordinals are whole numbers that JavaScript holds exactly; native positions of the log are 64 bits wide and are kept
 * as `numeric`, which arrives as a string.
 */
export interface ViewsSchema {
  'views.head': HeadTable;
  'views.entry': EntryTable;
  'views.layout': LayoutTable;
  'views.generation': GenerationTable;
  'views.progress': ProgressTable;
  'views.parked': ParkedTable;
  'operations.left_alone': LeftAloneTable;
}

/** One row: which log this is, and how far it was indexed. */
export interface HeadTable {
  single: Generated<boolean>;
  log: string;
  purpose: 'production' | 'example';
  /** 0 while nothing is indexed. */
  ordinal: number;
  /** -1 while nothing is indexed. */
  position: string;
  effective_at: string;
}

/** The log index: one row for each event of the log, numbered without gaps from 1. */
export interface EntryTable {
  ordinal: number;
  position: string;
  stream: string;
  revision: number;
  event: string;
  /** As it stands in the log, also where it is an earlier version that is lifted on reading: see `storedTypes`. */
  type: string;
  recorded_at: string;
  /** The latest `recorded_at` up to and including this entry: it never runs backwards. */
  effective_at: string;
  programme: string | null;
  shard: number;
  /** The fact that this event corrects or retracts. */
  corrects: string | null;
  /** Pseudonymous. */
  actor: string;
  role: string;
  /** The kind of channel: page, api, cli, import, reaction. */
  channel: string;
  /** The moment by which the fact has surely happened; null for what carries no date. */
  happened_by: string | null;
  /** For a correction: with the subjects of the fact and of its earlier corrections, for all of them are touched. */
  subjects: ColumnType<string[], string[], never>;
}

/** One row: which layout the tables of this schema have. */
export interface LayoutTable {
  single: Generated<boolean>;
  version: number;
}

/**
 * What a generation is for. `live` is what the release that carries its fold answers from; `previous` is what it answered
 * from before, kept as the way back; `filling` is being made beside them.
 */
export type GenerationStatus = 'live' | 'previous' | 'filling';

/** The generations: the rows of one view as one fold made them, each in a table of its own. */
export interface GenerationTable {
  id: Generated<number>;
  view: string;
  version: number;
  /** The hash of the fold. A release reads and advances only what its own folds made. */
  fold: string;
  status: GenerationStatus;
  /** Whether the workers fold what is new into it. False while it is filled from the log at one go, by one process. */
  followed: boolean;
  /** The generations from whose rows it is derived; empty for a view that is folded from events. */
  inputs: Generated<number[]>;
  /** The release that made it. */
  made_by: string;
  made_at: Generated<string>;
  /** When it became live, or previous. */
  switched_at: string | null;
}

/** How far each shard of a generation was folded: every entry of the shard up to and including `ordinal` is in its rows. */
export interface ProgressTable {
  generation: number;
  shard: number;
  ordinal: number;
  /** Drawn anew by whoever writes rows of it: what a process knows of the rows is true while it finds its own stamp. */
  stamp: Generated<number>;
}

/** A row that is left alone since its fold threw: one line for each time. */
export interface ParkedTable {
  id: Generated<number>;
  generation: number;
  key: string;
  programme: string | null;
  shard: number;
  /** The event at which it threw. */
  event: string;
  from_ordinal: number;
  /** The ordinal from which the row was folded again; null while it is not. */
  until_ordinal: number | null;
  error: string;
  parked_at: Generated<string>;
}

/** When somebody decided to leave a parked row as it is, and why: in whatever generation it parks at that event. */
export interface LeftAloneTable {
  view: string;
  key: string;
  event: string;
  reason: string;
  at: Generated<string>;
}

/** One version of one row of a view, in its generation's own table; the columns of the view stand beside `row`. */
export interface RowVersionTable {
  key: string;
  programme: string | null;
  shard: number;
  from_ordinal: number;
  /** The first ordinal at which it was no longer so; null while it is current. */
  until_ordinal: number | null;
  row: ColumnType<unknown, string, never>;
}
