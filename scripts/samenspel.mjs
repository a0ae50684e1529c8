#!/usr/bin/env node
import { runCli } from './lib/cli.mjs';
/** The command `samenspel` from a checkout: installs and builds what is missing, then does what is asked. */
import { ensureReady } from './lib/ensure.mjs';

await ensureReady();
await runCli(process.argv.slice(2));
