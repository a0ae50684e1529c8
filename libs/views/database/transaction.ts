import { sql, type Transaction } from 'kysely';

/**
 * To be said first in a transaction whose loss does no harm, because whoever comes next does the work again:
 * - its commit does not wait for the disk;
 * - PostgreSQL ends it, and with it its locks, when its process is silent for that many milliseconds in the middle of
 *   it: a process that hangs, or whose machine vanished, must not hold up the others. Nobody else could tell.
 */
export async function mayBeLost<Schema>(tx: Transaction<Schema>, silentForMs: number): Promise<void> {
  await sql`
    SELECT set_config('synchronous_commit', 'off', true),
           set_config('idle_in_transaction_session_timeout', ${`${silentForMs}`}, true)`.execute(tx);
}
