import pg from 'pg';
import { NO_STREAM, type RecordedEvent } from '../event.ts';
import { closeConnection, connectionConfig, type Database } from './connection.ts';
import { copyOut } from './copy-out.ts';

const CONNECTIONS = 4;
/**
 * How much of the log a page of `$all` spans. Positions count bytes, so this bounds the memory of a page, and because
 * it is more than the largest append, an empty page means that there is nothing further.
 */
const PAGE_BYTES = 4 * 1024 * 1024;
const PAGE_EVENTS = 1000;

/** How much of a stream a page holds, in bytes, besides its last event; more than the largest append. */
export const STREAM_PAGE_BYTES = 2 * 1024 * 1024;

const COLUMNS = 'position, stream, revision, id, type, is_json, created, metadata, data';
const FROM = `SELECT ${COLUMNS} FROM eventlog.event`;

/** A page of a stream ends where it gets too heavy, for a single event may be as heavy as a thousand others. */
function pageOfStream(where: string, order: 'ASC' | 'DESC'): string {
  const bytes = 'octet_length(data) + octet_length(metadata)';
  return `
    SELECT ${COLUMNS} FROM (
      SELECT ${COLUMNS}, sum(${bytes}) OVER (ORDER BY revision ${order}) - (${bytes}) AS bytes_before
      FROM eventlog.event WHERE stream = $1 AND ${where} ORDER BY revision ${order} LIMIT $3) AS page
    WHERE bytes_before < ${STREAM_PAGE_BYTES} ORDER BY revision ${order}`;
}

const STREAM_FROM = pageOfStream('revision >= $2', 'ASC');
const STREAM_DOWN_FROM = pageOfStream('revision <= $2', 'DESC');

type Row = [
  position: number,
  stream: string,
  revision: number,
  id: string,
  type: string,
  isJson: boolean,
  created: number,
  metadata: Buffer,
  data: Buffer,
];

/** Reads pages of the log, on connections of its own so that no reader waits for the writer. */
export class LogReader {
  readonly #pool: pg.Pool;

  constructor(database: Database) {
    this.#pool = new pg.Pool({ ...connectionConfig(database, 'log reader'), max: CONNECTIONS });
    // An idle connection that is lost is replaced at the next read.
    this.#pool.on('error', () => undefined);
    // One that is lost while a page is read makes that read fail, and must not end the process besides.
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** The events after a position, at most `limit`; empty only at the end of the log. */
  async allAfter(position: number, limit: number): Promise<RecordedEvent[]> {
    const where = `position > ${whole(position)} AND position <= ${whole(position + PAGE_BYTES)}`;
    return this.#copy(`${FROM} WHERE ${where} ORDER BY position LIMIT ${whole(Math.min(limit, PAGE_EVENTS))}`);
  }

  /** The events before a position, newest first, at most `limit`; empty only at the start of the log. */
  async allBefore(position: number, limit: number): Promise<RecordedEvent[]> {
    const where = `position < ${whole(position)} AND position >= ${whole(position - PAGE_BYTES)}`;
    return this.#copy(`${FROM} WHERE ${where} ORDER BY position DESC LIMIT ${whole(Math.min(limit, PAGE_EVENTS))}`);
  }

  /** The events of a stream from a revision, at most `limit`, and fewer when they are heavy; empty only at its end. */
  streamFrom(stream: string, revision: number, limit: number): Promise<RecordedEvent[]> {
    return this.#read('stream-from', STREAM_FROM, [stream, revision, limit]);
  }

  /** The events of a stream down from a revision, newest first, as many as `streamFrom` gives. */
  streamDownFrom(stream: string, revision: number, limit: number): Promise<RecordedEvent[]> {
    return this.#read('stream-down-from', STREAM_DOWN_FROM, [stream, revision, limit]);
  }

  /** The last revision of each stream, in the same order; NO_STREAM where there is none. */
  async lastRevisions(streams: readonly string[]): Promise<number[]> {
    const text = `SELECT coalesce((SELECT max(revision) FROM eventlog.event e WHERE e.stream = s.stream), ${NO_STREAM})
      FROM unnest($1::text[]) WITH ORDINALITY AS s(stream, n) ORDER BY n`;
    const query = { name: 'last-revisions', text, values: [streams], rowMode: 'array' as const };
    return (await this.#pool.query<[number]>(query)).rows.map(([revision]) => revision);
  }

  /** The last revision that a stream had when the log ended at a position; NO_STREAM when it did not exist then. */
  async lastRevisionAt(stream: string, position: number): Promise<number> {
    const text =
      'SELECT revision FROM eventlog.event WHERE stream = $1 AND position <= $2 ORDER BY revision DESC LIMIT 1';
    const { rows } = await this.#pool.query<{ revision: number }>({ text, values: [stream, position] });
    return rows[0]?.revision ?? NO_STREAM;
  }

  /**
   * All streams with their last revision, or null when there are more than `limit`. Hops through the index from
   * stream to stream, so it costs by the number of streams and not by the number of events.
   */
  async allRevisions(limit: number): Promise<Map<string, number> | null> {
    const text = `
      WITH RECURSIVE hop AS (
        (SELECT stream, revision FROM eventlog.event ORDER BY stream DESC, revision DESC LIMIT 1)
        UNION ALL
        SELECT next.* FROM hop, LATERAL (
          SELECT e.stream, e.revision FROM eventlog.event e WHERE e.stream < hop.stream
          ORDER BY e.stream DESC, e.revision DESC LIMIT 1
        ) next
      )
      SELECT stream, revision FROM hop LIMIT $1`;
    const { rows } = await this.#pool.query<[string, number]>({ text, values: [limit + 1], rowMode: 'array' });
    return rows.length > limit ? null : new Map(rows);
  }

  /** Waits a moment for pages that are on their way, and no longer: nobody is there any more to be given them. */
  close(): Promise<void> {
    return closeConnection(this.#pool);
  }

  /** @param select without parameters. */
  async #copy(select: string): Promise<RecordedEvent[]> {
    const client = await this.#pool.connect();
    try {
      const events = await copyOut(client, select);
      client.release();
      return events;
    } catch (error) {
      // Whatever is wrong with it, another connection is made for the next read.
      client.release(true);
      throw error;
    }
  }

  async #read(name: string, text: string, values: readonly (string | number)[]): Promise<RecordedEvent[]> {
    const { rows } = await this.#pool.query<Row>({ name, text, values: [...values], rowMode: 'array' });
    return rows.map(([position, stream, revision, id, type, isJson, created, metadata, data]) => ({
      position,
      stream,
      revision,
      id,
      type,
      isJson,
      created,
      metadata,
      data,
    }));
  }
}

/** A number as it stands in a statement. @throws RangeError when it is not whole, and could be read as something else. */
function whole(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no position`);
  return String(value);
}
