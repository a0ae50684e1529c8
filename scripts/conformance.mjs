#!/usr/bin/env node
/*
 * `npm run test:conformance -- [--rounds N] [--random] [--seed N]`: the conformance suite, N times over; with --random
 * the files and the tests of each file in an order that follows from the printed seed. With EVENTSTORE_URL=esdb://… it
 * runs against that server, else against the embedded node. At the end: which tests failed in some rounds (flakes) and
 * which in all of them. Other arguments go to jest: `-- append -t deadline`.
 */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureInstalled } from './lib/ensure.mjs';
import { say } from './lib/language.mjs';
import { ownOptions } from './lib/own-options.mjs';
import { root, run } from './lib/run.mjs';
import { inSeconds, stop } from './lib/steps.mjs';

const options = { rounds: { type: 'string' }, random: { type: 'boolean' }, seed: { type: 'string' } };
const { values, others } = ownOptions(process.argv.slice(2), options);
const rounds = wholeNumber(values.rounds ?? '1', 1);
const first = wholeNumber(values.seed ?? String(Math.floor(Math.random() * 2 ** 30)), 0);
const isRandom = values.random === true || values.seed !== undefined;

await ensureInstalled();
const folder = await mkdtemp(join(tmpdir(), 'samenspel-conformance-'));
const failures = new Map();
let executed = 0;
for (let round = 0; round < rounds; round += 1) executed += await runRound(round);
await rm(folder, { recursive: true, force: true });
summarize();

/** One round. @returns how many tests ran. */
async function runRound(round) {
  const seed = first + round;
  const file = join(folder, `${round}.json`);
  const began = performance.now();
  const code = await run(process.execPath, jestArguments(seed, file));
  const results = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = results;
  const ran = numPassedTests + numFailedTests;
  const failed = testResults.flatMap(failuresOf);
  if (code !== 0 && failed.length === 0) failed.push('jest itself');
  else if (ran === 0) failed.push('no test ran');
  for (const name of failed) failures.set(name, [...(failures.get(name) ?? []), isRandom ? `seed ${seed}` : round + 1]);
  const order = isRandom ? `, --seed ${seed}` : '';
  const verdict = failed.length === 0 ? '✓' : `✗ ${failed.length}`;
  process.stdout.write(
    `  ${verdict} ${say({ nl: 'ronde', en: 'round' })} ${round + 1}/${rounds}${order}: ${ran} tests, ${inSeconds(performance.now() - began)}\n`,
  );
  return ran;
}

function jestArguments(seed, file) {
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest];
  const sequencer = join(root, 'scripts', 'lib', 'random-sequencer.mjs');
  const order = isRandom ? ['--randomize', '--seed', String(seed), '--testSequencer', sequencer] : [];
  // With many rounds only the outcome counts; the failures are told with their names and what was wrong.
  const reporters = rounds > 1 ? ['--reporters', join(root, 'scripts', 'lib', 'failures-reporter.mjs')] : [];
  // Below this folder alone, whatever jest is asked for: other tests have the same words in their paths.
  const below = ['--roots', join(root, 'test', 'conformance')];
  return [...node, ...below, ...order, ...reporters, '--json', '--outputFile', file, ...others];
}

function failuresOf({ name, status, assertionResults }) {
  const path = relative(root, name);
  const failed = assertionResults.filter((result) => result.status === 'failed');
  // A file that could not be loaded has no tests at all.
  if (status === 'failed' && failed.length === 0) return [path];
  return failed.map((result) => `${path}: ${result.fullName}`);
}

function summarize() {
  const server = process.env.EVENTSTORE_URL === undefined ? 'embedded node' : 'EVENTSTORE_URL';
  const always = [...failures].filter(([, where]) => where.length === rounds);
  const flakes = [...failures].filter(([, where]) => where.length < rounds);
  for (const [kind, found] of [
    ['flake', flakes],
    ['failed', always],
  ]) {
    for (const [name, where] of found) process.stdout.write(`  ${kind}: ${name} (${where.join(', ')})\n`);
  }
  process.stdout.write(
    `conformance (${server}): ${rounds} rounds, ${executed} tests, ${flakes.length} flakes, ${always.length} failed always\n`,
  );
  process.exitCode = failures.size === 0 ? 0 : 1;
}

function wholeNumber(text, least) {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  return stop({ nl: `‘${text}’ is geen geheel getal.`, en: `‘${text}’ is not a whole number.` });
}
