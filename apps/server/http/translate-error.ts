import { HttpException } from '@nestjs/common';
import { LogUnavailable } from '#log/contract/errors';
import { NotThereYet } from '#views/query/as-of';
import { BadCursor } from '#views/query/paging';
import { BadPosition } from '#views/query/position-token';
import { badRequest, fieldError, Problem, problem } from './problem.ts';

/** How long a client should wait when a part is away, in seconds. */
const retryAfter = { 'Retry-After': '2' };

/** Codes by which Node, gRPC, EventStoreDB's client and PostgreSQL say that the other side is not there. */
const awayCodes = new Set<unknown>([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  '53300',
]);
/** What the driver of PostgreSQL says of it without a code. */
const away =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered|Query read timeout|No answer within/;
const awayTypes = new Set<unknown>([
  'unavailable',
  'deadline-exceeded',
  'cancelled',
  'unable-to-connect',
  'not-leader',
]);

/** The problem that stands for whatever was thrown. */
export function translate(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof NotThereYet) return problem(503, 'not-there-yet', {}, { headers: { 'Retry-After': '1' } });
  if (error instanceof BadPosition) return badRequest([fieldError('minPosition', 'not-a-position')]);
  if (error instanceof BadCursor) return badRequest([fieldError('cursor', error.code)]);
  // A path that cannot be decoded is a path of nothing.
  if (error instanceof Error && error.message.startsWith('Failed to decode param')) return problem(404, 'not-found');
  const byStatus = statusOf(error);
  if (byStatus === 413) return problem(413, 'body-too-large', { limit: limitOf(error) });
  if (byStatus !== undefined) return ofStatus(byStatus);
  const found = isAway(error)
    ? problem(503, 'part-unavailable', {}, { headers: retryAfter })
    : problem(500, 'unexpected-error');
  found.cause = error;
  return found;
}

/** Whether the error says that the log or the database is not there, now or while the question was under way. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof LogUnavailable) return true;
  const { code, type } = error as Error & { code?: unknown; type?: unknown };
  if (awayCodes.has(code) || awayTypes.has(type)) return true;
  if (away.test(error.message)) return true;
  return error.cause !== error && isAway(error.cause);
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (!(error instanceof Error) || !('status' in error) || !('expose' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}

/** How much may be sent there, as people say it: the parser of bodies tells it in bytes. */
function limitOf(error: unknown): string {
  const told = error instanceof HttpException ? error.cause : error;
  const bytes = told instanceof Error && 'limit' in told ? Number(told.limit) : 1024 * 1024;
  return bytes < 1024 * 1024 ? `${Math.floor(bytes / 1024)} kB` : `${Math.floor(bytes / 1024 / 1024)} MB`;
}

function ofStatus(status: number): Problem {
  switch (status) {
    case 400:
      return problem(400, 'body-not-json');
    case 404:
      return problem(404, 'not-found');
    case 415:
      return problem(415, 'content-type-not-supported', { expected: 'application/json (utf-8)' });
    default:
      return status < 500 ? problem(status, 'body-unreadable') : problem(status, 'unexpected-error');
  }
}
