import type { Generation } from '../../database/generations.ts';
import type { ScriptStep } from '../../database/script.ts';
import { type BatchOptions, foldBatch } from '../../engine/batch.ts';
import { RowSource } from '../../engine/row-source.ts';
import { Turns } from '../../engine/turns.ts';
import { writeSteps } from '../../engine/write.ts';
import { HeldVersions } from '../held-versions.ts';
import type { PlacedBatch } from '../placed-events.ts';
import { InTurn } from './in-turn.ts';

/** What one batch did, as far as it is written already. */
export interface FoldedPart {
  readonly steps: readonly ScriptStep[];
  /** How many current versions are held back by now. */
  readonly held: number;
}

/**
 * Folds its own shards of a filling, and writes nothing: it says what is to be written. It may be asked for more while it
 * is at it, and does one thing after the other.
 */
export interface Folder {
  fold(batch: PlacedBatch): Promise<FoldedPart>;
  /** What is held back, to be written before a commit. */
  release(): Promise<readonly ScriptStep[]>;
  /** Everything up to the last release is committed. */
  committed(): void;
  /** It is asked nothing any more. */
  close(): Promise<void>;
}

export interface FolderOptions extends Pick<BatchOptions, 'generations' | 'reading' | 'loader'> {
  /** From whose tables some of the generations are derived; they are past the batches. */
  readonly ahead: readonly Generation[];
  /** By the number of the generation: the rows that are parked. */
  readonly parked: ReadonlyMap<number, ReadonlySet<string>>;
  /** How much of the rows is kept at hand, in characters of JSON. */
  readonly room: number;
}

/** Folds in the thread that asks for it. */
export class LocalFolder implements Folder {
  private readonly source: RowSource;
  private readonly held = new HeldVersions();
  /** Batches that were folded since the last release, and those of the release that is being committed. */
  private folded = 0;
  private released = 0;
  private readonly turn = new InTurn();

  constructor(private readonly options: FolderOptions) {
    const { generations, parked, room } = options;
    this.source = new RowSource(room);
    for (const { id } of generations) this.source.meet(id, new Map(), parked.get(id) ?? new Set());
  }

  fold(batch: PlacedBatch): Promise<FoldedPart> {
    return this.turn.run(() => this.foldNow(batch));
  }

  release(): Promise<readonly ScriptStep[]> {
    return this.turn.run(() => {
      this.released += this.folded;
      this.folded = 0;
      return writeSteps(this.held.release(), new Turns());
    });
  }

  committed(): void {
    for (; this.released > 0; this.released -= 1) this.source.written();
  }

  async close(): Promise<void> {
    await this.turn.ended();
  }

  private async foldNow(batch: PlacedBatch): Promise<FoldedPart> {
    const { generations, ahead, reading, loader } = this.options;
    const turns = new Turns();
    const touched = await foldBatch({ ...batch, generations, ahead, source: this.source, reading, loader, turns });
    this.folded += 1;
    const steps = await writeSteps(this.held.take(touched), turns);
    return { steps, held: this.held.size };
  }
}
