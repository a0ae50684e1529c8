import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { isRunning, startOf } from '#embedded/folder/process-identity';
import { productFolder } from '#log/release';
import { eventually } from '../support/product.ts';
import { numberIn, startChild } from './child.ts';

jest.setTimeout(60_000);

/** As it is built: the compiled script is what a benchmark runs. */
const script = join(productFolder, 'dist', 'test', 'bench', 'started-engines.js');

describe('a benchmark that is interrupted', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('given %s, then it ends with %i, and leaves neither PostgreSQL nor its folder', async (signal, code) => {
    const child = await startChild(script, { NODE_OPTIONS: '' });
    const pid = numberIn(child.told, 'postgresPid');
    const { folder } = child.told as { readonly folder: string };
    const postgres = { pid, startedAt: await startOf(pid) };
    const exited = once(child.process, 'exit');
    child.process.kill(signal);
    expect(await exited).toEqual([code, null]);
    await eventually(async () => !(await isRunning(postgres)), 'PostgreSQL has ended');
    expect(existsSync(folder)).toBe(false);
  });
});
