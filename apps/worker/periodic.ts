import { rest } from '#views/database/session';

/** Runs a task again and again, with a pause between; what it throws is told, and the next run makes it good. */
export class Periodic {
  private readonly ending = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly everyMs: number,
    private readonly task: () => Promise<unknown>,
    private readonly onTrouble: (error: Error) => void,
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** Lets the run under way finish. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.ending.signal.aborted) {
      try {
        await this.task();
      } catch (error) {
        this.onTrouble(error instanceof Error ? error : new Error(String(error)));
      }
      await rest(this.everyMs, this.ending.signal);
    }
  }
}
