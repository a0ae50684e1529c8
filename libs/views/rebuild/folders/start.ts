import { availableParallelism } from 'node:os';
import type { Reading } from '../../engine/current-rows.ts';
import { type Folder, type FolderOptions, LocalFolder } from './folder.ts';
import { InTurn } from './in-turn.ts';
import { canBeInThread, ThreadFolder } from './thread-folder.ts';

/** Who folds a filling. */
export interface Folders {
  readonly count: number;
  /** Each in a thread of its own, where that can be; otherwise all of them in the thread that asks. */
  readonly inThreads: boolean;
}

/** More than these are no faster: one thread reads the log for all of them, and one connection writes. */
const mostThreads = 4;
/** Threads take a moment to start; so few events are folded by then. */
const worthThreads = 2_000;

/** Who folds so many events, when nobody says: with more than one core, a thread for each of them, up to a few. */
export function foldersFor(events: number): Folders {
  const cores = availableParallelism();
  const inThreads = cores > 1 && events >= worthThreads;
  return { count: inThreads ? Math.min(cores, mostThreads) : 1, inThreads };
}

/** They share the room. @throws what starting a thread throws, for which those that were started are ended. */
export async function startFolders({ count, inThreads }: Folders, options: FolderOptions): Promise<Folder[]> {
  const turn = new InTurn();
  // Each asks when it has to, and a connection takes one question at a time.
  const reading: Reading = { query: (statement) => turn.run(() => options.reading.query(statement)) };
  const each = { ...options, reading, room: options.room / count };
  const beside = inThreads && canBeInThread([...options.generations, ...options.ahead]);
  const folders: Folder[] = [];
  try {
    while (folders.length < count) folders.push(beside ? ThreadFolder.start(each) : new LocalFolder(each));
    return folders;
  } catch (error) {
    await Promise.all(folders.map((folder) => folder.close()));
    throw error;
  }
}
