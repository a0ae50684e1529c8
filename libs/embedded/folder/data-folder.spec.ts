import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { temporaryFolder } from '../testing/engines.ts';
import { openDataFolder } from './data-folder.ts';
import { assertPortFree, freePort } from './ports.ts';
import { startOf } from './process-identity.ts';

describe('a data folder', () => {
  let path = '';
  let remove = async (): Promise<void> => undefined;
  beforeEach(async () => {
    ({ path, remove } = await temporaryFolder());
  });
  afterEach(() => remove());

  test('is made for this user alone, and known again', async () => {
    const folder = join(path, 'deep', 'data');
    const first = await openDataFolder(folder, { release: '1.0.0' });
    expect(first).toMatchObject({ path: folder, isNew: true, tookOverFrom: null });
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await first.close();
    const second = await openDataFolder(folder, { release: '1.1.0' });
    expect(second.isNew).toBe(false);
    expect(second.manifest).toMatchObject({ format: 1, createdBy: '1.0.0', release: '1.1.0' });
    await second.close();
    await second.close();
    expect((await readdir(folder)).filter((name) => name.startsWith('run.lock'))).toEqual([]);
  });

  test('is refused while another run holds it, with its number', async () => {
    const held = await openDataFolder(path, { release: '1.0.0' });
    const refused = openDataFolder(path, { release: '1.0.0' });
    await expect(refused).rejects.toMatchObject({ code: 'data-folder-in-use', pid: process.pid });
    await held.close();
    await (await openDataFolder(path, { release: '1.0.0' })).close();
  });

  test('of a killed run is taken over', async () => {
    const killed = spawn('sleep', ['60']);
    await once(killed, 'spawn');
    const identity = { pid: killed.pid, startedAt: await startOf(killed.pid ?? 0) };
    await writeFile(join(path, 'run.lock'), JSON.stringify(identity));
    await expect(openDataFolder(path, { release: '1.0.0' })).rejects.toMatchObject({ code: 'data-folder-in-use' });
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const folder = await openDataFolder(path, { release: '1.0.0' });
    expect(folder.tookOverFrom).toEqual(identity);
    await folder.close();
  });

  test('is taken over when the number of the killed run was given to another process', async () => {
    await writeFile(join(path, 'run.lock'), JSON.stringify({ pid: process.pid, startedAt: 'another boot:1' }));
    const folder = await openDataFolder(path, { release: '1.0.0' });
    expect(folder.tookOverFrom).toMatchObject({ pid: process.pid });
    await folder.close();
  });

  test('is refused while a run in another container touches its lock, and taken over when that falls silent', async () => {
    const file = join(path, 'run.lock');
    // Nothing here has its number: in its own container it may be alive all the same.
    await writeFile(file, JSON.stringify({ pid: 2 ** 22 + 1, startedAt: 'there', namespace: 'pid:[1]' }));
    const beat = setInterval(() => void utimes(file, new Date(), new Date()), 500);
    const refused = openDataFolder(path, { release: '1.0.0' });
    await expect(refused).rejects.toMatchObject({ code: 'data-folder-in-use' });
    await expect(refused).rejects.toThrow('in another container');
    clearInterval(beat);
    const folder = await openDataFolder(path, { release: '1.0.0' });
    expect(folder.tookOverFrom).toEqual({ pid: 2 ** 22 + 1, startedAt: 'there' });
    await folder.close();
  }, 40_000);

  test('shows by its lock that it is held', async () => {
    const file = join(path, 'run.lock');
    const folder = await openDataFolder(path, { release: '1.0.0' });
    const { mtimeMs } = await stat(file);
    while ((await stat(file)).mtimeMs === mtimeMs) await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await readFile(file, 'utf8')).length).toBeGreaterThan(0);
    await folder.close();
  });

  test('is given to one of many that come at once, also over a stale lock', async () => {
    for (let round = 0; round < 25; round += 1) {
      await writeFile(join(path, 'run.lock'), JSON.stringify({ pid: 2 ** 22 + 1, startedAt: 'gone' }));
      const attempts = await Promise.allSettled(
        Array.from({ length: 8 }, () => openDataFolder(path, { release: '1' })),
      );
      const held = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
      expect(held).toHaveLength(1);
      await held[0]?.close();
    }
  });

  test('of a newer format is refused and left as it is', async () => {
    const text = JSON.stringify({ format: 2, createdBy: '9.0.0', release: '9.0.0', createdAt: '2030-01-01T00:00:00Z' });
    await writeFile(join(path, 'samenspel.json'), text);
    const refused = openDataFolder(path, { release: '1.0.0' });
    await expect(refused).rejects.toMatchObject({ code: 'data-folder-newer' });
    await expect(refused).rejects.toThrow('9.0.0');
    expect(await readdir(path)).toEqual(['samenspel.json']);
    expect(await readFile(join(path, 'samenspel.json'), 'utf8')).toBe(text);
  });

  test('with a damaged description is refused', async () => {
    await writeFile(join(path, 'samenspel.json'), '{"format":');
    await expect(openDataFolder(path, { release: '1' })).rejects.toMatchObject({ code: 'data-folder-damaged' });
  });

  test('that cannot be made is refused in both languages', async () => {
    await writeFile(join(path, 'file'), '');
    const refused = openDataFolder(join(path, 'file', 'data'), { release: '1' });
    await expect(refused).rejects.toMatchObject({
      code: 'data-folder-not-writable',
      sentence: {
        en: expect.stringContaining('cannot be written'),
        nl: expect.stringContaining('niet worden geschreven'),
      },
    });
  });

  test.each(['/proc/samenspel/data', '/dev/null/data'])('at %s is refused at once', async (impossible) => {
    const refused = openDataFolder(impossible, { release: '1' });
    await expect(refused).rejects.toMatchObject({ code: 'data-folder-not-writable' });
  });

  test('may be made beforehand', async () => {
    await mkdir(join(path, 'data'), { mode: 0o755 });
    const folder = await openDataFolder(join(path, 'data'), { release: '1' });
    expect(folder.isNew).toBe(true);
    await folder.close();
  });
});

describe('a port', () => {
  test('that is taken is told from one that is free', async () => {
    const port = await freePort();
    await assertPortFree(port);
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    await expect(assertPortFree(port)).rejects.toMatchObject({ code: 'port-in-use', port });
    server.close();
  });
});
