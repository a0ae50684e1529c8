import { dayOf } from '#domain/kernel/days';
import type { AtOneMoment } from '../database/at-one-moment.ts';
import type { Listener } from '../database/session.ts';
import type { ViewsSchema } from '../database/tables.ts';
import type { ViewRegistry } from '../engine/registry.ts';
import type { LogReader } from '../index/event-loader.ts';
import type { Head } from '../index/indexer.ts';
import { RegisterCache } from '../register/register.ts';
import { type Answer, type AsOf, type Basis, NotThereYet } from './as-of.ts';
import { type Finality, finalityOf, NotFinalYet } from './finality.ts';
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
  readonly log: Pick<LogReader, 'next'>;
  readonly now: () => string;
}

interface Attempt {
  readonly asOf: AsOf;
  readonly scope: Scope;
  /** What the index lacked before: until it has this position, the log need not be asked again. */
  readonly lacking: bigint | undefined;
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
   * @throws NotThereYet when they do not come that far in time; LogUnavailable when only the log could say that they have;
   * BadPosition for a token that is not of this log; BadCursor for a page of rows that are no longer kept.
   */
  async read<T>(asOf: AsOf, scope: Scope, read: (snapshot: Snapshot) => Promise<T>): Promise<Answer<T>> {
    const until = Date.now() + (asOf.waitMs ?? defaultWait);
    let lacking: bigint | undefined;
    for (;;) {
      const heard = this.options.listener.count;
      try {
        const { answer, open } = await this.attempt({ asOf, scope, lacking }, read);
        if (open) await this.assertWhole(momentOf(asOf), open);
        return answer;
      } catch (error) {
        if (error instanceof NotFinalYet) lacking = error.lacking;
        const left = until - Date.now();
        if (!(error instanceof NotThereYet || wasDropped(error)) || left <= 0) throw error;
        await this.options.listener.next(heard, Math.min(left, lookAgain));
      }
    }
  }

  /** `open`: the end of the index, when it depends on the log whether the answer is final. */
  private attempt<T>(
    { asOf, scope, lacking }: Attempt,
    read: (snapshot: Snapshot) => Promise<T>,
  ): Promise<{ answer: Answer<T>; open: Head | undefined }> {
    return this.options.atOneMoment(async (tx) => {
      const reading = readStanding(tx, this.options.registry, this.shards.of(tx, scope));
      const resolved = await resolveOrdinal(tx, asOf, reading);
      const { head, generations, anyParked } = await reading;
      const live = new Readable(generations);
      const readable = asOf.reading ? new Readable(generations, asOf.reading) : live;
      const registers = new AskedRegisters(this.registers);
      const finality = this.finalityOf(asOf, head);
      const open = finality === 'open' ? head : undefined;
      if (open && lacking !== undefined && open.position < lacking) {
        throw new NotFinalYet(momentOf(asOf), open, lacking);
      }
      const provisional = finality === 'provisional' && ({ provisional: true } as const);
      const basis: Basis = { ...this.basisOf(asOf, resolved, head), ...provisional };
      // What the basis says besides is asked for together with the answer.
      const [{ release }, stale, data] = await Promise.all([
        new Snapshot(tx, basis, live, registers).register(),
        anyParked && staleAt(tx, { ordinal: resolved.ordinal, generations: readable.all, scope }),
        read(new Snapshot(tx, basis, readable, registers)),
      ]);
      const told = { ...basis, ...(release !== undefined && { register: { release } }), ...(stale && { stale }) };
      return { answer: { basis: told, data }, open };
    });
  }

  private finalityOf(asOf: AsOf, head: Head): Finality {
    if (asOf.provisional) return 'provisional';
    return asOf.knownAt && 'moment' in asOf.knownAt
      ? finalityOf(asOf.knownAt.moment, head, this.options.now())
      : 'final';
  }

  /** The log is asked after the snapshot was taken: what it does not have by then, can never have been in the answer. */
  private async assertWhole(moment: string, head: Head): Promise<void> {
    const next = await this.options.log.next(head.position < 0n ? undefined : head.position);
    if (next && next.recordedAt <= moment) throw new NotFinalYet(moment, head, next.position);
  }

  private basisOf(asOf: AsOf, { ordinal, knownAt }: Resolved, head: Head): Basis {
    const fictitious = head.purpose === 'example';
    // On an example log the clock is simulated: today is the day that it has come to. Another server's clock may be past
    // midnight already: what it recorded was not recorded tomorrow.
    const isPast = asOf.knownAt !== undefined || fictitious;
    const today = isPast ? dayOf(knownAt) : later(dayOf(knownAt), dayOf(this.options.now()));
    const { folds } = this.options.registry;
    return { ordinal, knownAt, validOn: asOf.validOn ?? today, log: head.log, folds, fictitious };
  }
}

function later(day: string, other: string): string {
  return day < other ? other : day;
}

function momentOf({ knownAt }: AsOf): string {
  if (!knownAt || !('moment' in knownAt)) throw new Error('The question is not as of a moment');
  return knownAt.moment;
}

/** The table of a generation was dropped while this answer was read: the next attempt reads what took its place. */
function wasDropped(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42P01';
}
