import { startCommandSide } from '../support/command-side.ts';
import { publish } from './figures.ts';
import { measureStreams } from './streams.ts';

/** Why there are no snapshots: what it costs to read and fold a whole stream. Node and reader share one process. */
async function main(): Promise<void> {
  const side = await startCommandSide('example');
  try {
    const isQuick = process.argv.includes('--quick');
    const figures = await measureStreams(side, isQuick ? { lengths: [100, 1_000], rounds: 3 } : {});
    const short = figures['read-and-fold-100-events-ms'] ?? Number.NaN;
    publish('streams', figures, { 'read-and-fold-100-events-ms': { limit: 25, value: short } });
  } finally {
    await side.stop();
  }
}

await main();
