import { dayOf } from '#domain/kernel/days';
import type { AtOneMoment } from '../database/at-one-moment.ts';
import type { Listener } from '../database/session.ts';
import type { ViewsSchema } from '../database/tables.ts';
import type { ViewRegistry } from '../engine/registry.ts';
import type { LogReader } from '../index/event-loader.ts';
import type { Head } from '../index/indexer.ts';
import { RegisterCache } from '../register/register.ts';
import { type Answer, type AsOf, type Basis, NotThereYet } from './as-of.ts';
import { isWhole, Unproven, worthOf } from './finality.ts';
import { Readable } from './readable.ts';
import { AskedRegisters, Snapshot } from './snapshot.ts';
import { staleAt } from './stale.ts';
import { NeededShards, readStanding, type Scope } from './standing.ts';
import { type Resolved, resolveOrdinal } from './watermark.ts';

export type { Scope } from './standing.ts';

/** The longest that a question waits for what is not folded yet, unless it says otherwise. In milliseconds. */
const defaultWait = 5_000;
/** Notifications can be lost, so whoever waits looks by itself this often, in milliseconds. */
const lookAgain = 100;

export interface ReaderOptions {
  readonly atOneMoment: AtOneMoment<ViewsSchema>;
  readonly listener: Listener;
  readonly registry: ViewRegistry;
  readonly log: Pick<LogReader, 'readAll'>;
  readonly now: () => string;
}

interface Attempt {
  readonly asOf: AsOf;
  readonly scope: Scope;
  /** The end of the index behind which the log had nothing more that was asked for. */
  readonly proven: Head | undefined;
}

/** Answers questions as of any moment: everything of one answer is read in one snapshot, at one ordinal. */
export class Reader {
  private readonly registers = new RegisterCache();
  private readonly shards = new NeededShards();

  constructor(private readonly options: ReaderOptions) {}

  /**
   * Waits, bounded, until the shards of `scope` have come far enough, and reads. As of a moment that has been, they have when
   * the index holds everything that was recorded up to it, so that the same moment gives the same answer for ever.
   *
   * @throws NotThereYet when they do not come that far in time; BadPosition for a token that is not of this log;
   * BadCursor for a page of rows that are no longer kept.
   */
  async read<T>(asOf: AsOf, scope: Scope, read: (snapshot: Snapshot) => Promise<T>): Promise<Answer<T>> {
    const until = Date.now() + (asOf.waitMs ?? defaultWait);
    let proven: Head | undefined;
    for (;;) {
      const heard = this.options.listener.count;
      try {
        return await this.attempt({ asOf, scope, proven }, read);
      } catch (error) {
        if (error instanceof Unproven && (await isWhole(this.options.log, error))) {
          proven = error.head;
          continue;
        }
        const left = until - Date.now();
        if (!(error instanceof NotThereYet || wasDropped(error)) || left <= 0) throw error;
        await this.options.listener.next(heard, Math.min(left, lookAgain));
      }
    }
  }

  private attempt<T>({ asOf, scope, proven }: Attempt, read: (snapshot: Snapshot) => Promise<T>): Promise<Answer<T>> {
    return this.options.atOneMoment(async (tx) => {
      const reading = readStanding(tx, this.options.registry, this.shards.of(tx, scope));
      const resolved = await resolveOrdinal(tx, asOf, reading);
      const { head, generations, anyParked } = await reading;
      const provisional = this.isProvisional(asOf, head, proven);
      const live = new Readable(generations);
      const readable = asOf.reading ? new Readable(generations, asOf.reading) : live;
      const registers = new AskedRegisters(this.registers);
      const basis = this.basisOf(asOf, resolved, head);
      // What the basis says besides is asked for together with the answer.
      const [{ release }, stale, data] = await Promise.all([
        new Snapshot(tx, basis, live, registers).register(),
        anyParked &&
          staleAt(tx, {
            ordinal: resolved.ordinal,
            generations: asOf.reading ?? live.live.map(({ id }) => id),
            scope,
          }),
        read(new Snapshot(tx, basis, readable, registers)),
      ]);
      const more = { ...(stale && { stale }), ...(provisional && { provisional }) };
      return { basis: { ...basis, ...(release !== undefined && { register: { release } }), ...more }, data };
    });
  }

  /** @throws Unproven when nobody can say yet whether the answer is final. */
  private isProvisional({ knownAt }: AsOf, head: Head, proven: Head | undefined): boolean {
    if (!knownAt || !('moment' in knownAt)) return false;
    const worth = worthOf(knownAt.moment, head, this.options.now());
    const isProven = proven !== undefined && head.position >= proven.position;
    if (worth === 'unproven' && !isProven) throw new Unproven(knownAt.moment, head);
    return worth === 'provisional';
  }

  private basisOf(asOf: AsOf, { ordinal, knownAt }: Resolved, head: Head): Basis {
    const fictitious = head.purpose === 'example';
    // On an example log the clock is simulated: today is the day that it has come to.
    const today = asOf.knownAt !== undefined || fictitious ? dayOf(knownAt) : dayOf(this.options.now());
    const { folds } = this.options.registry;
    return { ordinal, knownAt, validOn: asOf.validOn ?? today, log: head.log, folds, fictitious };
  }
}

/** The table of a generation was dropped while this answer was read: the next attempt reads what took its place. */
function wasDropped(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42P01';
}
