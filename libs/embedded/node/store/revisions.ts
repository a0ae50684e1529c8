import { NO_STREAM } from '../event.ts';
import type { LogReader } from './log-reader.ts';

/**
 * The last revision of streams, in memory. While the log has few streams all of them are known, and a name that is
 * not there is a stream that does not exist. With more than `limit` streams it keeps those that were used last, and
 * the others are asked for.
 */
export class Revisions {
  readonly #known = new Map<string, number>();
  readonly #limit: number;
  readonly #reader: LogReader;
  #complete = false;

  private constructor(reader: LogReader, limit: number) {
    this.#reader = reader;
    this.#limit = limit;
  }

  static async load(reader: LogReader, limit: number): Promise<Revisions> {
    const revisions = new Revisions(reader, limit);
    const all = await reader.allRevisions(limit);
    if (all !== null) {
      for (const [stream, revision] of all) revisions.#known.set(stream, revision);
      revisions.#complete = true;
    }
    return revisions;
  }

  /** Makes sure that `of` can answer for these streams. */
  async prepare(streams: Iterable<string>): Promise<void> {
    if (this.#complete) return;
    const unknown = [...new Set(streams)].filter((stream) => !this.#known.has(stream));
    if (unknown.length === 0) return;
    const found = await this.#reader.lastRevisions(unknown);
    unknown.forEach((stream, index) => {
      this.#known.set(stream, found[index] ?? NO_STREAM);
    });
  }

  /** The last revision of a prepared stream; NO_STREAM when it does not exist. */
  of(stream: string): number {
    return this.#known.get(stream) ?? NO_STREAM;
  }

  /** The same of any stream; undefined when storage has to be asked. */
  known(stream: string): number | undefined {
    return this.#known.get(stream) ?? (this.#complete ? NO_STREAM : undefined);
  }

  /** Called once the events are durable, and for no others. */
  set(stream: string, revision: number): void {
    this.#known.delete(stream);
    this.#known.set(stream, revision);
  }

  /** Forgets what was used longest ago, down to the limit. Between two groups, for a group needs what it prepared. */
  trim(): void {
    for (const stream of this.#known.keys()) {
      if (this.#known.size <= this.#limit) return;
      this.#complete = false;
      this.#known.delete(stream);
    }
  }
}
