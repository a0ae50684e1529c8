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
  'views.shard': ShardTable;
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
  type: string;
  recorded_at: string;
  /** The latest `recorded_at` up to and including this entry: it never runs backwards. */
  effective_at: string;
  programme: string | null;
  shard: number;
  /** The fact that this event corrects or retracts. */
  corrects: string | null;
  /** For a correction: with the subjects of the fact and of its earlier corrections, for all of them are touched. */
  subjects: ColumnType<string[], string[], never>;
}

/** How far each shard was folded: every entry of the shard up to and including `ordinal` is in its rows. */
export interface ShardTable {
  shard: number;
  ordinal: number;
}

/** One version of one row of a view, in the view's own table. */
export interface RowVersionTable {
  key: string;
  programme: string | null;
  shard: number;
  from_ordinal: number;
  /** The first ordinal at which it was no longer so; null while it is current. */
  until_ordinal: number | null;
  row: ColumnType<unknown, string, never>;
}
