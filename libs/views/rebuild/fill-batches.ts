import { randomInt } from 'node:crypto';
import type pg from 'pg';
import type { Generation } from '../database/generations.ts';
import { numbersLiteral, wholeNumber } from '../database/literals.ts';
import { runScript } from '../database/script.ts';
import { foldBatch } from '../engine/batch.ts';
import { RowSource } from '../engine/row-source.ts';
import { Turns } from '../engine/turns.ts';
import type { Versions } from '../engine/versions.ts';
import { writeSteps } from '../engine/write.ts';
import type { Views } from '../views.ts';
import { RebuildError } from './errors.ts';
import { HeldVersions } from './held-versions.ts';
import type { PlacedBatch } from './placed-events.ts';

/** How much of the rows is kept at hand, in characters of JSON. */
const room = 48 * 1024 * 1024;
/** What was folded is committed when so many current versions are held back, or so many milliseconds have passed. */
const mostHeld = 20_000;
const commitEvery = 10_000;
/** What the workers may know of these generations counts no more. */
const stamps = 2 ** 47;

export interface Filling {
  readonly views: Pick<Views, 'workbench' | 'loader'>;
  readonly generations: readonly Generation[];
  /** From whose tables some of them are derived; they are past the batches. */
  readonly ahead: readonly Generation[];
  /** Told after each batch: the ordinal that was come to. */
  readonly onFolded: (ordinal: number) => void;
}

/**
 * Folds batches into generations that nobody else writes, and commits what they did and how far they came: all of it when
 * the batches end, and what there is every few seconds until then. While PostgreSQL writes a batch, the next one is read
 * and folded.
 *
 * @throws RebuildError when somebody else writes them all the same; what was not committed is lost then, as it is for
 * every other error.
 */
export function fillBatches(filling: Filling, batches: AsyncIterable<PlacedBatch>): Promise<void> {
  const { generations, ahead, views, onFolded } = filling;
  const { workbench, loader } = views;
  return workbench.connected((reading) =>
    workbench.connected(async (writing) => {
      const source = await sourceFor(reading, generations);
      const writer = new Writer(writing, generations, source);
      try {
        for await (const batch of batches) {
          const turns = new Turns();
          const touched = await foldBatch({ ...batch, generations, ahead, source, reading, loader, turns });
          await writer.add(batch, touched, turns);
          onFolded(batch.until);
        }
      } finally {
        // Also when it failed: the connection is given back.
        await writer.settled();
      }
      await writer.finish();
    }),
  );
}

async function sourceFor(reading: pg.ClientBase, generations: readonly Generation[]): Promise<RowSource> {
  const source = new RowSource(room);
  const { rows } = await reading.query<{ generation: number; key: string }>(
    `SELECT generation, key FROM views.parked WHERE generation = ANY(${idsOf(generations)}) AND until_ordinal IS NULL`,
  );
  for (const { id } of generations) {
    const keys = rows.filter(({ generation }) => generation === id).map(({ key }) => key);
    source.meet(id, new Map(), new Set(keys));
  }
  return source;
}

function idsOf(generations: readonly Generation[]): string {
  return numbersLiteral(
    generations.map(({ id }) => id),
    'integer',
  );
}

/** Writes batches one after another, several in one transaction. */
class Writer {
  private readonly held = new HeldVersions();
  private writing: Promise<void> = Promise.resolve();
  /** Where the transaction began; undefined when none is open. */
  private from: number | undefined;
  private until = 0;
  private batches = 0;
  private began = 0;

  constructor(
    private readonly client: pg.ClientBase,
    private readonly generations: readonly Generation[],
    private readonly source: RowSource,
  ) {}

  /** Resolves when the batch before it is written; this one is on its way then. */
  async add({ after, until }: PlacedBatch, touched: readonly Versions[], turns: Turns): Promise<void> {
    await this.writing;
    const begin = this.from === undefined ? ['BEGIN', 'SET LOCAL synchronous_commit = off'] : [];
    if (this.from === undefined) this.began = performance.now();
    this.from ??= after;
    this.until = until;
    this.batches += 1;
    const steps = [...begin, ...(await writeSteps(this.held.take(touched), turns))];
    const isTime = this.held.size >= mostHeld || performance.now() - this.began >= commitEvery;
    this.run(isTime ? this.commit(steps) : this.send(steps));
  }

  /** Resolves when nothing is being written any more, whatever came of it. */
  async settled(): Promise<void> {
    await this.writing.catch(() => undefined);
  }

  /** Commits everything that was added. */
  async finish(): Promise<void> {
    await this.writing;
    if (this.from !== undefined) await this.commit([]);
  }

  private run(writing: Promise<void>): void {
    this.writing = writing;
    // It is waited for before the next batch; that it failed must not be news before.
    writing.catch(() => undefined);
  }

  private async send(steps: Parameters<typeof runScript>[1]): Promise<void> {
    try {
      await runScript(this.client, steps);
    } catch (error) {
      throw isElsewhere(error) ? RebuildError.busy() : error;
    }
  }

  private async commit(steps: Parameters<typeof runScript>[1]): Promise<void> {
    const [from, to] = [wholeNumber(this.from ?? 0), wholeNumber(this.until)];
    await this.send([
      ...steps,
      ...(await writeSteps(this.held.release(), new Turns())),
      // Where they are not as far as they were left, this is no number, and everything fails.
      `UPDATE views.progress SET ordinal = CASE WHEN ordinal = ${from} THEN ${to} END, stamp = ${randomInt(1, stamps)}
       WHERE generation = ANY(${idsOf(this.generations)})`,
      'COMMIT',
    ]);
    this.from = undefined;
    for (; this.batches > 0; this.batches -= 1) this.source.written();
  }
}

/** Their progress is not what it was, or their tables are gone. */
function isElsewhere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '23502' || error.code === '42P01');
}
