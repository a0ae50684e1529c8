#!/usr/bin/env node
/* `npm run bench -- NAME [--json] [--quick]`: measures, and prints a table or, with --json, one line of JSON at the end. */

import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureReady } from './lib/ensure.mjs';
import { root } from './lib/run.mjs';
import { sayStepsOn, stop } from './lib/steps.mjs';

sayStepsOn(process.stderr);
await ensureReady();
const folder = join(root, 'dist', 'test', 'bench');
const name = process.argv[2] ?? '';
const file = join(folder, `${name}.bench.js`);
if (!/^[a-z][a-z0-9-]*$/.test(name) || !existsSync(file)) {
  const all = (await readdir(folder)).filter((found) => found.endsWith('.bench.js'));
  const names = all.map((found) => found.replace('.bench.js', '')).join(', ');
  stop({ nl: `Kies een meting: ${names}`, en: `Choose a benchmark: ${names}` });
}
await import(pathToFileURL(file).href);
