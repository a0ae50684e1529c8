/** Lets work on the same key go one after the other, in the order of asking; work on other keys is not held up. */
export class Turns {
  private readonly waiting = new Map<string, (() => void)[]>();

  /** A promise of one's turn; undefined when it is one's turn at once, as it nearly always is. Always to be followed by `leave`. */
  enter(key: string): Promise<void> | undefined {
    const queue = this.waiting.get(key);
    if (queue) return new Promise((resolve) => queue.push(resolve));
    this.waiting.set(key, []);
    return undefined;
  }

  /** Whether work on more than one key is under way. */
  get areMany(): boolean {
    return this.waiting.size > 1;
  }

  /** The turn is over, however it went: the next one begins. */
  leave(key: string): void {
    const next = this.waiting.get(key)?.shift();
    if (next) next();
    else this.waiting.delete(key);
  }
}
