import type { EventLoader } from '../index/event-loader.ts';
import type { ViewRegistry } from './registry.ts';
import type { RowSource } from './row-source.ts';
import { lockShards } from './shard-state.ts';
import { type Advanced, largestBatch, ShardTransaction } from './shard-transaction.ts';
import type { Workbench } from './workbench.ts';

/** After so many milliseconds it leaves what is new to the next job, so that others in the queue have their turn. */
const longest = 1_000;

export interface Engine {
  readonly workbench: Workbench;
  readonly loader: EventLoader;
  /** The folds that it carries: it advances the generations that these made, and no others. */
  readonly registry: ViewRegistry;
}

export interface AdvanceOptions {
  /** Also what another worker holds, and until nothing is left. Otherwise that is left to the other worker. */
  readonly wait?: boolean;
  /** Nothing is done when this process is at it already. */
  readonly unlessBusy?: boolean;
  /** Told when there is more to do than one transaction takes; another worker may do some of it. */
  readonly onFull?: () => void;
  /** Told up to which ordinal of the index nothing is left to do; not told when it leaves something to the next job. */
  readonly onSeen?: (head: number) => void;
}

/**
 * Folds what is new in the shards that are behind into all views, and gives how many entries that were. Entries, rows and
 * the ordinals of the shards move in one transaction under their locks, so it may be called at any time, any number of
 * times and in any number of processes. Looks again after each commit, so that what arrived meanwhile needs no other
 * nudge.
 *
 * A fold that throws parks its row; the others go on. A shard that cannot be read keeps only itself from going on.
 *
 * @throws what reading the log or the database throws; the shards concerned then stay where they were, and nothing of that
 * batch is seen.
 */
export async function advance(engine: Engine, options: AdvanceOptions = {}): Promise<number> {
  const { wait = false, unlessBusy = false, onFull, onSeen } = options;
  const folded = await engine.workbench.alone(unlessBusy, async (rows) => {
    const began = performance.now();
    let all = 0;
    for (;;) {
      const { count, full, doneTo } = await advanceOnce(engine, rows, { wait });
      all += count;
      if (full) onFull?.();
      if (doneTo !== undefined) onSeen?.(doneTo);
      if (doneTo !== undefined || (!wait && performance.now() - began > longest)) return all;
    }
  });
  return folded ?? 0;
}

interface Wanted {
  readonly wait: boolean;
  readonly shards?: readonly number[];
}

/** When several shards together come to nothing, each has its turn alone: what keeps one from it must not keep them all. */
async function advanceOnce(engine: Engine, rows: RowSource, wanted: Wanted): Promise<Advanced> {
  const locked: number[] = [];
  try {
    return await inOneTransaction(engine, rows, wanted, locked);
  } catch (error) {
    if (locked.length < 2) throw error;
    return oneByOne(engine, rows, { ...wanted, shards: locked });
  }
}

async function oneByOne(engine: Engine, rows: RowSource, { wait, shards }: Required<Wanted>): Promise<Advanced> {
  const failures: unknown[] = [];
  let count = 0;
  for (const shard of shards) {
    try {
      count += (await inOneTransaction(engine, rows, { wait, shards: [shard] }, [])).count;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 1) throw new AggregateError(failures, `${failures.length} shards cannot go on: ${failures[0]}`);
  if (failures.length > 0) throw failures[0];
  return { count, full: false, doneTo: undefined };
}

/** @param locked gets the shards that it works on, also when it fails. */
function inOneTransaction(
  { workbench, registry, loader }: Engine,
  rows: RowSource,
  { wait, shards }: Wanted,
  locked: number[],
): Promise<Advanced> {
  return workbench.connected(async (client) => {
    try {
      const state = await lockShards(client, registry, rows, { ...(shards && { shards }), wait, limit: largestBatch });
      locked.push(...state.shards.map(({ shard }) => shard));
      return await new ShardTransaction(loader, client, rows).run(state);
    } catch (error) {
      rows.drop();
      throw error;
    }
  });
}
