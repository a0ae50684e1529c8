import type pg from 'pg';
import type { Generation } from '../database/generations.ts';
import { numbersLiteral, wholeNumber } from '../database/literals.ts';
import { runScript, type ScriptStep } from '../database/script.ts';
import { newStamp } from '../engine/stamp.ts';
import { RebuildError } from './errors.ts';

/** The ordinals between which something was folded. */
interface Span {
  readonly after: number;
  readonly until: number;
}

/** Writes what was folded, one thing after another, in transactions that move the progress of the generations on. */
export class Writer {
  /** Where the transaction began, and where it is; undefined when none is open. */
  private open: Span | undefined;
  private began = 0;

  constructor(
    private readonly client: pg.ClientBase,
    private readonly generations: readonly Generation[],
  ) {}

  /** How long the transaction has been open, in milliseconds. */
  get age(): number {
    return this.open ? performance.now() - this.began : 0;
  }

  /** @throws RebuildError when the tables are gone, for somebody else took them away. */
  async write({ after, until }: Span, steps: readonly ScriptStep[]): Promise<void> {
    const begin = this.open ? [] : ['BEGIN', 'SET LOCAL synchronous_commit = off'];
    if (!this.open) this.began = performance.now();
    this.open = { after: this.open?.after ?? after, until };
    await this.send([...begin, ...steps]);
  }

  /**
   * Writes the last of it and commits, when something was written.
   *
   * @throws RebuildError when somebody else writes these generations: they are not as far as they were left.
   */
  async commit(steps: readonly ScriptStep[]): Promise<void> {
    if (!this.open) return;
    const [from, to] = [wholeNumber(this.open.after), wholeNumber(this.open.until)];
    const ids = numbersLiteral(
      this.generations.map(({ id }) => id),
      'integer',
    );
    await this.send([
      ...steps,
      // Where they are not as far as they were left, this is no number, and everything fails. By the stamp, what the workers may know
      // of these generations counts no more.
      `UPDATE views.progress SET ordinal = CASE WHEN ordinal = ${from} THEN ${to} END, stamp = ${newStamp()}
       WHERE generation = ANY(${ids})`,
      'COMMIT',
    ]);
    this.open = undefined;
  }

  private async send(steps: readonly ScriptStep[]): Promise<void> {
    try {
      await runScript(this.client, steps);
    } catch (error) {
      throw isElsewhere(error) ? RebuildError.busy() : error;
    }
  }
}

/** Their progress is not what it was, or their tables are gone. */
function isElsewhere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '23502' || error.code === '42P01');
}
