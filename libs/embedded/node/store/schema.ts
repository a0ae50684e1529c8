import type pg from 'pg';
import { DataFolderNewerError } from '../../errors.ts';

/** The layout of the schema. Raised only when an older node could no longer write it. */
const FORMAT = 1;

/**
 * One table holds the log. `position` says in which order it was written; the unique index on stream and revision is
 * a second line of defence: revisions are checked in memory, but even a fault there could not fork a stream.
 * `created` is in milliseconds since 1970.
 */
const CREATE = `
  CREATE SCHEMA IF NOT EXISTS eventlog;
  CREATE TABLE IF NOT EXISTS eventlog.about (name text PRIMARY KEY, value text NOT NULL);
  CREATE TABLE IF NOT EXISTS eventlog.event (
    position bigint PRIMARY KEY,
    stream text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    id uuid NOT NULL,
    type text NOT NULL,
    is_json boolean NOT NULL,
    created bigint NOT NULL,
    metadata bytea NOT NULL,
    data bytea NOT NULL,
    UNIQUE (stream, revision)
  );
  INSERT INTO eventlog.about VALUES ('format', '${FORMAT}') ON CONFLICT DO NOTHING;
`;

/**
 * Makes the schema when it is not there. Called by the holder of the log's lock only.
 * @throws DataFolderNewerError when a later release made it.
 */
export async function prepareSchema(client: pg.Client): Promise<void> {
  await client.query(CREATE);
  const { rows } = await client.query<{ value: string }>(`SELECT value FROM eventlog.about WHERE name = 'format'`);
  const format = Number(rows[0]?.value);
  if (format > FORMAT) throw new DataFolderNewerError('(schema eventlog)', `log format ${format}`);
}
