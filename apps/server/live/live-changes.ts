import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';
import type { ChangeFilter, ShardChange } from '#views/live/change';
import { ChangeFeed } from '#views/live/change-feed';
import type { Batch } from '#views/live/tail';
import type { Views } from '#views/views';
import { Engines } from '../engines.ts';
import { problem } from '../http/problem.ts';
import { ServerFigures } from '../metrics/server-figures.ts';
import { EventStream, type StreamEvent } from './event-stream.ts';
import { at } from './expiry.ts';

/** Of one process. Each costs a connection and a page of changes at most. */
const mostReaders = 500;
/** After so long without a change a reader hears that the line is alive, in milliseconds. */
const idleMs = 15_000;
/** A reader who takes nothing for so long is cut; it can resume where it was. */
const patience = 30_000;

export interface Told {
  readonly after: number | undefined;
  readonly filter: ChangeFilter;
  /** When the reader's token expires. */
  readonly until: Date;
}

/** Everybody who is told of changes at this moment. */
@Injectable()
export class LiveChanges implements OnModuleDestroy {
  private readonly ending = new AbortController();
  private readonly feeds = new WeakMap<Views, ChangeFeed>();
  private readers = 0;

  constructor(
    private readonly engines: Engines,
    private readonly figures: ServerFigures,
  ) {}

  /** When the server stops, every reader is told so, before connections are cut. */
  onModuleDestroy(): void {
    this.ending.abort();
  }

  /**
   * Tells of changes until the reader leaves, the token expires or the server stops.
   *
   * @throws Problem 503 when there are too many readers or the parts are away, NotThereYet before the first event; and
   * whatever reading throws when a part goes away in the middle: the connection is cut then, and the reader resumes.
   */
  async tell(response: Response, told: Told): Promise<void> {
    const { log, views } = this.engines.parts;
    if (this.readers >= mostReaders) throw problem(503, 'too-many-readers', {}, { headers: { 'Retry-After': '5' } });
    const { signal, reason, release } = this.limits(response, told.until);
    const stream = new EventStream(response, patience);
    this.count(1);
    try {
      const batches = this.feedOf(views).follow({ after: told.after, filter: told.filter, signal, idleMs });
      const isTaken = await this.pass(batches, { log: log.id, fictitious: log.purpose === 'example' }, stream, signal);
      if (isTaken) stream.end({ name: 'end', data: { reason: reason() } });
      else this.figures.readersCut.inc();
    } finally {
      this.count(-1);
      release();
    }
  }

  /** Passes on what comes, at the pace of the reader. False when it did not keep up. */
  private async pass(
    batches: AsyncIterable<Batch>,
    about: object,
    stream: EventStream,
    signal: AbortSignal,
  ): Promise<boolean> {
    let isBegun = false;
    for await (const { changes, upTo } of batches) {
      if (!isBegun) stream.open();
      const first: StreamEvent = isBegun ? { id: upTo } : { name: 'begin', id: upTo, data: { ...about, after: upTo } };
      const events = changes.length > 0 ? changes.map(eventOf) : [first];
      isBegun = true;
      if (!(await stream.send(events, signal))) return false;
    }
    return true;
  }

  /** What ends it besides the reader. */
  private limits(response: Response, until: Date) {
    const left = new AbortController();
    const expired = new AbortController();
    const release = at(until, () => expired.abort());
    response.once('close', () => left.abort());
    return {
      signal: AbortSignal.any([this.ending.signal, left.signal, expired.signal]),
      reason: () => (expired.signal.aborted ? 'token-expired' : 'server-stops'),
      release,
    };
  }

  private feedOf(views: Views): ChangeFeed {
    const known = this.feeds.get(views);
    if (known) return known;
    const { db, changes: listener, registry } = views;
    const feed = new ChangeFeed({ db, listener, registry, onTrouble: () => this.figures.feedFailures.inc() });
    this.feeds.set(views, feed);
    return feed;
  }

  private count(more: 1 | -1): void {
    this.readers += more;
    this.figures.readers.set(this.readers);
  }
}

/** In which shard it is folded is nobody's business. */
function eventOf({ shard: _, ...change }: ShardChange): StreamEvent {
  return { name: 'change', id: change.ordinal, data: change };
}
