#!/usr/bin/env node
/* The command `samenspel` from a checkout: installs and builds what is missing, then does what is asked. */

import { runCli } from './lib/cli.mjs';
import { ensureReady } from './lib/ensure.mjs';
import { sayStepsOn } from './lib/steps.mjs';

sayStepsOn(process.stderr);
await ensureReady();
await runCli(process.argv.slice(2));
