import type { JobQueue, Jobs } from '#jobs/jobs';
import { othersRun } from '../database/carried.ts';
import { rest } from '../database/session.ts';
import { dispatch, type LogSource } from '../index/dispatcher.ts';
import type { IndexStore } from '../index/indexer.ts';
import { fillNew } from '../rebuild/first-fill.ts';
import type { Views } from '../views.ts';
import { advance, type Engine } from './advance.ts';
import { Staying } from './staying.ts';

/** Where the index of these views is kept. */
export function indexStoreOf({ db, workbench }: Pick<Views, 'db' | 'workbench'>): IndexStore {
  return { db, connected: (work) => workbench.connected(work) };
}

/**
 * A nudge says that there is something new. The first worker takes part 0; it calls others to the parts after it when there
 * is more than it can do at one go.
 */
export type AdvanceJob = { readonly part: number };

export const advanceQueue = 'advance';

/** Workers that fold at the same time; who is called for nothing finds nothing to do. */
export const advanceParts = 4;
/** A process folds one batch after another: the next one is for a process that has nothing to do. */
const jobsAtOnce = 1;
/** Between two sweeps, in milliseconds: the longest that a lost nudge can hold up a view. */
const sweepEvery = 1_000;
/** The same while nobody nudges, and the index went on. */
const closelyEvery = 20;
/** Between two looks for views to be filled, in milliseconds. */
const lookEvery = 5_000;

export interface FoldingOptions {
  readonly views: Views;
  readonly databaseUrl: string;
  readonly log: LogSource;
  readonly jobs: Pick<Jobs, 'queue' | 'workOnceThere'>;
  readonly onTrouble: (what: string, error: Error) => void;
}

/**
 * Keeps the views up to date: follows the log into the index, nudges when there is something new, folds it, and sweeps up
 * what no nudge came for.
 */
export class Folding {
  private readonly ending = new AbortController();
  private readonly engine: Engine;
  private readonly staying: Staying;
  private running: Promise<void>[] = [];
  private isLeading = false;

  constructor(private readonly options: FoldingOptions) {
    const { workbench, loader, registry } = options.views;
    this.engine = { workbench, loader, registry };
    this.staying = new Staying(this.engine, () => this.isLeading, this.ending.signal);
  }

  /** Whether this is the one that follows the log, of all that run. */
  get leads(): boolean {
    return this.isLeading;
  }

  /**
   * Starts, and resolves when it folds; it does not wait for the store of jobs, without which the sweep folds all the same.
   * `failed` is called when it cannot go on: the log is not the one that the views were made from.
   */
  async start(failed: (error: Error) => void): Promise<void> {
    const { jobs, views, databaseUrl: url, log, onTrouble } = this.options;
    const queue = jobs.queue<AdvanceJob>(advanceQueue);
    const dispatching = dispatch({
      ...indexStoreOf(views),
      url,
      log,
      cache: views.cache,
      signal: this.ending.signal,
      onIndexed: (ordinal) => {
        if (!this.staying.told(ordinal)) this.nudge(queue, 0);
      },
      onTrouble: (error) => onTrouble('dispatcher', error),
      onLeading: (leads) => {
        this.isLeading = leads;
      },
    });
    this.running = [dispatching.catch(failed), this.sweep(), this.fillNew()];
    void jobs.workOnceThere<AdvanceJob>(advanceQueue, jobsAtOnce, async ({ part }) => {
      await this.staying.run({ onFull: () => this.nudge(queue, part + 1), onLeft: () => this.nudge(queue, 0) });
    });
  }

  /** Ends the subscription and the sweep; jobs under way are ended by closing the jobs. */
  async stop(): Promise<void> {
    this.ending.abort();
    await Promise.all(this.running);
  }

  /** Not waited for: a nudge that fails is made good by the sweep. */
  private nudge(queue: JobQueue<AdvanceJob>, part: number): void {
    if (part >= advanceParts) return;
    queue.nudge(`part-${part}`, { part }).catch((error: Error) => this.options.onTrouble('nudge', error));
  }

  /**
   * Folds that are new to this database are filled from the log at one go, before the sweep takes them over. It goes on
   * looking for them: a database that was lost is made again by whoever starts first.
   */
  private async fillNew(): Promise<void> {
    while (!this.ending.signal.aborted) {
      let filled = false;
      try {
        filled = await fillNew(this.options.views, this.ending.signal);
      } catch (error) {
        this.options.onTrouble('fill', error as Error);
      }
      await rest(filled ? lookEvery : sweepEvery, this.ending.signal);
    }
  }

  /**
   * Looks by itself for what is to be done. As long as it finds something, nudges get lost (their store is away, or a worker
   * vanished with the job that they wait for), and it follows the index as closely as they would.
   */
  private async sweep(): Promise<void> {
    const { db, registry, changes } = this.options.views;
    while (!this.ending.signal.aborted) {
      const heard = changes.count;
      let isNeeded = false;
      try {
        isNeeded = await this.sweepUp();
        // The nudges of one release may come to the workers of another, who cannot fold for it.
        isNeeded ||= await othersRun(db, [...registry.byFold.keys()]);
      } catch (error) {
        this.options.onTrouble('sweep', error as Error);
      }
      if (isNeeded) await changes.next(heard, sweepEvery);
      await rest(isNeeded ? closelyEvery : sweepEvery, this.ending.signal);
    }
  }

  /** Gives whether there was something to do. */
  private async sweepUp(): Promise<boolean> {
    for (let found = false; ; found = true) {
      const count = await advance(this.engine, { unlessBusy: true });
      if (count === 0 || this.ending.signal.aborted) return found;
    }
  }
}
