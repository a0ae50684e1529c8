import { ensureRegister } from '#commands/register-release';
import { UseCases } from '#commands/use-cases';
import { Views } from '#views/views';
import { beginning, type Filled, fillLog } from '../../support/realistic/fill-log.ts';
import { type CommandSide, startCommandSide } from '../command-side.ts';
import { type BenchEngines, startBenchEngines } from '../engines.ts';
import type { Size } from './size.ts';

/** A log with the history of years on engines of its own, and both sides of the product on it. No worker runs yet. */
export interface Environment extends BenchEngines, Pick<CommandSide, 'log'> {
  readonly size: Size;
  readonly useCases: UseCases;
  readonly views: Views;
  readonly filled: Filled;
  /** Of all programmes, so that neighbours are of different ones. */
  readonly trajectories: readonly string[];
}

/** Starts the engines and fills the log with so many events. */
export async function startEnvironment(size: Size, events: number): Promise<Environment> {
  const engines = await startBenchEngines('bench-views');
  const side = await startCommandSide(engines, beginning);
  const useCases = new UseCases(side.repository);
  await ensureRegister(useCases, beginning);
  const years = { from: 0, programmes: size.programmes };
  const filled = await fillLog({ log: side.log, useCases, events, years });
  const views = await Views.open({ databaseUrl: engines.databaseUrl, log: side.log });
  return {
    ...engines,
    size,
    log: side.log,
    useCases,
    views,
    filled,
    trajectories: interleaved(filled.programmes.map(({ trajectories }) => trajectories)),
    stop: async () => {
      await views.close();
      await side.close();
      await engines.stop();
    },
  };
}

function interleaved<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat();
}
