import pg from 'pg';
import { foldingPool } from '../database/database.ts';
import { RowSource } from './row-source.ts';

/** How much of the rows one process keeps at hand for folding, in characters of JSON; all shards together. */
const room = 16 * 1024 * 1024;
const shards = 16;

/**
 * What folding needs besides the log: connections of its own, for it sends what Kysely cannot (several statements and
 * copied rows at once), and, for each shard, the rows that it folded last.
 */
export class Workbench {
  private readonly pool: pg.Pool;
  private readonly sources = new Map<number, RowSource>();
  private readonly turns = new Map<number, Promise<unknown>>();

  constructor(url: string, onTrouble: (error: Error) => void) {
    this.pool = foldingPool(url, onTrouble);
  }

  /** Runs `work` with a connection; one that it left in the middle of something is not used again. */
  async connected<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let trouble: Error | undefined;
    try {
      return await work(client);
    } catch (error) {
      trouble = error as Error;
      throw error;
    } finally {
      client.release(trouble);
    }
  }

  /**
   * Runs `work` with the rows of a shard, when nobody else in this process folds it: after those who came before, or,
   * with `unlessBusy`, only when there are none. Gives undefined when it was not run.
   */
  async alone<T>(shard: number, unlessBusy: boolean, work: (rows: RowSource) => Promise<T>): Promise<T | undefined> {
    const before = this.turns.get(shard);
    if (before && unlessBusy) return undefined;
    const turn = (before ?? Promise.resolve()).then(() => work(this.sourceOf(shard)));
    const ended = turn.catch(() => undefined);
    this.turns.set(shard, ended);
    try {
      return await turn;
    } finally {
      if (this.turns.get(shard) === ended) this.turns.delete(shard);
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private sourceOf(shard: number): RowSource {
    const known = this.sources.get(shard) ?? new RowSource(room / shards);
    this.sources.set(shard, known);
    return known;
  }
}
