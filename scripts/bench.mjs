#!/usr/bin/env node
/*
 * `npm run bench -- NAME [--json] [--quick] [--only PART,…]`: measures, and prints a table or, with --json, one line of JSON at
 * the end. Only `views` is measured in parts.
 */

import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureReady } from './lib/ensure.mjs';
import { root } from './lib/run.mjs';
import { sayStepsOn, stop } from './lib/steps.mjs';

const usage = 'npm run bench -- NAME [--json] [--quick] [--only PART,…]';
const inParts = ['views'];

sayStepsOn(process.stderr);
const name = nameAsked();
await ensureReady();
const folder = join(root, 'dist', 'test', 'bench');
const file = join(folder, `${name}.bench.js`);
if (!/^[a-z][a-z0-9-]*$/.test(name) || !existsSync(file)) {
  const all = (await readdir(folder)).filter((found) => found.endsWith('.bench.js'));
  const names = all.map((found) => found.replace('.bench.js', '')).join(', ');
  stop({ nl: `Kies een meting: ${names}`, en: `Choose a benchmark: ${names}` });
}
await import(pathToFileURL(file).href);

/** A run takes minutes: what it could not carry out is refused before it, and not passed over. */
function nameAsked() {
  const options = { json: { type: 'boolean' }, quick: { type: 'boolean' }, only: { type: 'string' } };
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [asked = '', ...more] = positionals;
    if (more.length > 0) throw new Error(`Unexpected argument '${more.join(' ')}'`);
    if (values.only !== undefined && !inParts.includes(asked))
      throw new Error(`--only is for ${inParts.join(', ')} alone`);
    return asked;
  } catch (error) {
    const [reason] = error.message.split('. ');
    return stop({ nl: `Zo gaat het: ${usage} (${reason})`, en: `Usage: ${usage} (${reason})` }, 2);
  }
}
