import { readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { codeOf } from '../errno.ts';
import { DataFolderDamagedError, DataFolderNewerError, DataFolderNotWritableError } from '../errors.ts';
import { makeFolder } from './make-folder.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { takeRunLock } from './run-lock.ts';

/** The layout of the data folder. Raised only when an older release could no longer read it. */
const FORMAT = 1;
const MANIFEST = 'samenspel.json';

const Manifest = z.object({
  format: z.number().int().positive(),
  /** The release that made the folder, and the one that opened it last. */
  createdBy: z.string(),
  release: z.string(),
  createdAt: z.string(),
});
type Manifest = z.infer<typeof Manifest>;

export interface DataFolder {
  /** Absolute. */
  readonly path: string;
  readonly manifest: Readonly<Manifest>;
  /** True when this run made it. */
  readonly isNew: boolean;
  /** The killed run that this one took over from, if any. */
  readonly tookOverFrom: ProcessIdentity | null;
  /** Gives the run lock free. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Opens the folder that holds everything of one installation, and holds it until `close`. A new one is made with
 * access for this user alone.
 * @param options.release the version of the program, kept in the folder for whoever finds it.
 * @throws DataFolderInUseError, DataFolderNewerError, DataFolderDamagedError, DataFolderNotWritableError; in each of
 * these cases nothing in the folder was changed.
 */
export async function openDataFolder(path: string, options: { release: string }): Promise<DataFolder> {
  const folder = resolve(path);
  // Read before anything is written: a folder of a newer release is left exactly as it was.
  const found = await readManifest(folder);
  if (found !== null && found.format > FORMAT) throw new DataFolderNewerError(folder, found.release);
  await makeFolder(folder).catch((error: unknown) => {
    throw new DataFolderNotWritableError(folder, error);
  });
  const lock = await takeRunLock(folder).catch((error: unknown) => {
    throw isAccessError(error) ? new DataFolderNotWritableError(folder, error) : error;
  });
  try {
    const manifest = found ?? newManifest(options.release);
    const current = { ...manifest, release: options.release };
    if (found === null || found.release !== options.release) await writeManifest(folder, current);
    return {
      path: folder,
      manifest: current,
      isNew: found === null,
      tookOverFrom: lock.tookOverFrom,
      close: lock.release,
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function newManifest(release: string): Manifest {
  return { format: FORMAT, createdBy: release, release, createdAt: new Date().toISOString() };
}

async function readManifest(folder: string): Promise<Manifest | null> {
  const file = join(folder, MANIFEST);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw isAccessError(error) ? new DataFolderNotWritableError(folder, error) : error;
  }
  try {
    return Manifest.parse(JSON.parse(text));
  } catch (error) {
    throw new DataFolderDamagedError(file, error);
  }
}

/** Written beside it and renamed, so that a kill in between leaves the old one whole. */
async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const draft = join(folder, `${MANIFEST}.new`);
  await writeFile(draft, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, join(folder, MANIFEST));
}

function isAccessError(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(codeOf(error) ?? '');
}
