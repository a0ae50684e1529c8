import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { codeOf } from '../errno.ts';
import { DataFolderDamagedError, EmbeddedError, PostgresVersionError } from '../errors.ts';
import { versionOf } from './binaries.ts';
import type { Placement } from './reach.ts';

const run = promisify(execFile);
const PASSWORD_FILE = 'postgres-password';

/** The one role of the cluster. */
export const ROLE = 'samenspel';

/** The database cluster's own folder. */
export function dataOf(placement: Placement): string {
  return join(placement.home, 'data');
}

/**
 * Makes the cluster when there is none, and checks that it fits the binaries when there is one.
 * @returns the password of its role.
 * @throws PostgresVersionError, DataFolderDamagedError; the data are untouched then.
 */
export async function prepareCluster(folder: string, placement: Placement): Promise<string> {
  // Asked before anything is made: binaries that do not run are told apart from data that are not right.
  const own = await versionOf(placement.binaries);
  const found = await clusterVersion(placement);
  const passwordFile = join(folder, PASSWORD_FILE);
  if (found === null) return makeCluster(placement, passwordFile);
  const major = own.split('.')[0] ?? own;
  if (found !== major) throw new PostgresVersionError(found, major);
  const password = await readPassword(passwordFile);
  if (password === null) throw new DataFolderDamagedError(passwordFile);
  return password;
}

async function clusterVersion(placement: Placement): Promise<string | null> {
  try {
    return (await readFile(join(dataOf(placement), 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function readPassword(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim() || null;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * `initdb` into a folder beside and a rename: a cluster that was killed half-way through its making looks like one,
 * and would never start. Locale C, because the order of the log and of views must not depend on the machine.
 */
async function makeCluster(placement: Placement, passwordFile: string): Promise<string> {
  const password = (await readPassword(passwordFile)) ?? randomBytes(24).toString('base64url');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await chmod(passwordFile, 0o600);
  const draft = join(placement.home, 'data.new');
  const handed = join(placement.home, 'initdb-password');
  await rm(draft, { recursive: true, force: true });
  await writeFile(handed, `${password}\n`, { mode: 0o600 });
  const { user } = placement;
  if (user !== null) await chown(handed, user.uid, user.gid);
  const options = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', '--data-checksums', '--no-instructions'];
  try {
    await run(
      placement.binaries.initdb,
      [`--pgdata=${draft}`, `--username=${ROLE}`, `--pwfile=${handed}`, ...options],
      { cwd: placement.home, env: environment(), ...(user === null ? {} : { uid: user.uid, gid: user.gid }) },
    );
    await rename(draft, dataOf(placement));
  } catch (cause) {
    throw new EmbeddedError(
      'postgres-not-started',
      {
        en: `PostgreSQL could not make its database in ${placement.home}: ${outputOf(cause)}`,
        nl: `PostgreSQL kon zijn database niet maken in ${placement.home}: ${outputOf(cause)}`,
      },
      { cause },
    );
  } finally {
    await rm(handed, { force: true });
  }
  return password;
}

/** What PostgreSQL inherits: no locale and no `PG…` setting of whoever started us. */
export function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(inherited), LC_ALL: 'C', TZ: 'UTC' };
}

function outputOf(error: unknown): string {
  const stderr = typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr).trim() : '';
  return stderr || String(error);
}
