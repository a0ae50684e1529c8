#!/usr/bin/env node
/* `npm run budget`: how much JavaScript and CSS the first page loads, compressed; fails when it is more than agreed. */

import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { say } from './lib/language.mjs';
import { root } from './lib/run.mjs';

const built = join(root, 'dist', 'web');
const limits = { js: 200_000, css: 60_000 };
const manifest = JSON.parse(await readFile(join(built, '.vite', 'manifest.json'), 'utf8'));
const page = 'pages/today/today.page.tsx';
const language = 'messages/nl.json';

const first = new Set();
for (const entry of ['index.html', page, language]) collect(entry);

const sizes = await Promise.all([...first].map(async (file) => [file, (await stat(join(built, `${file}.gz`))).size]));
let over = false;
for (const kind of ['js', 'css']) {
  const files = sizes.filter(([file]) => file.endsWith(`.${kind}`)).sort(([, a], [, b]) => b - a);
  const total = files.reduce((sum, [, size]) => sum + size, 0);
  over ||= total > limits[kind];
  for (const [file, size] of files) print(`  ${file}`, size);
  const title = say({ nl: `Eerste pagina, ${kind} (gzip)`, en: `First page, ${kind} (gzip)` });
  print(title, total, say({ nl: ` van ten hoogste ${kB(limits[kind])}`, en: ` of at most ${kB(limits[kind])}` }));
}
if (over) process.exitCode = 1;

function collect(key) {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`Not in the build: ${key}`);
  for (const file of [chunk.file, ...(chunk.css ?? [])]) first.add(file);
  for (const imported of chunk.imports ?? []) collect(imported);
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function print(name, bytes, after = '') {
  process.stdout.write(`${name.padEnd(56)} ${kB(bytes).padStart(9)}${after}\n`);
}
