import pg from 'pg';
import { perSecond } from '../rounds.ts';
import { byteaArray, int8Array } from './binary-array.ts';
import { usualRow } from './sample.ts';

const WRITERS = 32;

/** A bare table: a number and the same bytes, and no more than the one index that finds a row again. */
export class Disk {
  readonly #clients: pg.Client[] = [];
  #last = 0;

  static async open(databaseUrl: string): Promise<Disk> {
    const disk = new Disk();
    for (let n = 0; n < WRITERS; n += 1) {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      await client.query('SET synchronous_commit = on');
      disk.#clients.push(client);
    }
    const table = 'CREATE TABLE bench_row (n bigint PRIMARY KEY, metadata bytea NOT NULL, data bytea NOT NULL)';
    await disk.#clients[0]?.query(table);
    return disk;
  }

  /** Rows per second, one row per commit, one connection per writer. */
  rowsPerSecond(writers: number, span: number): Promise<number> {
    const text = 'INSERT INTO bench_row VALUES ($1, $2, $3)';
    return perSecond(writers, span, (writer) => {
      this.#last += 1;
      const values = [this.#last, usualRow.metadata, usualRow.data];
      return this.#client(writer).query({ name: 'one', text, values });
    });
  }

  /** Rows per second when one connection commits those of 32 writers together. */
  async groupedPerSecond(span: number): Promise<number> {
    const text = 'INSERT INTO bench_row SELECT * FROM unnest($1::int8[], $2::bytea[], $3::bytea[])';
    const metadata = Array.from({ length: WRITERS }, () => usualRow.metadata);
    const data = Array.from({ length: WRITERS }, () => usualRow.data);
    const groups = await perSecond(1, span, () => {
      const numbers = Array.from({ length: WRITERS }, (_, index) => this.#last + 1 + index);
      this.#last += WRITERS;
      const values = [int8Array(numbers), byteaArray(metadata), byteaArray(data)];
      return this.#client(0).query({ name: 'group', text, values });
    });
    return groups * WRITERS;
  }

  async close(): Promise<void> {
    await this.#client(0).query('DROP TABLE bench_row');
    for (const client of this.#clients) await client.end();
  }

  #client(writer: number): pg.Client {
    const client = this.#clients[writer];
    if (client === undefined) throw new Error(`There is no connection ${writer}`);
    return client;
  }
}
