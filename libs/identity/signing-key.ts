import { randomBytes } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { makeDurable, readOrMake } from '#log/protection/secret-file';

/** The longest that a link is good for, in seconds: that of a calendar, or of who takes part. */
export const longestLink = 366 * 24 * 60 * 60;

const one = {
  /** The id of the key; tokens name it, so that a later key can stand beside it. */
  id: z.uuid(),
  algorithm: z.literal('HS256'),
  secret: z.base64url().min(43),
};
const content = z.strictObject({
  ...one,
  /** The id of the first key that this installation had; left out in the first itself. */
  first: z.uuid().optional(),
  /** Those before this one, the latest first. */
  former: z.array(z.strictObject({ ...one, replacedAt: z.iso.datetime() })).optional(),
});

type Content = z.infer<typeof content>;

/** A key that signs and verifies tokens: HMAC-SHA-256 over 32 random bytes. */
interface Key {
  readonly id: string;
  readonly secret: Uint8Array;
}

/** The key of a data folder, and what it has of those before it. */
export interface SigningKey extends Key {
  /** What does not change when the key does: the id of the first one. Left out where this is the first. */
  readonly first?: string | undefined;
  /** Keys that were replaced. What they signed opens links, and signs nobody in. */
  readonly former?: readonly Key[];
}

/** The file exists but is not a key: nothing is overwritten, the operator must look at it. */
export class BrokenSigningKey extends Error {
  constructor(readonly file: string) {
    super(`The file with the signing key cannot be read: ${file}`);
  }
}

/** Where the key stands in a data folder. */
export function signingKeyFile(dataFolder: string): string {
  return join(dataFolder, 'identity', 'signing-key.json');
}

/**
 * Reads the key of this data folder; makes it on first use.
 *
 * @throws BrokenSigningKey when the file is there but is not a key.
 */
export async function openSigningKey(dataFolder: string): Promise<SigningKey> {
  const { id, secret, first, former = [] } = await readContent(dataFolder);
  return {
    id,
    secret: bytesOf(secret),
    first,
    former: former.map((key) => ({ id: key.id, secret: bytesOf(key.secret) })),
  };
}

export interface Replacement {
  /** Also end the links of calendars and of who takes part: the key itself became known, and anybody can make them. */
  readonly endLinks?: boolean | undefined;
  readonly now?: Date | undefined;
}

/**
 * Puts a new key in the place of the one of this data folder. What is signed in by the old one ends with the next start of
 * each server, which is what to do about a token that leaked: nobody can take back one of them alone, for no list is kept.
 * Links that were mailed and calendars that follow a programme go on, unless their end is asked for.
 *
 * @throws BrokenSigningKey when the file is there but is not a key.
 */
export async function replaceSigningKey(
  dataFolder: string,
  { endLinks = false, now = new Date() }: Replacement = {},
): Promise<void> {
  const old = await readContent(dataFolder);
  const { id, algorithm, secret } = old;
  // By a key of before this moment no link can be good any more.
  const since = new Date(now.getTime() - longestLink * 1_000).toISOString();
  const kept = (old.former ?? []).filter(({ replacedAt }) => replacedAt > since);
  const former = [{ id, algorithm, secret, replacedAt: now.toISOString() }, ...kept];
  const next: Content = { ...newKey(), first: old.first ?? id, ...(!endLinks && { former }) };
  const file = signingKeyFile(dataFolder);
  const draft = `${file}.next`;
  await rm(draft, { force: true });
  await readOrMake(draft, () => textOf(next));
  await rename(draft, file);
  await makeDurable(dirname(file));
}

async function readContent(dataFolder: string): Promise<Content> {
  const file = signingKeyFile(dataFolder);
  const text = await readOrMake(file, () => textOf(newKey()));
  try {
    return content.parse(JSON.parse(text));
  } catch {
    throw new BrokenSigningKey(file);
  }
}

function newKey(): Content {
  return { id: uuidv7(), algorithm: 'HS256', secret: randomBytes(32).toString('base64url') };
}

function textOf(key: Content): string {
  return `${JSON.stringify(key)}\n`;
}

function bytesOf(secret: string): Uint8Array {
  return Buffer.from(secret, 'base64url');
}
