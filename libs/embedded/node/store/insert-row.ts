import type { RecordedEvent } from '../event.ts';
import { MESSAGE_HEADER, message, RowWriter, rowSize } from './row.ts';

const NAME = 'insert_event';

/** Run once on each connection that writes, before the first `encodeInsert`. */
export const PREPARE_INSERT = `
  PREPARE ${NAME} (bigint, text, bigint, uuid, text, boolean, bigint, bytea, bytea) AS
    INSERT INTO eventlog.event (position, stream, revision, id, type, is_json, created, metadata, data)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** To no name of a portal, from the prepared statement; all parameters (one format for all) are binary. */
const BEFORE = Buffer.from(`\0${NAME}\0\0\x01\0\x01`, 'latin1');
/** No format for results, because there are none. */
const AFTER = Buffer.from([0, 0]);
/** Carry it out, whatever the number of rows; and that was all: commit. */
const EXECUTE = Buffer.concat([message('E', Buffer.alloc(5)), message('S', Buffer.alloc(0))]);

/**
 * One event through the statement that was prepared: bound, executed and committed, in one write and with one answer.
 * Where only one event waits, what counts is how long it takes, and a COPY takes longer to begin and to end: it says that
 * the rows may come, in an answer of its own, for which the node is woken up as well.
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
 */
export function encodeInsert(event: RecordedEvent): Buffer {
  const content = BEFORE.length + rowSize(event) + AFTER.length;
  const writer = new RowWriter(MESSAGE_HEADER + content + EXECUTE.length);
  return writer.header('B', content).raw(BEFORE).row(event).raw(AFTER).raw(EXECUTE).buffer;
}
