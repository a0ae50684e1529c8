import type { Selectable } from 'kysely';
import type { LoggedEvent } from '#log/contract/codec';
import type { EntryTable } from '../database/tables.ts';

/** One line of the log index. */
export type Entry = Selectable<EntryTable>;

/** An event with its place in the index. */
export interface Indexed {
  readonly entry: Entry;
  readonly event: LoggedEvent;
}

/** The channel on which the index and the shards tell that they went on. */
export const progressChannel = 'samenspel_views';
