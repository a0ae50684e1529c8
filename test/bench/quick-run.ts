import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { productFolder } from '#log/release';

/** What `npm run bench` runs. */
const script = join(productFolder, 'scripts', 'bench.mjs');
/** A run takes under a minute; one beside other tests on a slow machine takes some minutes at most. */
export const longestMs = 240_000;

const numbers = z.record(z.string(), z.number());
const judged = z.strictObject({ goal: z.string().regex(/^[<>]= \d+(\.\d+)?$/), value: z.number(), met: z.boolean() });
/** What a program reads; a number that could not be worked out is null in JSON, and no number here. */
const outcome = z.strictObject({
  bench: z.string(),
  figures: numbers,
  ratios: numbers,
  goals: z.record(z.string(), judged),
});

/**
 * Runs a benchmark at its small size, and gives what its last line says.
 * @throws when it ends with an error, and when that line is not of the form that is promised.
 */
export async function quickRun(name: string, ...args: readonly string[]): Promise<z.infer<typeof outcome>> {
  const options = {
    // The command handler that the log is measured beside has no goal: nothing is fetched for it.
    env: { ...process.env, NODE_OPTIONS: '', npm_config_offline: 'true' },
    timeout: longestMs,
  };
  const { stdout } = await promisify(execFile)(process.execPath, [script, name, '--quick', '--json', ...args], options);
  return outcome.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}
