import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './run.mjs';

/**
 * Runs the built command line in this very process, so that a signal has one place to arrive and the exit code is
 * the command's own.
 */
export async function runCli(args) {
  const main = join(root, 'dist', 'apps', 'cli', 'main.js');
  process.argv = [process.argv[0] ?? process.execPath, main, ...args];
  await import(pathToFileURL(main).href);
}
