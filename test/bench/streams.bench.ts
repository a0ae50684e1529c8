import { startCommandSide } from './command-side.ts';
import { startBenchEngines } from './engines.ts';
import { publish } from './figures.ts';
import { measureStreams } from './streams.ts';

/** Why there are no snapshots: what it costs to read and fold a whole stream. The node is a process of its own. */
async function main(): Promise<void> {
  const engines = await startBenchEngines('bench-streams');
  try {
    const side = await startCommandSide(engines);
    const isQuick = process.argv.includes('--quick');
    const figures = await measureStreams(side, isQuick ? { lengths: [100, 1_000], rounds: 3 } : {});
    await side.close();
    const short = figures['read-and-fold-100-events-ms'] ?? Number.NaN;
    publish('streams', figures, { 'read-and-fold-100-events-ms': { limit: 25, value: short } });
  } finally {
    await engines.stop();
  }
  // The client keeps its pending calls of the whole process, and so the process, alive for a while.
  process.exit(0);
}

await main();
