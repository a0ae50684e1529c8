import { type ChildProcess, spawn } from 'node:child_process';
import { access, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { stopOrphan } from './postmaster.ts';

let home: string;
let data: string;
const running: ChildProcess[] = [];
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'samenspel-orphan-'));
  data = join(home, 'data');
  await mkdir(data);
});
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  await rm(home, { recursive: true, force: true });
});

/** A program that runs in this folder. */
async function working(folder: string, user: { uid?: number } = {}): Promise<number> {
  const child = spawn('sleep', ['60'], { cwd: folder, ...user });
  running.push(child);
  await new Promise((resolve) => child.once('spawn', resolve));
  return child.pid ?? 0;
}

const lock = (): string => join(data, 'postmaster.pid');
const isLocked = (): Promise<boolean> =>
  access(lock()).then(
    () => true,
    () => false,
  );

// Only there is it known who works in a folder.
const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('a folder whose postmaster died, and whose number was given to another program', () => {
  test('given that something still works there, then it is left as it is, and what to stop is said', async () => {
    const [stranger, backend] = [await working(home), await working(data)];
    await writeFile(lock(), `${stranger}\n${data}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`);
    await expect(stopOrphan(data, 50)).rejects.toMatchObject({
      code: 'postgres-not-started',
      sentence: { nl: expect.stringContaining(`(pid ${backend})`), en: expect.stringContaining(`(pid ${backend})`) },
    });
    expect(await isLocked()).toBe(true);
  });

  test('given that nothing works there any more, then it is free', async () => {
    await writeFile(lock(), `${await working(home)}\n${data}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`);
    await stopOrphan(data, 50);
    expect(await isLocked()).toBe(false);
  });
});

onLinux('a system that does not let us see where a process works', () => {
  const hidden = (): Promise<string> => Promise.reject(Object.assign(new Error('hidden'), { code: 'EACCES' }));

  test('given a postmaster of this folder, then it is known by its command line, and stopped', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)', '--', '-D', data]);
    running.push(child);
    await new Promise((resolve) => child.once('spawn', resolve));
    await writeFile(lock(), `${child.pid}\n${data}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`);
    const exit = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
    await stopOrphan(data, 50, hidden);
    expect(await exit).toBe('SIGINT');
  });

  /** A user that PostgreSQL may run as. */
  async function ordinary(): Promise<{ uid?: number }> {
    const user = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    if (user.uid !== undefined) await chown(data, user.uid, user.uid);
    return user;
  }

  async function told(pid: number): Promise<void> {
    await writeFile(lock(), `${pid}\n${data}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`);
  }

  test('given another program with its number, and a PostgreSQL of its user, then the file stays', async () => {
    const user = await ordinary();
    const named = "process.title = 'postgres'; console.log('named'); setInterval(() => undefined, 1000)";
    const backend = spawn(process.execPath, ['-e', named], { cwd: '/', ...user });
    running.push(backend);
    await new Promise((resolve) => backend.stdout.once('data', resolve));
    await told(await working(home, user));
    await expect(stopOrphan(data, 50, hidden)).rejects.toMatchObject({ code: 'postgres-not-started' });
    expect(await isLocked()).toBe(true);
  });

  test('given another program with its number, and only others that are no PostgreSQL, then the file is removed', async () => {
    await told(await working(home, await ordinary()));
    await stopOrphan(data, 50, hidden);
    expect(await isLocked()).toBe(false);
  });
});
