#!/usr/bin/env node
/*
 * `npm run screenshots`: every page in both languages at two widths, into the folder `screenshots`. It starts the product
 * with an example in a folder of its own; `-- --example NAME` chooses another example.
 */

import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createServer } from 'vite';
import { ensureReady } from './lib/ensure.mjs';
import { say } from './lib/language.mjs';
import { root } from './lib/run.mjs';

await ensureReady();
const target = join(root, 'screenshots');
const data = await mkdtemp(join(tmpdir(), 'samenspel-screenshots-'));
await chmod(data, 0o711);
const args = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['--example', 'regional-network'];
const product = spawn(
  process.execPath,
  [join(root, 'dist', 'apps', 'cli', 'main.js'), 'start', '--json', '--port', '0', '--data', join(data, 'd'), ...args],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const ended = new Promise((resolve) => product.once('close', resolve));
// The helpers are those of the tests, in TypeScript; Vite, which is here anyway, reads them.
const vite = await createServer({ configFile: false, root, server: { middlewareMode: true }, logLevel: 'error' });
try {
  const { openBrowser, openPage, stranger, visit } = await vite.ssrLoadModule('/apps/web/testing/browser.ts');
  const { publicTourOf, tourOf } = await vite.ssrLoadModule('/apps/web/testing/tour.ts');
  const { url, tokens } = await ready();
  await mkdir(target, { recursive: true });
  const browser = await openBrowser();
  const publicTour = await publicTourOf(url, tokens.lead);
  for (const language of ['nl', 'en'])
    for (const width of [1280, 360]) {
      const who = { url, token: tokens.lead, language, width };
      const { context, page } = await visit(browser, who);
      await shoot(page, await tourOf(url, tokens.lead), `${language}-${width}`);
      await context.close();
      // For who does not sign in.
      const outside = await stranger(browser, who);
      await shoot(outside.page, publicTour, `${language}-${width}`);
      await outside.context.close();

      async function shoot(page, stops, way) {
        for (const { name, address } of stops) {
          await openPage(page, address);
          await page.screenshot({ path: join(target, `${name}-${way}.png`), fullPage: true });
        }
      }
    }
  await browser.close();
  process.stdout.write(`${say({ nl: 'De schermafdrukken staan in', en: 'The screenshots are in' })} ${target}\n`);
} finally {
  await vite.close();
  product.kill('SIGINT');
  await ended;
  await rm(data, { recursive: true, force: true });
}

/** The line that says that the example is recorded. */
async function ready() {
  for await (const line of createInterface(product.stdout)) {
    const told = line.startsWith('{') ? JSON.parse(line) : {};
    if (told.ready === true) return told;
  }
  throw new Error('The product ended before it was ready');
}
