import type { RowsByKey } from './view-definition.ts';

/** All current rows of one view in one programme, and the room that they take, which grows with them. */
export class ProgrammeRows {
  private readonly rows = new Map<string, unknown>();
  private readonly sizes = new Map<string, number>();
  private total: number;

  /** @param overhead what it costs without any row, in characters. */
  constructor(overhead: number) {
    this.total = overhead;
  }

  get byKey(): RowsByKey {
    return this.rows;
  }

  /** In characters of JSON. */
  get size(): number {
    return this.total;
  }

  /** The row is so from now on; undefined when it is gone. */
  put(key: string, row: unknown): void {
    if (row === undefined) this.rows.delete(key);
    else this.rows.set(key, row);
  }

  /** How much room the row with that key takes. */
  measured(key: string, size: number): void {
    this.total += size - (this.sizes.get(key) ?? 0);
    this.sizes.set(key, size);
  }
}
