import { type Kysely, sql } from 'kysely';
import type { DataKey } from './cipher.ts';
import type { WrappingKey } from './wrapping-key.ts';

interface DataKeyRow {
  id: string;
  /** Null once the key is destroyed. */
  wrapped: Buffer | null;
  wrapping_key: string;
  destroyed_at: Date | null;
}

export interface KeySchema {
  'keys.data_key': DataKeyRow;
}

/** What the vault needs of a store of keys. */
export interface Keys {
  /** Makes these keys durable. Nothing may be sealed with a key before this has answered. */
  add(keys: readonly DataKey[]): Promise<void>;
  /** The secrets of these keys; a destroyed key is absent from the answer. */
  find(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
  /** Destroys a key for good. Destroying it again changes nothing. */
  destroy(id: string): Promise<void>;
}

/**
 * Where the keys of protected text live: in a schema of its own, outside the log and outside the views, wrapped by a key
 * that is not in the database at all. This schema cannot be rebuilt; it is backed up with the log.
 */
export class KeyStore implements Keys {
  constructor(
    private readonly database: Kysely<KeySchema>,
    private readonly wrappingKey: WrappingKey,
  ) {}

  /** Makes the schema when it is not there. Safe to call at every start, also by two processes at once. */
  async prepare(): Promise<void> {
    await this.database.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(hashtext('samenspel.keys'))`.execute(transaction);
      await sql`create schema if not exists keys`.execute(transaction);
      await sql`create table if not exists keys.data_key (
        id uuid primary key,
        wrapped bytea,
        wrapping_key text not null,
        destroyed_at timestamptz,
        check ((wrapped is null) = (destroyed_at is not null))
      )`.execute(transaction);
    });
  }

  async add(keys: readonly DataKey[]): Promise<void> {
    await this.database
      .insertInto('keys.data_key')
      .values(
        keys.map((key) => ({
          id: key.id,
          wrapped: this.wrappingKey.wrap(key),
          wrapping_key: this.wrappingKey.id,
          destroyed_at: null,
        })),
      )
      .execute();
  }

  /**
   * @throws Error when a key was never here: then the key store does not belong to this log.
   */
  async find(ids: readonly string[]): Promise<Map<string, Buffer>> {
    const rows = await this.database
      .selectFrom('keys.data_key')
      .selectAll()
      .where('id', 'in', [...ids])
      .execute();
    if (rows.length < new Set(ids).size) {
      throw new Error('A key of this log is not in the key store: restore the backup that belongs to the log');
    }
    const secrets = new Map<string, Buffer>();
    for (const row of rows) if (row.wrapped) secrets.set(row.id, this.wrappingKey.unwrap(row.id, row.wrapped));
    return secrets;
  }

  async destroy(id: string): Promise<void> {
    await this.database
      .updateTable('keys.data_key')
      .set({ wrapped: null, destroyed_at: sql<Date>`now()` })
      .where('id', '=', id)
      .where('destroyed_at', 'is', null)
      .execute();
  }
}
