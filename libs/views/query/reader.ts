import { type Kysely, sql } from 'kysely';
import { dayOf } from '#domain/kernel/days';
import type { Subject } from '#domain/kernel/subject';
import { shardCount } from '../database/migrations.ts';
import type { Listener } from '../database/session.ts';
import type { ViewsSchema } from '../database/tables.ts';
import { shardOf } from '../index/shards.ts';
import { RegisterCache } from '../register/register.ts';
import { type Answer, type AsOf, type Basis, NotThereYet } from './as-of.ts';
import { Snapshot } from './snapshot.ts';
import { type Resolved, resolveOrdinal } from './watermark.ts';

/**
 * What a question is about: that decides which shards must have come far enough. A question to the index alone (a story)
 * waits for no programme.
 */
export type Scope = { readonly programme: string } | { readonly subject: Subject } | 'everything' | 'index';

/** The longest that a question waits for what is not folded yet, unless it says otherwise. In milliseconds. */
const defaultWait = 5_000;
/** Notifications can be lost, so whoever waits looks by itself this often, in milliseconds. */
const lookAgain = 100;

export interface ReaderOptions {
  readonly db: Kysely<ViewsSchema>;
  readonly listener: Listener;
  readonly folds: string;
  readonly now: () => string;
}

/** Answers questions as of any moment: everything of one answer is read in one snapshot, at one ordinal. */
export class Reader {
  private readonly registers = new RegisterCache();

  constructor(private readonly options: ReaderOptions) {}

  /**
   * Waits, bounded, until the shards of `scope` have come far enough, and reads.
   *
   * @throws NotThereYet when they do not come that far in time; BadPosition for a token that is not of this log.
   */
  async read<T>(asOf: AsOf, scope: Scope, read: (snapshot: Snapshot) => Promise<T>): Promise<Answer<T>> {
    const until = Date.now() + (asOf.waitMs ?? defaultWait);
    for (;;) {
      const heard = this.options.listener.count;
      try {
        return await this.attempt(asOf, scope, read);
      } catch (error) {
        const left = until - Date.now();
        if (!(error instanceof NotThereYet) || left <= 0) throw error;
        await this.options.listener.next(heard, Math.min(left, lookAgain));
      }
    }
  }

  private attempt<T>(asOf: AsOf, scope: Scope, read: (snapshot: Snapshot) => Promise<T>): Promise<Answer<T>> {
    return this.options.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        const resolved = await resolveOrdinal(tx, asOf, () => shardsOf(tx, scope));
        const first = new Snapshot(tx, this.basisOf(asOf, resolved), this.registers);
        const { release } = await first.register();
        const basis = release === undefined ? first.basis : { ...first.basis, register: { release } };
        return { basis, data: await read(new Snapshot(tx, basis, this.registers)) };
      });
  }

  private basisOf(asOf: AsOf, { ordinal, knownAt, head }: Resolved): Basis {
    const fictitious = head.purpose === 'example';
    // On an example log the clock is simulated: today is the day that it has come to.
    const today = asOf.knownAt !== undefined || fictitious ? dayOf(knownAt) : dayOf(this.options.now());
    return { ordinal, knownAt, validOn: asOf.validOn ?? today, log: head.log, folds: this.options.folds, fictitious };
  }
}

const everyShard = Array.from({ length: shardCount }, (_, shard) => shard);

/** Names of organisations come from the register, whose shard is needed too. */
async function shardsOf(tx: Kysely<ViewsSchema>, scope: Scope): Promise<readonly number[]> {
  if (scope === 'everything') return everyShard;
  if (scope === 'index') return [shardOf(undefined)];
  if ('programme' in scope) return [shardOf(scope.programme), shardOf(undefined)];
  const { rows } = await sql<{ shard: number }>`
    SELECT shard FROM views.entry WHERE subjects @> ARRAY[${scope.subject}]::text[] LIMIT 1`.execute(tx);
  const shard = rows[0]?.shard;
  return shard === undefined ? [shardOf(undefined)] : [shard, shardOf(undefined)];
}
