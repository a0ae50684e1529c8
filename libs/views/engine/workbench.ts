import pg from 'pg';
import { foldingPool } from '../database/database.ts';
import { RowSource } from './row-source.ts';

/** How much of the rows one process keeps at hand for folding, in characters of JSON. */
const room = 16 * 1024 * 1024;

/**
 * What folding needs besides the log: connections of its own, for it sends what Kysely cannot (several statements and
 * copied rows at once), and the rows that it folded last.
 */
export class Workbench {
  private readonly pool: pg.Pool;
  private readonly rows = new RowSource(room);
  /** Ends when nobody in this process folds; undefined while nobody does. */
  private turn: Promise<unknown> | undefined;

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
   * Runs `work` with the rows when nobody else in this process folds: after those who came before, or, with `unlessBusy`,
   * only when there are none. Gives undefined when it was not run.
   */
  async alone<T>(unlessBusy: boolean, work: (rows: RowSource) => Promise<T>): Promise<T | undefined> {
    if (this.turn && unlessBusy) return undefined;
    const turn = (this.turn ?? Promise.resolve()).then(() => work(this.rows));
    const ended = turn.catch(() => undefined);
    this.turn = ended;
    try {
      return await turn;
    } finally {
      if (this.turn === ended) this.turn = undefined;
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
