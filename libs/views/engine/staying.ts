import { advance, type Engine } from './advance.ts';

/** How long a job stays, in milliseconds. */
export interface Patience {
  /** So long it waits for more before it ends. It holds nothing meanwhile but its place in the queue. */
  readonly waits: number;
  /** After so long it ends all the same, so that others in the queue have their turn. */
  readonly stays: number;
}

const usual: Patience = { waits: 100, stays: 1_000 };

/**
 * Where the index and the folding are in one process, a job does not end the moment that it has nothing to do: it stays for
 * what comes next, which then needs no other job. At some events a second a job for each would cost more than folding them.
 */
export class Staying {
  /** How far the index is, as far as this process was told. */
  private indexed = 0;
  /** Whether it was told anything since it began to look. */
  private isNews = false;
  private isThere = false;
  private wake: () => void = () => undefined;

  /** @param leads whether the index is followed in this process; nothing is told otherwise. */
  constructor(
    private readonly engine: Engine,
    private readonly leads: () => boolean,
    private readonly signal: AbortSignal,
    private readonly patience = usual,
  ) {
    signal.addEventListener('abort', () => this.wake());
  }

  /** Tells that the index went on. Gives whether a job is there that will look; otherwise one is to be nudged. */
  told(indexed: number): boolean {
    this.indexed = indexed;
    this.isNews = true;
    this.wake();
    return this.isThere;
  }

  /**
   * Does what a job is to do, and stays as long as more comes. `onLeft` is called when something came that it leaves to
   * the next job, also when it fails: nobody was nudged for that while it was there.
   *
   * @throws what `advance` throws.
   */
  async run(part: { readonly onFull: () => void; readonly onLeft: () => void }): Promise<void> {
    const until = performance.now() + this.patience.stays;
    let seen = 0;
    const { onFull } = part;
    const onSeen = (head: number) => {
      seen = head;
    };
    this.isThere = true;
    try {
      do {
        this.isNews = false;
        await advance(this.engine, { onFull, onSeen });
      } while (performance.now() < until && (await this.comes(seen)));
    } finally {
      this.isThere = false;
      if (this.isBeyond(seen)) part.onLeft();
    }
  }

  /** Whether the index is, or within that time comes, beyond an ordinal. */
  private async comes(seen: number): Promise<boolean> {
    const until = performance.now() + this.patience.waits;
    const left = () => until - performance.now();
    while (!this.isBeyond(seen) && this.leads() && !this.signal.aborted && left() > 0) await this.isTold(left());
    return this.isBeyond(seen) && !this.signal.aborted;
  }

  /** Resolves when something is told, after that many milliseconds, or when the signal ends. */
  private async isTold(within: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, within);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = () => undefined;
  }

  private isBeyond(seen: number): boolean {
    return this.isNews && this.indexed > seen;
  }
}
