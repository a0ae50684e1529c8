import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, chown, cp, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { DataFolderDamagedError, DataFolderNotWritableError, EmbeddedError } from '../errors.ts';
import { type Binaries, binariesIn, versionOf } from './binaries.ts';
import { canReach, type Placement, type PlacementOptions, type SystemUser } from './reach.ts';

const run = promisify(execFile);
const SYSTEM_FOLDER = '/var/lib/samenspel';
const POINTER = 'postgres-location.json';
const OWNER = 'owner.json';

const Pointer = z.object({ id: z.uuid(), home: z.string() });
const Owner = z.object({ id: z.uuid(), folder: z.string() });

/**
 * PostgreSQL refuses to run as root, so it runs as an ordinary user that the system already has: `postgres`, or else
 * `nobody` (or, for data that exist, whoever owns them). That user must be able to reach the programs and the data,
 * which under `/root` (mode 0700) it cannot, and `/root` is not ours to open. Therefore, each apart and only where
 * the path is closed to that user:
 *
 * - the **binaries** are copied once per version to `/var/lib/samenspel/postgresql-VERSION`, owned by root;
 * - the **data** go to `/var/lib/samenspel/ID`, where ID is drawn at random and kept in `postgres-location.json` in
 *   the data folder. The other side keeps `owner.json` with the folder it belongs to: a data folder that was moved
 *   takes its data along, a data folder that was copied is refused, because two runs would write the same data.
 *
 * Where the way is open, the data stay in the data folder, which then gets mode 0711: others may pass through to the
 * one folder that is PostgreSQL's, and see nothing. Once chosen, the place stays, whatever happens to the modes.
 */
export async function placeForRoot(folder: string, binaries: Binaries, options: PlacementOptions): Promise<Placement> {
  const system = options.systemFolder ?? process.env['SAMENSPEL_SYSTEM_FOLDER'] ?? SYSTEM_FOLDER;
  const home = await chooseHome(folder, system, options);
  const user = await ownerOf(join(home, 'data'), options);
  try {
    await mkdir(home, { recursive: true, mode: 0o700 });
    await chown(home, user.uid, user.gid);
  } catch (error) {
    throw new DataFolderNotWritableError(home, error);
  }
  const reachable = (await canReach(binaries.postgres, user)) && (await canReach(join(binaries.root, 'lib'), user));
  return { binaries: reachable ? binaries : await copyBinaries(binaries, system), home, user };
}

async function chooseHome(folder: string, system: string, options: PlacementOptions): Promise<string> {
  const inside = join(folder, 'postgres');
  const pointer = await readJson(join(folder, POINTER), Pointer);
  if (pointer !== null) {
    await checkOwner(folder, pointer);
    return pointer.home;
  }
  const user = await firstUser(options);
  if ((await exists(inside)) || (await canReach(dirname(await realpath(folder)), user))) {
    await chmod(folder, 0o711);
    return inside;
  }
  return elsewhere(folder, system);
}

/** A new home in the system folder. The pointer comes last: without it nothing was chosen yet. */
async function elsewhere(folder: string, system: string): Promise<string> {
  const id = randomUUID();
  const place = join(system, id);
  try {
    await mkdir(place, { recursive: true, mode: 0o711 });
    await chmod(system, 0o711);
    await chmod(place, 0o711);
  } catch (error) {
    throw new DataFolderNotWritableError(system, error);
  }
  const pointer = { id, home: join(place, 'postgres') };
  await writeJson(join(place, OWNER), { id, folder: await realpath(folder) });
  await writeJson(join(folder, POINTER), pointer);
  return pointer.home;
}

/** Where root put the data of that folder; null when they are in the folder itself. @throws DataFolderDamagedError. */
export async function homeElsewhere(folder: string): Promise<string | null> {
  return (await readJson(join(folder, POINTER), Pointer))?.home ?? null;
}

/** Removes what root keeps elsewhere for a data folder, for whoever removes that folder itself. */
export async function removeElsewhere(folder: string): Promise<void> {
  const pointer = await readJson(join(folder, POINTER), Pointer);
  if (pointer === null) return;
  await checkOwner(folder, pointer);
  await rm(dirname(pointer.home), { recursive: true, force: true });
}

async function checkOwner(folder: string, pointer: z.infer<typeof Pointer>): Promise<void> {
  const file = join(dirname(pointer.home), OWNER);
  const owner = await readJson(file, Owner);
  if (owner === null || owner.id !== pointer.id) throw new DataFolderDamagedError(file);
  const here = await realpath(folder);
  if (owner.folder === here) return;
  const there = await readJson(join(owner.folder, POINTER), Pointer);
  if (there?.id === pointer.id) {
    throw new EmbeddedError('data-folder-copied', {
      en: `The data folder ${here} is a copy of ${owner.folder}, and the data themselves are in ${pointer.home}. Use the original, or remove ${join(here, POINTER)} to start with an empty database.`,
      nl: `De gegevensmap ${here} is een kopie van ${owner.folder}, en de gegevens zelf staan in ${pointer.home}. Gebruik het origineel, of verwijder ${join(here, POINTER)} om met een lege database te beginnen.`,
    });
  }
  await writeJson(file, { id: owner.id, folder: here });
}

/** Whoever owns the data, so that a `postgres` user that was installed later does not lock us out; else the first. */
async function ownerOf(data: string, options: PlacementOptions): Promise<SystemUser> {
  if (!(await exists(data))) return firstUser(options);
  const { uid, gid } = await stat(data);
  return uid === 0 ? firstUser(options) : { name: String(uid), uid, gid };
}

async function firstUser(options: PlacementOptions): Promise<SystemUser> {
  for (const name of options.users ?? ['postgres', 'nobody']) {
    try {
      const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
      return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) };
    } catch {
      // No such user: the next one may exist.
    }
  }
  throw new EmbeddedError('postgres-not-started', {
    en: 'PostgreSQL cannot run as root, and this system has neither a user postgres nor a user nobody. Start as an ordinary user.',
    nl: 'PostgreSQL kan niet als root draaien, en dit systeem heeft geen gebruiker postgres of nobody. Start als gewone gebruiker.',
  });
}

/** Copied beside and renamed, so that a kill half-way, or another run doing the same, leaves no half copy in place. */
async function copyBinaries(binaries: Binaries, system: string): Promise<Binaries> {
  const root = join(system, `postgresql-${await versionOf(binaries)}-${process.platform}-${process.arch}`);
  if (await exists(root)) return binariesIn(root);
  const draft = `${root}.${process.pid}.new`;
  try {
    await mkdir(system, { recursive: true });
    await chmod(system, 0o711);
    // Static libraries serve only to build with; they are a fifth of the size.
    await cp(binaries.root, draft, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => extname(source) !== '.a',
    });
    await openUp(draft);
    await rename(draft, root);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(root))) throw new DataFolderNotWritableError(system, error);
  }
  return binariesIn(root);
}

/** What was installed under a strict umask is closed to all but root, and so is its copy: programs are no secret. */
async function openUp(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openUp(path);
    else if (entry.isFile()) await chmod(path, ((await stat(path)).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
  if (!(await exists(file))) return null;
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    throw new DataFolderDamagedError(file, error);
  }
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
