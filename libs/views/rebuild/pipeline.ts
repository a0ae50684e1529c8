import type { FoldedPart, Folder } from './folders/folder.ts';
import { partOf } from './folders/parts.ts';
import type { PlacedBatch } from './placed-events.ts';
import type { Writer } from './writer.ts';

/** What was folded is committed when so many current versions are held back, or so many milliseconds have passed. */
const mostHeld = 50_000;
const commitEvery = 30_000;
/** Batches that are folded or written at the same time: enough for whoever is done with one to have the next one there. */
const mostUnderWay = 3;

/**
 * Has batches folded, each part by the folder of its shards, and writes what comes of them in the order of the log, several
 * batches in one transaction. All shards are at the same ordinal whenever it commits.
 */
export class Pipeline {
  private last: Promise<void> = Promise.resolve();
  private readonly underWay: Promise<void>[] = [];
  private held = 0;
  private isCommitting = false;

  constructor(
    private readonly folders: readonly Folder[],
    private readonly writer: Writer,
    /** Told after each batch: the ordinal that was come to. */
    private readonly onFolded: (ordinal: number) => void,
  ) {}

  /** Resolves when there is room for the next batch. @throws what folding or writing threw, of this batch or one before. */
  async add(batch: PlacedBatch): Promise<void> {
    const parts = this.folders.map((folder, i) => folder.fold(partOf(batch, i, this.folders.length)));
    this.underWay.push(this.next(parts, (folded) => this.write(batch, folded)));
    const isTime = this.held >= mostHeld || this.writer.age >= commitEvery;
    if (isTime && !this.isCommitting) this.commit();
    if (this.underWay.length >= mostUnderWay) await this.underWay.shift();
  }

  /** Commits everything that was added. */
  async finish(): Promise<void> {
    this.commit();
    await this.last;
  }

  /** Resolves when nothing is being folded or written any more, whatever came of it. */
  async settled(): Promise<void> {
    await this.last.catch(() => undefined);
  }

  private async write(batch: PlacedBatch, folded: readonly FoldedPart[]): Promise<void> {
    await this.writer.write(
      batch,
      folded.flatMap(({ steps }) => steps),
    );
    this.held = folded.reduce((sum, { held }) => sum + held, 0);
    this.onFolded(batch.until);
  }

  private commit(): void {
    this.isCommitting = true;
    const released = this.folders.map((folder) => folder.release());
    void this.next(released, async (steps) => {
      await this.writer.commit(steps.flat());
      for (const folder of this.folders) folder.committed();
      this.held = 0;
      this.isCommitting = false;
    });
  }

  /** Does something with what was asked for, after everything that was asked for before. */
  private next<T>(asked: readonly Promise<T>[], work: (got: readonly T[]) => Promise<void>): Promise<void> {
    const all = Promise.all(asked);
    this.last = this.last.then(async () => work(await all));
    // It is waited for later; that it failed must not be news before.
    all.catch(() => undefined);
    this.last.catch(() => undefined);
    return this.last;
  }
}
