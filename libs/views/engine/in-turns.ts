import { setImmediate as turn } from 'node:timers/promises';

/** How long the process may be kept from everything else, in milliseconds. */
const longest = 25;

/**
 * Does work that comes in parts, and lets the process do other things whenever it was kept from them for too long: a large
 * batch is seconds of work, and meanwhile connections have to be answered and locks on jobs to be renewed.
 */
export async function inTurns(parts: Iterable<unknown>): Promise<void> {
  let until = performance.now() + longest;
  for (const _ of parts) {
    if (performance.now() < until) continue;
    await turn();
    until = performance.now() + longest;
  }
}
