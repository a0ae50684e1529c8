import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { productFolder } from '#log/release';
import { eventually, processesOf, temporaryFolder } from '../support/product.ts';

jest.setTimeout(120_000);

/** As it is built: the compiled script is what a benchmark runs. */
const script = join(productFolder, 'dist', 'test', 'bench', 'main-job.bench.js');
let place: string;

beforeEach(async () => {
  place = await temporaryFolder('interruptible');
});
afterEach(async () => rm(place, { recursive: true, force: true }));

describe('the benchmark of the main job, interrupted', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('given %s, then it ends with %i, and leaves neither the product nor its folder', async (signal, code) => {
    const env = { ...process.env, NODE_OPTIONS: '', TMPDIR: place };
    const child = spawn(process.execPath, [script, '--quick', '--json'], { env, stdio: 'ignore' });
    const exited = once(child, 'exit');
    const folderOf = async () => (await readdir(place)).find((name) => name.startsWith('samenspel-bench-')) ?? '';
    const isUp = async () => existsSync(join(place, await folderOf(), 'data', 'children.json'));
    await eventually(isUp, 'the product has started its parts', 60_000);
    const data = join(place, await folderOf(), 'data');
    child.kill(signal);
    expect(await exited).toEqual([code, null]);
    expect(await readdir(place)).toEqual([]);
    expect(await processesOf(data)).toEqual([]);
  });
});
