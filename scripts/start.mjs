#!/usr/bin/env node
import { runCli } from './lib/cli.mjs';
/** `npm start`: installs and builds what is missing, then starts everything. Works on a fresh clone with Node alone. */
import { ensureReady } from './lib/ensure.mjs';

await ensureReady();
await runCli(['start', ...process.argv.slice(2)]);
