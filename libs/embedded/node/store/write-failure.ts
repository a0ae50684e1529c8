import { codeOf } from '../../errno.ts';

/** PostgreSQL's `disk_full`, for whatever file it could not extend. */
const DISK_FULL = '53100';

/** A position or a revision is taken already, although this node holds the lock and knows of no such event. */
export function isForked(error: unknown): boolean {
  return codeOf(error)?.startsWith('23') === true;
}

export function isDiskFull(error: unknown): boolean {
  return codeOf(error) === DISK_FULL;
}

/**
 * Five characters are PostgreSQL's own answer: the statement failed and its transaction with it. Except when it says
 * that the session ends (class 57) or fails itself (58, XX), or that more than this statement has failed (FATAL,
 * PANIC): such a notice can cross a commit. A write-ahead log without room is a PANIC with the same code as a table
 * without room, and the commit may be found in it after the recovery. All else is a lost connection.
 */
export function isInDoubt(error: unknown): boolean {
  const code = codeOf(error);
  if (code === null || !/^[0-9A-Z]{5}$/.test(code)) return true;
  return /^(08|57|58|XX)/.test(code) || severityOf(error) !== 'ERROR';
}

function severityOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'severity' in error ? error.severity : null;
}
