#!/usr/bin/env node
/*
 * `npm run test:faults -- log [--cycles 200] [--seed N] [--only kill,…]`: breaks the parts under load, and holds what is
 * left against a ledger that was kept outside. It prints the seed that plays the same again.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureReady } from './lib/ensure.mjs';
import { root } from './lib/run.mjs';
import { sayStepsOn, stop } from './lib/steps.mjs';

sayStepsOn(process.stderr);
await ensureReady();
const name = process.argv[2] ?? '';
const file = join(root, 'dist', 'test', 'faults', name, 'main.js');
if (!/^[a-z][a-z0-9-]*$/.test(name) || !existsSync(file))
  stop({ nl: 'Kies wat stuk moet: log', en: 'Choose what to break: log' });
await import(pathToFileURL(file).href);
