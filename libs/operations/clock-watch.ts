import { type ClockOffset, isSurelyWithin } from '#log/clock/offset';
import type { Log } from '#log/log';
import { rest } from '#log/patience';
import { type Finding, passes } from './health.ts';

/** A server whose clock is further than this from that of its node, in seconds, records times that nobody can rely on. */
const limit = 2;
/** Between two looks, in milliseconds; sooner when the last one told nothing. */
const lookEvery = 10_000;
const lookAgain = 1_000;
/** What was measured longer ago than this tells nothing about now. */
const goodFor = 60_000;

/** Compares the clock of this process with that of the log's node, all the time. */
export class ClockWatch {
  private readonly ending = new AbortController();
  private last: { readonly at: number; readonly offset: ClockOffset | 'untold' } | undefined;
  private isOff = false;

  constructor(
    private readonly log: Pick<Log, 'clockOffset'>,
    /** Told when the clocks went too far apart, and when they came together again. */
    private readonly onOff: (offset: ClockOffset, isOff: boolean) => void = () => undefined,
  ) {}

  start(): void {
    void this.run();
  }

  stop(): void {
    this.ending.abort();
  }

  /** As it was measured last; undefined when nothing is known. */
  get offset(): ClockOffset | undefined {
    const known = this.known;
    return known === 'untold' ? undefined : known;
  }

  get finding(): Finding {
    const known = this.known;
    if (known === undefined) return { status: 'fail', code: 'not-measured' };
    // A node that does not say what time it is cannot be compared with; that alone must not stop the product.
    if (known === 'untold') return { ...passes, code: 'node-tells-no-time' };
    const figures = { offsetSeconds: rounded(known.seconds), withinSeconds: rounded(known.within) };
    if (isSurelyWithin(known, limit)) return { ...passes, ...figures };
    return { status: 'fail', code: 'clock-off', ...figures };
  }

  private get known(): ClockOffset | 'untold' | undefined {
    return this.last && performance.now() - this.last.at < goodFor ? this.last.offset : undefined;
  }

  private async run(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      const isMeasured = await this.look();
      await rest(isMeasured ? lookEvery : lookAgain, signal);
    }
  }

  private async look(): Promise<boolean> {
    try {
      const offset = await this.log.clockOffset(this.ending.signal);
      if (offset === 'unsteady') return false;
      this.last = { at: performance.now(), offset };
      if (offset !== 'untold') this.told(offset);
      return true;
    } catch {
      // The log is away: whoever asks for the log finds that out, and what was known grows old here.
      return false;
    }
  }

  private told(offset: ClockOffset): void {
    const isOff = !isSurelyWithin(offset, limit);
    if (isOff !== this.isOff) this.onOff(offset, isOff);
    this.isOff = isOff;
  }
}

function rounded(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
