/** The runs of a handler, in the order in which they came; tests wait for what they are to come to. */
export class Runs {
  readonly seen: number[] = [];
  private wake: () => void = () => undefined;

  add(shard: number): void {
    this.seen.push(shard);
    this.wake();
  }

  /** Resolves when as many runs have come. */
  async until(count: number): Promise<readonly number[]> {
    await this.while(() => this.seen.length < count);
    return this.seen;
  }

  /** Resolves when that is no longer so; it is asked after each run. */
  async while(isSo: () => boolean): Promise<void> {
    while (isSo()) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}
