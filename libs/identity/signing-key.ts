import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { readOrMake } from '#log/protection/secret-file';

const content = z.strictObject({
  /** The id of the key; tokens name it, so that a later key can stand beside it. */
  id: z.uuid(),
  algorithm: z.literal('HS256'),
  secret: z.base64url().min(43),
});

/** The key that signs and verifies tokens: HMAC-SHA-256 over 32 random bytes. */
export interface SigningKey {
  readonly id: string;
  readonly secret: Uint8Array;
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
  const file = signingKeyFile(dataFolder);
  const text = await readOrMake(file, newKey);
  try {
    const key = content.parse(JSON.parse(text));
    return { id: key.id, secret: Buffer.from(key.secret, 'base64url') };
  } catch {
    throw new BrokenSigningKey(file);
  }
}

function newKey(): string {
  const key = { id: uuidv7(), algorithm: 'HS256', secret: randomBytes(32).toString('base64url') };
  return `${JSON.stringify(key)}\n`;
}
