import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DataElsewhereError, DataFolderNotWritableError } from '../errors.ts';
import { installedBinaries } from './binaries.ts';
import { homeElsewhere, placeForRoot } from './placement-root.ts';
import type { Placement, PlacementOptions } from './reach.ts';

/**
 * Decides where PostgreSQL lives. An ordinary user: the installed binaries, and the folder itself. Root is another
 * story, because PostgreSQL refuses to run as root: see `placeForRoot`.
 *
 * @throws DataElsewhereError when root put the data in another place, and we are not root: there would be an empty cluster.
 */
export async function place(folder: string, options: PlacementOptions = {}): Promise<Placement> {
  const binaries = options.binaries ?? installedBinaries();
  if (process.geteuid?.() === 0) return placeForRoot(folder, binaries, options);
  return placeForUser(folder, binaries);
}

async function placeForUser(folder: string, binaries: Placement['binaries']): Promise<Placement> {
  const elsewhere = await homeElsewhere(folder);
  if (elsewhere !== null) throw new DataElsewhereError(folder, elsewhere);
  const home = join(folder, 'postgres');
  try {
    await mkdir(home, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new DataFolderNotWritableError(home, error);
  }
  return { binaries, home, user: null };
}
