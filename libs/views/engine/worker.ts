import type { JobQueue, Jobs } from '#jobs/jobs';
import { registry } from '../all-views.ts';
import { rest } from '../database/session.ts';
import { dispatch, type LogSource } from '../index/dispatcher.ts';
import type { Entry } from '../index/entry.ts';
import type { Views } from '../views.ts';
import { advance, type Engine, shardsBehind } from './advance.ts';

/** A nudge names the shard that has something new. */
export type ShardJob = { readonly shard: number };

export const shardQueue = 'advance-shard';

/** Between two sweeps, in milliseconds: the longest that a lost nudge can hold up a view. */
const sweepEvery = 1_000;
const shardsAtOnce = 4;

export interface FoldingOptions {
  readonly views: Views;
  readonly databaseUrl: string;
  readonly log: LogSource;
  readonly jobs: Pick<Jobs, 'queue' | 'work'>;
  readonly onTrouble: (what: string, error: Error) => void;
}

/**
 * Keeps the views up to date: follows the log into the index, nudges the shards that have something new, folds them, and
 * sweeps up what no nudge came for.
 */
export class Folding {
  private readonly ending = new AbortController();
  private readonly engine: Engine;
  private running: Promise<void>[] = [];

  constructor(private readonly options: FoldingOptions) {
    const { db, loader } = options.views;
    this.engine = { db, loader, views: registry.views };
  }

  /**
   * Starts, and resolves when shards are folded. `failed` is called when it cannot go on: the log is not the one that
   * the views were made from.
   */
  async start(failed: (error: Error) => void): Promise<void> {
    const { jobs, views, databaseUrl: url, log, onTrouble } = this.options;
    const queue = jobs.queue<ShardJob>(shardQueue);
    await jobs.work<ShardJob>(shardQueue, shardsAtOnce, async ({ shard }) => {
      await advance(this.engine, shard);
    });
    const dispatching = dispatch({
      db: views.db,
      url,
      log,
      cache: views.cache,
      signal: this.ending.signal,
      onIndexed: (entries) => this.nudge(queue, entries),
      onTrouble: (error) => onTrouble('dispatcher', error),
    });
    this.running = [dispatching.catch(failed), this.sweep()];
  }

  /** Ends the subscription and the sweep; jobs under way are ended by closing the jobs. */
  async stop(): Promise<void> {
    this.ending.abort();
    await Promise.all(this.running);
  }

  /** Not waited for: a nudge that fails is made good by the sweep. */
  private nudge(queue: JobQueue<ShardJob>, entries: readonly Entry[]): void {
    for (const shard of new Set(entries.map((entry) => entry.shard))) {
      queue.nudge(`shard-${shard}`, { shard }).catch((error: Error) => this.options.onTrouble('nudge', error));
    }
  }

  private async sweep(): Promise<void> {
    while (!this.ending.signal.aborted) {
      try {
        for (const shard of await shardsBehind(this.engine.db)) await advance(this.engine, shard, { unlessBusy: true });
      } catch (error) {
        this.options.onTrouble('sweep', error as Error);
      }
      await rest(sweepEvery, this.ending.signal);
    }
  }
}
