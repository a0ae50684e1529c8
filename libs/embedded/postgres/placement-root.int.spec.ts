import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask } from '../testing/ask.ts';
import { binariesIn, installedBinaries } from './binaries.ts';
import type { PlacementOptions } from './reach.ts';
import { startPostgres } from './start-postgres.ts';

const isRoot = process.geteuid?.() === 0;
/** Only root has anything to prove here; an ordinary user runs PostgreSQL from where it is, as the other tests show. */
const describeAsRoot = isRoot ? describe : describe.skip;

describeAsRoot('as root, with everything under /root (left out for an ordinary user)', () => {
  let home = '';
  let systemFolder = '';
  let options: PlacementOptions = {};

  beforeAll(async () => {
    // /root itself may be open on some machine; a folder of our own in it is closed for sure.
    home = await mkdtemp('/root/samenspel-test-');
    systemFolder = await mkdtemp('/var/lib/samenspel-test-');
    await cp(installedBinaries().root, join(home, 'native'), { recursive: true, verbatimSymlinks: true });
    // As an installation under a strict umask leaves them.
    for (const closed of ['bin', 'bin/postgres', 'lib', 'share']) await chmod(join(home, 'native', closed), 0o700);
    // `nobody` is all that a bare container has.
    options = { systemFolder, binaries: binariesIn(join(home, 'native')), users: ['nobody'] };
  }, 60_000);
  afterAll(async () => {
    await rm(home, { recursive: true, force: true });
    await rm(systemFolder, { recursive: true, force: true });
  });

  test('PostgreSQL runs as nobody, and finds its data again', async () => {
    const folder = join(home, 'data');
    const rootMode = (await stat('/root')).mode;
    const first = await startPostgres({ folder, placement: options });
    await ask(first.connectionString(), 'CREATE TABLE kept AS SELECT 42 AS answer');
    const { uid } = await stat(`/proc/${first.pid}`);
    expect(uid).toBe(65534);
    await first.stop();
    const again = await startPostgres({ folder, placement: options });
    expect(await ask(again.connectionString(), 'SELECT answer FROM kept')).toBe(42);
    await again.stop();
    expect((await stat(home)).mode & 0o777).toBe(0o700);
    expect((await stat('/root')).mode).toBe(rootMode);
  });

  test('a data folder that is moved takes its data along, and a copy of it is refused', async () => {
    const first = await startPostgres({ folder: join(home, 'original'), placement: options });
    await ask(first.connectionString(), 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    await rename(join(home, 'original'), join(home, 'moved'));
    const moved = await startPostgres({ folder: join(home, 'moved'), placement: options });
    expect(await ask(moved.connectionString(), 'SELECT answer FROM kept')).toBe(42);
    await moved.stop();

    await cp(join(home, 'moved'), join(home, 'copy'), { recursive: true });
    const copy = startPostgres({ folder: join(home, 'copy'), placement: options });
    await expect(copy).rejects.toMatchObject({ code: 'data-folder-copied' });
  });

  test('a folder that others may pass through keeps its data inside, closed to all but PostgreSQL', async () => {
    const open = await mkdtemp('/var/lib/samenspel-open-');
    try {
      const folder = join(open, 'data');
      await mkdir(folder, { mode: 0o700 });
      await chmod(open, 0o755);
      const postgres = await startPostgres({ folder, placement: options });
      expect(await ask(postgres.connectionString(), 'SELECT 1')).toBe(1);
      await postgres.stop();
      expect((await readFile(join(folder, 'postgres', 'data', 'PG_VERSION'), 'utf8')).trim()).toBe('18');
      expect((await stat(folder)).mode & 0o777).toBe(0o711);
      expect((await stat(join(folder, 'postgres'))).mode & 0o777).toBe(0o700);
      expect((await stat(join(folder, 'postgres-password'))).mode & 0o777).toBe(0o600);
    } finally {
      await rm(open, { recursive: true, force: true });
    }
  });
});
