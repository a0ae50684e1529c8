#!/usr/bin/env node
/*
 * `npm run mutation`: changes the deciders in small ways, aggregate by aggregate, and counts what a test noticed.
 * `npm run mutation -- pledge meeting` does so for these. Ends with an error when less than the goal was noticed.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureReady } from './lib/ensure.mjs';
import { root, run } from './lib/run.mjs';

/** In percent. */
const goal = 85;
const noticed = ['Killed', 'Timeout'];
const counted = [...noticed, 'Survived', 'NoCoverage'];

await ensureReady();
const domain = join(root, 'libs', 'domain');
// The deciders of the aggregates, and the one of corrections, which they share.
const known = readdirSync(domain).filter((folder) =>
  ['decider.ts', 'corrections.ts'].some((file) => existsSync(join(domain, folder, file))),
);
const asked = process.argv.slice(2);
const aggregates = asked.length > 0 ? asked : known.sort();
const stryker = join(root, 'node_modules', '.bin', 'stryker');
const sums = [];
for (const aggregate of aggregates) {
  const status = await run(stryker, ['run'], { env: { ...process.env, SAMENSPEL_AGGREGATE: aggregate } });
  if (status !== 0) process.exit(status);
  sums.push({ aggregate, ...countIn(join(root, 'dist', 'mutation', `${aggregate}.json`)) });
}
const all = sums.reduce((sum, { found, of }) => ({ found: sum.found + found, of: sum.of + of }), { found: 0, of: 0 });
for (const { aggregate, found, of } of [...sums, { aggregate: 'together', ...all }]) {
  process.stdout.write(`${aggregate.padEnd(12)} ${percent(found, of).padStart(7)} %   ${found} of ${of}\n`);
}
process.exitCode = (100 * all.found) / all.of >= goal ? 0 : 1;

/** How many of the changes that count a test noticed. */
function countIn(file) {
  const { files } = JSON.parse(readFileSync(file, 'utf8'));
  const mutants = Object.values(files).flatMap(({ mutants }) => mutants);
  const that = (statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  return { found: that(noticed), of: that(counted) };
}

function percent(part, whole) {
  return ((100 * part) / whole).toFixed(2);
}
