import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DataFolderNotWritableError } from '../errors.ts';
import { installedBinaries } from './binaries.ts';
import { placeForRoot } from './placement-root.ts';
import type { Placement, PlacementOptions } from './reach.ts';

/**
 * Decides where PostgreSQL lives. An ordinary user: the installed binaries, and the folder itself. Root is another
 * story, because PostgreSQL refuses to run as root: see `placeForRoot`.
 */
export async function place(folder: string, options: PlacementOptions = {}): Promise<Placement> {
  const binaries = options.binaries ?? installedBinaries();
  if (process.geteuid?.() === 0) return placeForRoot(folder, binaries, options);
  const home = join(folder, 'postgres');
  try {
    await mkdir(home, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new DataFolderNotWritableError(home, error);
  }
  return { binaries, home, user: null };
}
