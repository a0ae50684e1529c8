import { sql } from 'kysely';
import { registry } from './all-views.ts';
import { emptyRows } from './database/migrations.ts';
import { progressChannel } from './index/entry.ts';
import type { Views } from './views.ts';

/**
 * Empties the index and all rows, in one transaction; running workers then read the log from its beginning and make
 * them again. Until they are done, questions are answered as of where the views have come to, or told to wait.
 */
export async function rebuild(views: Views): Promise<void> {
  await views.db.transaction().execute(async (tx) => {
    await tx
      .updateTable('views.head')
      .set({ ordinal: 0, position: '-1', effective_at: '1970-01-01T00:00:00.000Z' })
      .execute();
    await emptyRows(tx, registry.views);
    await sql`TRUNCATE views.entry`.execute(tx);
    await sql`SELECT pg_notify(${progressChannel}, 'rebuild')`.execute(tx);
  });
}
