/** Lets one thing begin when the one before it ended, however that ended. */
export class InTurn {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work);
    this.last = result.catch(() => undefined);
    return result;
  }

  /** Resolves when everything ended that was asked for so far. */
  async ended(): Promise<void> {
    await this.last;
  }
}
