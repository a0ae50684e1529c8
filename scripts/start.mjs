#!/usr/bin/env node
/* `npm start`: installs and builds what is missing, then starts everything. Works on a fresh clone with Node alone. */

import { runCli } from './lib/cli.mjs';
import { ensureReady } from './lib/ensure.mjs';

await ensureReady();
await runCli(['start', ...process.argv.slice(2)]);
