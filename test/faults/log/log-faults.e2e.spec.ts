import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type CompiledNode, compileNode } from '#embedded/testing/compile-node';
import { randomFrom } from '../../support/random.ts';
import { type Setting, sayLeftOut, type Verdict } from '../verdict.ts';
import { clockBackwards } from './clock.ts';
import { cuts } from './cut.ts';
import { diskFull } from './disk-full.ts';
import { halfOpen } from './half-open.ts';
import { killCycles } from './kill.ts';

jest.setTimeout(60_000);

/** Printed, so that a failure can be played again: `SAMENSPEL_SEED=… npm test -- test/faults/log`. */
const seed = Number(process.env['SAMENSPEL_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** The short form of `npm run test:faults -- log`, which has two hundred cycles, every place and every direction. */
const SCENARIOS: readonly (readonly [string, (setting: Setting) => Promise<Verdict>])[] = [
  ['the node and PostgreSQL are killed', (setting) => killCycles(setting, 3)],
  ['connections are cut', (setting) => cuts(setting, { places: 5 })],
  ['the line to PostgreSQL is half-open', (setting) => halfOpen(setting, { isShort: true })],
  ['the disk is full', (setting) => diskFull(setting, 1)],
  ['the clock runs backwards', (setting) => clockBackwards(setting, 1)],
];

let compiled: CompiledNode;
beforeAll(async () => {
  process.stdout.write(`SAMENSPEL_SEED=${seed}\n`);
  compiled = await compileNode();
});
afterAll(() => compiled.remove());

describe('the log keeps what it acknowledged, once and in order, when', () => {
  test.each(SCENARIOS)('%s', async (_, scenario) => {
    const verdict = await scenario({
      random: randomFrom(seed),
      entry: compiled.entry,
      progress: () => undefined,
    });
    sayLeftOut(verdict, (line) => process.stdout.write(line));
    expect(verdict.breaches).toEqual([]);
  });
});
