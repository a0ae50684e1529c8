/** While a batch is written, at most this many batches are read ahead. */
const batchesAhead = 4;

/**
 * Turns a stream of items into batches: whatever has arrived while the last batch was handled, at most `largest` items.
 * A single item does not wait for company. Reading pauses when the consumer lags; ending the loop ends the source.
 */
export async function* batchesOf<T>(source: AsyncIterable<T>, largest: number): AsyncGenerator<T[]> {
  const buffer = new Buffered<T>(largest * batchesAhead);
  const reading = buffer.readFrom(source);
  try {
    for (let batch = await buffer.take(largest); batch.length > 0; batch = await buffer.take(largest)) yield batch;
  } finally {
    buffer.end();
  }
  await reading;
}

class Buffered<T> {
  private items: T[] = [];
  private done = false;
  private error: { reason: unknown } | undefined;
  private wakeReader: (() => void) | undefined;
  private wakeTaker: (() => void) | undefined;

  constructor(private readonly room: number) {}

  async readFrom(source: AsyncIterable<T>): Promise<void> {
    try {
      for await (const item of source) {
        if (this.done) break;
        this.items.push(item);
        this.wakeTaker?.();
        if (this.items.length >= this.room) await this.untilRoom();
      }
    } catch (reason) {
      this.error = { reason };
    }
    this.end();
  }

  /** Waits for at least one item; empty at the end. What the source threw is thrown after the items before it. */
  async take(largest: number): Promise<T[]> {
    while (this.items.length === 0 && !this.done) {
      await new Promise<void>((resolve) => {
        this.wakeTaker = resolve;
      });
    }
    if (this.items.length === 0 && this.error) throw this.error.reason;
    const batch = this.items.splice(0, largest);
    this.wakeReader?.();
    return batch;
  }

  end(): void {
    this.done = true;
    this.wakeReader?.();
    this.wakeTaker?.();
  }

  private untilRoom(): Promise<void> {
    return new Promise((resolve) => {
      this.wakeReader = resolve;
    });
  }
}
