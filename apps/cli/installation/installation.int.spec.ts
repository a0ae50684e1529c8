import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DataFolderDamagedError } from '#embedded/errors';
import { CliError } from '../terminal/failure.ts';
import { ChildrenFile } from './children.ts';
import { writeJson } from './files.ts';
import { choosePorts } from './ports.ts';
import { saveInstallation, settleInstallation } from './purpose.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenspel-installation-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function listen(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

describe('the ports of a data folder', () => {
  test('given a folder that was started before, when it is started again, then its ports are the same', async () => {
    const first = await choosePorts(folder);
    expect(await choosePorts(folder)).toEqual(first);
  });

  test('given that another program took a port, when it is started again, then it has others, and keeps them', async () => {
    const before = await choosePorts(folder);
    const other = await listen(before.postgres);
    const after = await choosePorts(folder);
    other.close();
    expect(after.postgres).not.toBe(before.postgres);
    expect(await choosePorts(folder)).toEqual(after);
  });

  test('given ports of a release that had no port for the worker, then those stay, and it gets one', async () => {
    const data = join(folder, 'earlier');
    const { postgres, node, worker } = await choosePorts(data);
    await writeJson(join(data, 'ports.json'), { postgres, node });
    expect(await choosePorts(data)).toEqual({ postgres, node, worker });
    expect(new Set([postgres, node, worker]).size).toBe(3);
  });
});

describe('what a data folder is for', () => {
  const plain = { empty: false, example: true };
  const which = 'regional-network';

  test('given a new folder, when it is started, then the example is to be recorded, until it is', async () => {
    const data = join(folder, 'example');
    expect(await settleInstallation(data, plain)).toEqual({ purpose: 'example', example: 'recording', which });
    const interrupted = await settleInstallation(data, plain);
    expect(interrupted.example).toBe('recording');
    await saveInstallation(data, { ...interrupted, example: 'recorded' });
    expect((await settleInstallation(data, plain)).example).toBe('recorded');
  });

  test('given an empty start, when it is started again without that wish, then it stays a log for real work', async () => {
    const data = join(folder, 'production');
    const made = await settleInstallation(data, { empty: true, example: true });
    await saveInstallation(data, made);
    expect(await settleInstallation(data, plain)).toEqual({ purpose: 'production', example: 'none', which });
  });

  test('given that all examples are wanted, then the folder is for all, and for no other', async () => {
    const data = join(folder, 'all');
    const made = await settleInstallation(data, { empty: false, example: 'all' });
    expect(made).toEqual({ purpose: 'example', example: 'recording', which: 'all' });
    expect(await settleInstallation(data, plain)).toEqual(made);
    await expect(settleInstallation(data, { empty: false, example: which })).rejects.toThrow(CliError);
    await expect(settleInstallation(data, { empty: false, example: 'none-such' })).rejects.toThrow(CliError);
  });

  test('given a folder of a release with one example, then that is the one it holds', async () => {
    const data = join(folder, 'one');
    await writeJson(join(data, 'installation.json'), { purpose: 'example', example: 'recorded' });
    expect(await settleInstallation(data, plain)).toEqual({ purpose: 'example', example: 'recorded', which });
  });

  test('given that an empty log and an example are asked for together, then that is refused, and nothing is settled', async () => {
    const data = join(folder, 'both');
    await expect(settleInstallation(data, { empty: true, example: which })).rejects.toThrow(CliError);
    expect(await settleInstallation(data, { empty: true, example: true })).toMatchObject({ purpose: 'production' });
  });

  test('given that what it is for cannot be read, then it is refused and left as it was, and no example is begun', async () => {
    const data = join(folder, 'damaged');
    await mkdir(data);
    await writeFile(join(data, 'installation.json'), '');
    await expect(settleInstallation(data, plain)).rejects.toThrow(DataFolderDamagedError);
    expect(await readFile(join(data, 'installation.json'), 'utf8')).toBe('');
  });

  test('given a folder with the example, when an empty start is asked, then it is refused', async () => {
    const data = join(folder, 'example');
    await expect(settleInstallation(data, { empty: true, example: true })).rejects.toThrow(CliError);
  });
});

describe('the processes of a run', () => {
  test('given that they could not be written down once, then the next one is, and so is the first', async () => {
    const data = join(folder, 'children');
    const children = new ChildrenFile(data);
    // A file where the folder should be.
    await writeFile(data, '');
    await expect(children.note('server', process.pid)).rejects.toThrow();
    await rm(data);
    await children.note('worker', process.pid);
    const noted: unknown = JSON.parse(await readFile(join(data, 'children.json'), 'utf8'));
    expect(noted).toMatchObject({ server: { pid: process.pid }, worker: { pid: process.pid } });
    await children.remove();
  });
});
