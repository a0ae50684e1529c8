import { numberIn, scriptBeside, startChild } from '../child.ts';
import { Peaks } from '../peaks.ts';
import { alternateFigures } from '../rounds.ts';
import type { Environment } from './environment.ts';

/** What a process did with the whole log. */
export interface Passed {
  readonly perSecond: number;
  /** The most memory that it had, in MiB. */
  readonly peak: number;
  /** Seconds of comparing the rows with those that were in use. */
  readonly comparing: number;
  /** The most that the log node had meanwhile, in MiB. */
  readonly nodePeak: number;
}

/** Reading the whole log with the bare client or decoded, or making one view or all of them again. */
export type What = 'client' | 'read' | 'progress' | 'all';

/** Does it once, in a process of its own. */
export async function passOver({ node, databaseUrl }: Environment, what: What): Promise<Passed> {
  const env = { BENCH_LOG: node.connectionString, BENCH_DATABASE: databaseUrl, BENCH_WHAT: what };
  const atNode = new Peaks(node.pid);
  const { told, stop } = await startChild(scriptBeside(import.meta.url, 'rebuilder'), env);
  await stop();
  const perSecond = numberIn(told, 'events') / numberIn(told, 'seconds');
  const nodePeak = atNode.stop().peak;
  return { perSecond, nodePeak, peak: numberIn(told, 'peak'), comparing: numberIn(told, 'comparing') };
}

/** Making the views again beside reading the same log, in alternating rounds. */
export function measureRebuild(environment: Environment): Promise<Record<What, Record<keyof Passed, number>>> {
  const pass = (what: What) => () => passOver(environment, what);
  const sides = { client: pass('client'), read: pass('read'), progress: pass('progress'), all: pass('all') };
  return alternateFigures<What, keyof Passed>(sides, environment.size.rounds, environment.size.rounds > 1 ? 1 : 0);
}
