import type { LoggedEvent } from '#log/contract/codec';
import type { NextEvent } from '#log/next-event';
import { LogMismatch } from './errors.ts';
import { type EventCache, type Place, placeOf } from './event-cache.ts';

/** The part of the log that loading needs. */
export interface StreamReader {
  readStream(stream: string, options?: { from?: number; limit?: number }): Promise<LoggedEvent[]>;
}

/** The part of the log that the read side needs. */
export interface LogReader extends StreamReader {
  readAll(options?: { after?: bigint }): AsyncIterable<LoggedEvent>;
  next(after: bigint | undefined): Promise<NextEvent | undefined>;
}

/** Reading over events that are not needed is cheaper than another read of the log, up to this many. */
const worthReadingOver = 50;
const largestRead = 1_000;
const readsAtOnce = 16;

interface Range {
  readonly stream: string;
  readonly from: number;
  readonly limit: number;
}

/** Loads the events of index entries: from the cache, and what is not there from the log, by stream and revisions. */
export class EventLoader {
  constructor(
    private readonly log: StreamReader,
    private readonly cache: EventCache,
  ) {}

  /**
   * The events at these places, in the order asked.
   *
   * @throws LogMismatch when the log does not hold one of them: the index is of another log, or the log lost its end.
   */
  async load(places: readonly Place[]): Promise<LoggedEvent[]> {
    const found = new Map<string, LoggedEvent>();
    const missing: Place[] = [];
    for (const place of places) {
      const event = this.cache.get(place);
      if (event) found.set(placeOf(place), event);
      else missing.push(place);
    }
    await this.read(rangesOf(missing), found);
    return places.map((place) => {
      const event = found.get(placeOf(place));
      if (!event) throw LogMismatch.without(place.stream, place.revision);
      return event;
    });
  }

  private async read(ranges: readonly Range[], found: Map<string, LoggedEvent>): Promise<void> {
    for (let i = 0; i < ranges.length; i += readsAtOnce) {
      const answers = await Promise.all(
        ranges.slice(i, i + readsAtOnce).map(({ stream, from, limit }) => this.log.readStream(stream, { from, limit })),
      );
      for (const event of answers.flat()) {
        found.set(placeOf(event), event);
        this.cache.put(event);
      }
    }
  }
}

/** The fewest reads that cover these places. */
export function rangesOf(places: readonly Place[]): Range[] {
  const byStream = new Map<string, number[]>();
  for (const { stream, revision } of places) {
    const revisions = byStream.get(stream);
    if (revisions) revisions.push(revision);
    else byStream.set(stream, [revision]);
  }
  return [...byStream].flatMap(([stream, revisions]) =>
    runsOf(revisions.sort((a, b) => a - b)).map(([from, until]) => ({ stream, from, limit: until - from + 1 })),
  );
}

function runsOf(sorted: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const revision of sorted) {
    const run = runs.at(-1);
    if (run && revision - run[1] <= worthReadingOver && revision - run[0] < largestRead) run[1] = revision;
    else runs.push([revision, revision]);
  }
  return runs;
}
