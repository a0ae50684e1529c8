import { sql } from 'kysely';
import { emptyGenerations } from '../database/generations.ts';
import { progressChannel } from '../index/entry.ts';
import type { Views } from '../views.ts';
import { alone } from './fill-lock.ts';

/**
 * Empties the index and all rows, those of other releases too, in one transaction: for an index that is damaged, or that
 * was made from another log. Running workers then read the log from its beginning and make everything again. Until they
 * are done, questions are answered as of where the views have come to, or told to wait; ordinals come out the same.
 *
 * Rows alone are made again while in use by `rebuildViews`.
 *
 * @throws RebuildError while views are being filled or switched.
 */
export async function rebuildIndex({ db }: Pick<Views, 'db'>): Promise<void> {
  await alone(db, () =>
    db.transaction().execute(async (tx) => {
      // In this order, as whoever adds to the index takes them: in the other one each would wait for the other.
      await sql`LOCK TABLE views.head IN EXCLUSIVE MODE`.execute(tx);
      // Every question begins with the index: who has begun is done before anything goes, and nobody else begins meanwhile.
      await sql`LOCK TABLE views.entry IN ACCESS EXCLUSIVE MODE`.execute(tx);
      await tx
        .updateTable('views.head')
        .set({ ordinal: 0, position: '-1', effective_at: '1970-01-01T00:00:00.000Z' })
        .execute();
      await emptyGenerations(tx);
      await sql`TRUNCATE views.entry`.execute(tx);
      await sql`SELECT pg_notify(${progressChannel}, 'rebuild')`.execute(tx);
    }),
  );
}
