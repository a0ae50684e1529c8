import type { RecordedEvent } from '../event.ts';
import { MESSAGE_HEADER, message, RowWriter, rowSize } from './row.ts';

/** The statement as a message of its own, up to where the rows begin. */
const STATEMENT = message('Q', Buffer.from('COPY eventlog.event FROM STDIN (FORMAT binary)\0', 'latin1'));
const SIGNATURE = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const END_OF_ROWS = Buffer.from([0xff, 0xff]);
const DONE = message('c', Buffer.alloc(0));

/**
 * `COPY … FROM STDIN` in one go: the statement, the rows and the end of them leave in one write, without waiting for the
 * word to begin, which PostgreSQL's protocol allows: it passes over rows that come after a refusal. It is one statement
 * and so one transaction, one round trip and one commit, and costs PostgreSQL and this process about half of what an
 * INSERT of the same rows does: PostgreSQL fills whole pages, and nothing is turned into parameters.
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-COPY
 */
export function encodeCopy(events: readonly RecordedEvent[]): Buffer {
  const content = SIGNATURE.length + events.reduce((sum, event) => sum + rowSize(event), 0) + END_OF_ROWS.length;
  const writer = new RowWriter(STATEMENT.length + MESSAGE_HEADER + content + DONE.length);
  writer.raw(STATEMENT).header('d', content).raw(SIGNATURE);
  for (const event of events) writer.row(event);
  return writer.raw(END_OF_ROWS).raw(DONE).buffer;
}
