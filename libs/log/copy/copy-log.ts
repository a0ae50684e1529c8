import { ContentHash } from './content-hash.ts';
import {
  ahead,
  away,
  CopyError,
  differs,
  interrupted,
  notTheSame,
  otherLog,
  refused,
  sourceEmpty,
  sourceIncomplete,
  sourceNotOurs,
  writtenByOthers,
} from './errors.ts';
import { isSame, type RawEvent } from './raw-event.ts';
import { RawLog } from './raw-log.ts';
import { runs } from './runs.ts';

/** What the copy is doing: counting and hashing the source, copying, or reading the copy back. */
export type CopyPhase = 'reading' | 'copying' | 'verifying';

export interface CopyOptions {
  /** `esdb://…` */
  readonly from: string;
  readonly to: string;
  /** While the source is read for the first time, the total is an estimate. */
  readonly onProgress?: (phase: CopyPhase, done: number, total: number) => void;
  /** Ends the copy between two appends. */
  readonly signal?: AbortSignal;
}

export interface Copied {
  /** How many events source and copy hold, the server's own left out: the last ordinal. */
  readonly events: number;
  /** How many of them an earlier run had copied. */
  readonly found: number;
  /** The hash of the contents, the same on both sides: see `ContentHash`. */
  readonly hash: string;
  /** How many events came into the source while it was copied. They are not in the copy; a second run brings them. */
  readonly later: number;
}

/** Progress is told once per so many events. */
const TOLD_EVERY = 64;

/**
 * Copies a log as it is: the same events in the same order, with their streams, revisions, ids and bytes. It can be
 * interrupted at any moment and run again: the copy itself says how far it is, because it holds the first events of the
 * source and nothing else. That is compared event by event before anything is written, and a copy that holds anything
 * else is refused.
 *
 * **Ordinals come out the same.** An ordinal is the number of an event in the order of `$all`. The source is read in
 * that order, and there is never more than one append under way, of events that follow each other in the source; a
 * server puts an append into `$all` before it answers. So the n-th event of the source becomes the n-th of the copy.
 *
 * It ends where the source ended when it began, and tells how much came after that.
 *
 * @throws CopyError with a sentence for people.
 */
export async function copyLog(options: CopyOptions): Promise<Copied> {
  const source = new RawLog(options.from);
  const target = new RawLog(options.to);
  try {
    return await new Copy(source, target, options).run();
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
}

class Copy {
  readonly #source: RawLog;
  readonly #target: RawLog;
  readonly #tell: NonNullable<CopyOptions['onProgress']>;
  readonly #signal: AbortSignal | undefined;

  constructor(source: RawLog, target: RawLog, { onProgress, signal }: CopyOptions) {
    this.#source = source;
    this.#target = target;
    this.#tell = onProgress ?? (() => undefined);
    this.#signal = signal;
  }

  async run(): Promise<Copied> {
    const end = await asking('source', () => this.#source.end());
    if (end === undefined) throw sourceEmpty();
    const whole = await this.#readSource(end);
    const found = await this.#copy(end, whole.events);
    const copy = await this.#readCopy(whole.events);
    if (copy.events !== whole.events || copy.hash !== whole.hash) throw notTheSame(whole, copy);
    return { ...whole, found, later: await this.#later(end) };
  }

  /** Counts and hashes what is to be copied. @throws CopyError when it is not the log of this product. */
  async #readSource(end: bigint): Promise<{ events: number; hash: string }> {
    const hash = new ContentHash();
    for await (const event of asked('source', this.#source.events({ upTo: end }))) {
      if (hash.events === 0 && event.type !== 'log.started.v1') throw sourceNotOurs(event.type);
      hash.add(event);
      this.#goOn('reading', hash.events, estimate(hash.events, event.position, end));
    }
    if (hash.events === 0) throw sourceEmpty();
    return { events: hash.events, hash: hash.digest() };
  }

  /** Passes by what the copy holds already, then appends the rest. @returns how many it passed by. */
  async #copy(end: bigint, total: number): Promise<number> {
    const events = asked('source', this.#source.events({ upTo: end }));
    try {
      const found = await this.#passBy(events, total);
      let done = found;
      for await (const run of runs(events)) {
        if (this.#signal?.aborted) throw interrupted();
        await this.#append(run, done + 1);
        done += run.length;
        this.#tell('copying', done, total);
      }
      return found;
    } finally {
      await events.return(undefined);
    }
  }

  /** Takes from the source what the copy has too. @throws CopyError when the copy has something else. */
  async #passBy(events: AsyncGenerator<RawEvent>, total: number): Promise<number> {
    let done = 0;
    for await (const there of asked('target', this.#target.events())) {
      if (done === total) throw ahead(total);
      const next = await events.next();
      if (next.done === true || !isSame(next.value, there)) throw done === 0 ? otherLog() : differs(done + 1);
      done += 1;
      this.#goOn('copying', done, total);
    }
    return done;
  }

  async #append(run: readonly RawEvent[], ordinal: number): Promise<void> {
    const answer = await asking('target', () => this.#target.append(run));
    if (answer.kind === 'appended') return;
    if (answer.kind === 'refused') throw refused(ordinal, answer.why);
    const [first] = run;
    // The copy holds what the source held up to here: less of the stream than it expects means a gap in the source.
    if (first && answer.current < first.revision - 1) throw sourceIncomplete(first.stream, first.revision);
    throw writtenByOthers(ordinal);
  }

  async #readCopy(total: number): Promise<{ events: number; hash: string }> {
    const hash = new ContentHash();
    for await (const event of asked('target', this.#target.events())) {
      hash.add(event);
      this.#goOn('verifying', hash.events, total);
    }
    return { events: hash.events, hash: hash.digest() };
  }

  async #later(end: bigint): Promise<number> {
    let count = 0;
    for await (const _ of asked('source', this.#source.events({ after: end }))) count += 1;
    return count;
  }

  #goOn(phase: CopyPhase, done: number, total: number): void {
    if (this.#signal?.aborted) throw interrupted();
    if (done % TOLD_EVERY === 0 || done === total) this.#tell(phase, done, total);
  }
}

/** Positions grow by the size of what is written, so where we are tells about how many there will be. */
function estimate(done: number, position: bigint, end: bigint): number {
  return position > 0n ? Math.max(done, Math.round((done * Number(end)) / Number(position))) : done;
}

async function asking<T>(which: 'source' | 'target', question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    throw away(which, error);
  }
}

async function* asked(which: 'source' | 'target', events: AsyncGenerator<RawEvent>): AsyncGenerator<RawEvent> {
  try {
    yield* events;
  } catch (error) {
    throw error instanceof CopyError ? error : away(which, error);
  }
}
