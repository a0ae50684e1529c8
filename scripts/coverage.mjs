#!/usr/bin/env node
/* `npm run coverage`: how much of the domain its tests reach; fails below 98 % of the branches. */

import { join } from 'node:path';
import { ensureReady } from './lib/ensure.mjs';
import { root, run } from './lib/run.mjs';

await ensureReady();
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
process.exitCode = await run(process.execPath, [
  ...node,
  jest,
  '--config',
  join(root, 'jest.coverage.mjs'),
  ...process.argv.slice(2),
]);
