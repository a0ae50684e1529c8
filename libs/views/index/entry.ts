import type { Selectable } from 'kysely';
import type { EntryTable } from '../database/tables.ts';

/** One line of the log index. */
export type Entry = Selectable<EntryTable>;

/** The channel on which the index and the shards tell that they went on. */
export const progressChannel = 'samenspel_views';
