#!/usr/bin/env node
/*
 * Breaks the parts under load, and holds what is left against what was kept outside. It prints the seed that plays the
 * same again.
 *
 * `npm run test:faults -- log [--cycles 200] [--seed N] [--only kill,…]`
 * `npm run test:faults -- views [--rounds 100] [--seed N] [--jobs postgres|redis]`
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
  stop({ nl: 'Kies wat stuk moet: log, views', en: 'Choose what to break: log, views' });
await import(pathToFileURL(file).href);
