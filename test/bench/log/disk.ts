import pg from 'pg';
import { perSecond } from '../rounds.ts';
import { byteaArray, int8Array } from './binary-array.ts';
import { usualRow } from './sample.ts';

const WRITERS = 32;

/** A bare table: a number and the same bytes, and no more than the one index that finds a row again. */
export class Disk {
  readonly #clients: pg.Client[] = [];
  #last = 0;
  readonly #table: string;

  private constructor(table: string) {
    this.#table = table;
  }

  /** @param table its own: each run, and each process of a run, takes another. */
  static async open(databaseUrl: string, table = 'bench_row', connections = WRITERS): Promise<Disk> {
    const disk = new Disk(table);
    for (let n = 0; n < connections; n += 1) {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      await client.query('SET synchronous_commit = on');
      disk.#clients.push(client);
    }
    const columns = 'n bigint PRIMARY KEY, metadata bytea NOT NULL, data bytea NOT NULL';
    await disk.#clients[0]?.query(`CREATE TABLE ${table} (${columns})`);
    return disk;
  }

  /** One row and its commit. */
  async insert(writer = 0): Promise<void> {
    this.#last += 1;
    const text = `INSERT INTO ${this.#table} VALUES ($1, $2, $3)`;
    await this.#client(writer).query({ name: 'one', text, values: [this.#last, usualRow.metadata, usualRow.data] });
  }

  /** Rows per second, one row per commit, one connection per writer. */
  rowsPerSecond(writers: number, span: number): Promise<number> {
    return perSecond(writers, span, (writer) => this.insert(writer));
  }

  /** Rows per second when one connection commits those of 32 writers together. */
  async groupedPerSecond(span: number): Promise<number> {
    const text = `INSERT INTO ${this.#table} SELECT * FROM unnest($1::int8[], $2::bytea[], $3::bytea[])`;
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
    await this.#client(0).query(`DROP TABLE ${this.#table}`);
    for (const client of this.#clients) await client.end();
  }

  #client(writer: number): pg.Client {
    const client = this.#clients[writer];
    if (client === undefined) throw new Error(`There is no connection ${writer}`);
    return client;
  }
}
