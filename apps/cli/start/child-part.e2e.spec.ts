import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { productFolder } from '#log/release';
import { temporaryFolder } from '../../../test/support/product.ts';
import type { ChildPart as Built } from './child-part.ts';

/** As it was built: it forks what stands beside it there. */
const built = join(productFolder, 'dist', 'apps', 'cli', 'start', 'child-part.js');

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder('part');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A part that runs these lines, and what was told of it. */
async function partOf(name: string, lines: string, silence?: number) {
  const { ChildPart } = (await import(built)) as { ChildPart: typeof Built };
  const module = join(folder, `${name}.mjs`);
  await writeFile(module, lines);
  const pids: number[] = [];
  const deaths: string[] = [];
  let told: () => void = () => undefined;
  const startedAgain = new Promise<void>((resolve) => {
    told = resolve;
  });
  const part = new ChildPart(
    { name, module, environment: process.env, logFile: join(folder, `${name}.log`), ...(silence && { silence }) },
    {
      started: (_, pid) => {
        pids.push(pid);
        if (pids.length > 1) told();
      },
      restarting: (_, how) => deaths.push(how.en),
      gaveUp: () => undefined,
    },
  );
  return { part, pids, deaths, startedAgain };
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('given a part that says that it cannot go on and then hangs, then it is ended, and its reason is told', async () => {
  const { part, pids } = await partOf(
    'hanging',
    `process.send({ type: 'failed', nl: 'Het kan niet.', en: 'It cannot be.' }, () => {
       for (;;);
     });`,
  );
  await expect(part.start()).rejects.toMatchObject({ sentence: { en: 'It cannot be.' } });
  expect(pids.map(isThere)).toEqual([false]);
}, 30_000);

test('given a part that hangs without a word, then it is started again, and one that only rests is left alone', async () => {
  const silence = 9_000;
  const rests = `process.send({ type: 'ready' }); setInterval(() => undefined, 60_000); process.on('SIGTERM', () => process.exit(0));`;
  const hung = await partOf('hung', rests, silence);
  const resting = await partOf('resting', rests, silence);
  await Promise.all([hung.part.start(), resting.part.start()]);
  const [first] = hung.pids;
  if (first === undefined) throw new Error('It was not started');
  // It is there, holds what it holds, and does nothing any more.
  process.kill(first, 'SIGSTOP');
  await hung.startedAgain;
  expect(hung.deaths).toEqual(['no sign of life']);
  expect(hung.pids.map(isThere)).toEqual([false, true]);
  expect({ deaths: resting.deaths, there: resting.pids.map(isThere) }).toEqual({ deaths: [], there: [true] });
  await Promise.all([hung.part.stop(), resting.part.stop()]);
}, 60_000);

test('given a part that hangs while it starts, then it is told, ended, and tried again', async () => {
  const hung = await partOf('starting', 'for (;;);', 3_000);
  const started = hung.part.start();
  await hung.startedAgain;
  expect(hung.deaths).toEqual(['no sign of life']);
  expect(hung.pids.slice(0, 1).map(isThere)).toEqual([false]);
  hung.part.kill();
  await started;
}, 60_000);
