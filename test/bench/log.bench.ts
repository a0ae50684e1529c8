import { startCommandSide } from './command-side.ts';
import { publish } from './figures.ts';
import { measureAppends } from './log/appends.ts';
import { startEnvironment } from './log/environment.ts';
import { measureMemory } from './log/memory.ts';
import { figuresOf, goalsOf, ratiosOf } from './log/outcome.ts';
import { fill, measureReads } from './log/reads.ts';
import { measureRepository } from './log/repository.ts';
import { FULL, QUICK } from './log/size.ts';
import { measureStreams } from './streams.ts';

/**
 * The log: the embedded node through `@eventstore/db-client` beside its two ceilings (the client against a bare server,
 * and PostgreSQL with a bare INSERT), and the repository beside the bare client. Everything in one run, alternating.
 */
async function main(): Promise<void> {
  const size = process.argv.includes('--quick') ? QUICK : FULL;
  const environment = await startEnvironment(size);
  try {
    // First of all: the product takes no log over that already holds the bare events of a benchmark.
    const side = await startCommandSide(environment);
    const appends = await measureAppends(environment);
    const commands = await measureRepository(environment, side);
    const loading = await measureStreams(side, { rounds: size.rounds, lengths: size.lengths });
    await side.close();
    const filled = await fill(environment.client, size.events);
    const reads = await measureReads(environment);
    const memory = await measureMemory(environment);
    const measured = { appends, commands, loading, filled, reads, memory };
    const ratios = ratiosOf(measured);
    publish('log', figuresOf(measured), goalsOf(ratios), ratios);
  } finally {
    await environment.stop();
  }
  // The client keeps its pending calls of the whole process, and so the process, alive for a while.
  process.exit(0);
}

await main();
