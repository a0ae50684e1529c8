import { z } from 'zod';

const content = z.strictObject({ l: z.uuid(), p: z.string().regex(/^\d{1,20}$/) });

/** A token that is none of ours, or that belongs to another log. */
export class BadPosition extends Error {
  override readonly name = 'BadPosition';
  readonly code = 'bad-position';
}

/** Where a command's events stand in the log, as a caller may keep it: opaque, and good for nothing but `minPosition`. */
export function encodePosition(log: string, position: bigint): string {
  return Buffer.from(JSON.stringify({ l: log, p: `${position}` }), 'utf8').toString('base64url');
}

/** @throws BadPosition when it is no token of a position. */
export function decodePosition(token: string): { log: string; position: bigint } {
  try {
    const { l, p } = content.parse(JSON.parse(Buffer.from(token, 'base64url').toString('utf8')));
    return { log: l, position: BigInt(p) };
  } catch (error) {
    throw new BadPosition('This is no position that a command gave', { cause: error });
  }
}
