import type { JobQueue, Jobs } from '#jobs/jobs';
import { othersRun } from '../database/carried.ts';
import { rest } from '../database/session.ts';
import { dispatch, type LogSource } from '../index/dispatcher.ts';
import type { Entry } from '../index/entry.ts';
import type { IndexStore } from '../index/indexer.ts';
import { fillNew } from '../rebuild/first-fill.ts';
import type { Views } from '../views.ts';
import { advance, type Engine } from './advance.ts';
import { shardsBehind } from './progress.ts';

/** Where the index of these views is kept. */
export function indexStoreOf({ db, workbench }: Pick<Views, 'db' | 'workbench'>): IndexStore {
  return { db, connected: (work) => workbench.connected(work) };
}

/** A nudge names the shard that has something new. */
export type ShardJob = { readonly shard: number };

export const shardQueue = 'advance-shard';

/** Between two sweeps, in milliseconds: the longest that a lost nudge can hold up a view. */
const sweepEvery = 1_000;
/** The same while another release runs beside this one, and the index went on. */
const besideEvery = 20;
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
  private isLeading = false;

  constructor(private readonly options: FoldingOptions) {
    const { workbench, loader, registry } = options.views;
    this.engine = { workbench, loader, registry };
  }

  /** Whether this is the one that follows the log, of all that run. */
  get leads(): boolean {
    return this.isLeading;
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
      ...indexStoreOf(views),
      url,
      log,
      cache: views.cache,
      signal: this.ending.signal,
      onIndexed: (entries) => this.nudge(queue, entries),
      onTrouble: (error) => onTrouble('dispatcher', error),
      onLeading: (leads) => {
        this.isLeading = leads;
      },
    });
    this.running = [dispatching.catch(failed), this.sweep(), this.fillNew()];
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

  /** Folds that are new to this database are filled from the log at one go, before the sweep takes them over. */
  private async fillNew(): Promise<void> {
    let filled = false;
    while (!filled && !this.ending.signal.aborted) {
      try {
        filled = await fillNew(this.options.views, this.ending.signal);
      } catch (error) {
        this.options.onTrouble('fill', error as Error);
      }
      if (!filled) await rest(sweepEvery, this.ending.signal);
    }
  }

  private async sweep(): Promise<void> {
    const { db, registry, changes } = this.options.views;
    while (!this.ending.signal.aborted) {
      const heard = changes.count;
      let others = false;
      try {
        for (const shard of await shardsBehind(db, registry)) await advance(this.engine, shard, { unlessBusy: true });
        others = await othersRun(db, [...registry.byFold.keys()]);
      } catch (error) {
        this.options.onTrouble('sweep', error as Error);
      }
      // The nudges of one release may come to the workers of another, who cannot fold for it.
      if (others) await changes.next(heard, sweepEvery);
      await rest(others ? besideEvery : sweepEvery, this.ending.signal);
    }
  }
}
