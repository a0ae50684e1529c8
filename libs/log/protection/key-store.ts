import { type Kysely, sql, type Transaction } from 'kysely';
import type { DataKey } from './cipher.ts';
import type { KeyRing } from './key-ring.ts';
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
  /** Destroys these keys for good. Destroying them again changes nothing. */
  destroy(ids: readonly string[]): Promise<unknown>;
}

/**
 * Where the keys of protected text live: in a schema of its own, outside the log and outside the views, wrapped by a key
 * that is not in the database at all. This schema cannot be rebuilt; it is backed up with the log.
 */
export class KeyStore implements Keys {
  constructor(
    private readonly database: Kysely<KeySchema>,
    readonly ring: KeyRing,
  ) {}

  /**
   * Makes the schema when it is not there, and the first wrapping key. Safe to call at every start, also by two processes
   * at once.
   *
   * @throws WrappingKeyMissing when a key is wrapped by one that is in no file.
   */
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
    await this.ring.begin(() => this.wrappingKeys());
  }

  /** The wrapping key cannot change between its reading and the commit: no key is left wrapped by one that was set aside. */
  async add(keys: readonly DataKey[]): Promise<void> {
    await this.database.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock_shared(hashtext('samenspel.wrapping-key'))`.execute(transaction);
      const wrapping = await this.ring.current();
      // Two arrays instead of a row of parameters for each key: a tenth of the work here and in the database.
      const ids = keys.map((key) => key.id);
      const wrapped = keys.map((key) => wrapping.wrap(key));
      await sql`
        insert into keys.data_key (id, wrapped, wrapping_key)
        select id, wrapped, ${wrapping.id} from unnest(${ids}::uuid[], ${wrapped}::bytea[]) as made (id, wrapped)
      `.execute(transaction);
    });
  }

  /**
   * @throws Error when a key was never here: then the key store does not belong to this log.
   * @throws WrappingKeyMissing
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
    for (const { id, wrapped, wrapping_key } of rows) {
      if (wrapped) secrets.set(id, (await this.ring.byId(wrapping_key)).unwrap(id, wrapped));
    }
    return secrets;
  }

  /** Whether there is, or was, such a key. */
  async knows(id: string): Promise<boolean> {
    const row = await this.database.selectFrom('keys.data_key').select('id').where('id', '=', id).executeTakeFirst();
    return row !== undefined;
  }

  /** @returns how many of them were still there. */
  async destroy(ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    const { numUpdatedRows } = await this.database
      .updateTable('keys.data_key')
      .set({ wrapped: null, destroyed_at: sql<Date>`now()` })
      .where('id', 'in', [...ids])
      .where('destroyed_at', 'is', null)
      .executeTakeFirst();
    return Number(numUpdatedRows);
  }

  /** The ids of the wrapping keys that wrap something. */
  async wrappingKeys(): Promise<string[]> {
    const rows = await this.database
      .selectFrom('keys.data_key')
      .select('wrapping_key')
      .distinct()
      .where('wrapped', 'is not', null)
      .execute();
    return rows.map((row) => row.wrapping_key);
  }

  /** How many keys are wrapped by another wrapping key than this one. */
  async countOthers(wrapping: WrappingKey): Promise<number> {
    const { count } = await this.database
      .selectFrom('keys.data_key')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('wrapped', 'is not', null)
      .where('wrapping_key', '!=', wrapping.id)
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  /** Wraps some keys anew that another wrapping key wrapped, in one commit. @returns how many; 0 when none is left. */
  rewrap(wrapping: WrappingKey, limit: number): Promise<number> {
    return this.database.transaction().execute((transaction) => this.rewrapIn(transaction, wrapping, limit));
  }

  /** Puts the next wrapping key in force while nobody adds keys, after the last ones were wrapped anew. */
  async promote(next: WrappingKey, limit: number): Promise<void> {
    await this.database.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(hashtext('samenspel.wrapping-key'))`.execute(transaction);
      while ((await this.rewrapIn(transaction, next, limit)) > 0);
      await this.ring.promote(next);
    });
  }

  private async rewrapIn(transaction: Transaction<KeySchema>, wrapping: WrappingKey, limit: number): Promise<number> {
    const rows = await transaction
      .selectFrom('keys.data_key')
      .select(['id', 'wrapped', 'wrapping_key'])
      .where('wrapped', 'is not', null)
      .where('wrapping_key', '!=', wrapping.id)
      .limit(limit)
      .forUpdate()
      .execute();
    const anew: { id: string; wrapped: string }[] = [];
    for (const { id, wrapped, wrapping_key } of rows) {
      if (!wrapped) continue;
      const secret = (await this.ring.byId(wrapping_key)).unwrap(id, wrapped);
      anew.push({ id, wrapped: wrapping.wrap({ id, secret }).toString('hex') });
    }
    await sql`
      update keys.data_key k set wrapped = decode(a.wrapped, 'hex'), wrapping_key = ${wrapping.id}
      from jsonb_to_recordset(${JSON.stringify(anew)}::jsonb) as a (id uuid, wrapped text) where k.id = a.id
    `.execute(transaction);
    return rows.length;
  }
}
