#!/usr/bin/env node
/*
 * `npm test`: installs and builds what is missing, then the checks (lint, import direction, types) and all tests.
 * Arguments go to jest: `npm test -- libs/domain`, `npm test -- -t 'waiting list'`. With arguments the checks are left
 * to `npm run check`.
 */

import { join } from 'node:path';
import { ensureReady } from './lib/ensure.mjs';
import { say } from './lib/language.mjs';
import { testsToLeaveOut } from './lib/parts.mjs';
import { root, run } from './lib/run.mjs';
import { step } from './lib/steps.mjs';

const args = process.argv.slice(2);

await ensureReady();
const checked = args.length === 0 ? await check() : 0;
const tested = await test(testsToLeaveOut());
if (checked !== 0) {
  process.stderr.write(
    `${say({ nl: 'De controles (npm run check) vonden fouten; zie boven.', en: 'The checks (npm run check) found mistakes; see above.' })}\n`,
  );
}
process.exitCode = tested === 0 ? checked : tested;

/** The tests run also when a check fails: whoever reads the outcome wants to know both. */
function check() {
  return step({ nl: 'Controles (npm run check)', en: 'Checks (npm run check)' }, () =>
    run('npm', ['run', '--silent', 'check'], { shell: process.platform === 'win32' }),
  );
}

function test(markers) {
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const ignore = markers.flatMap((marker) => ['--testPathIgnorePatterns', marker.replaceAll('.', '\\.')]);
  const results = process.env.SAMENSPEL_TEST_RESULTS;
  const keep = results ? ['--json', '--outputFile', results] : [];
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest];
  return run(process.execPath, [...node, ...args, ...ignore, ...keep]);
}
