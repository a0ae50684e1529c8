import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';

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
 * Reads the key of this data folder; makes it on first use. Processes that start together end up with the same key,
 * because the file is linked into place whole and only if it is not there yet. Readable by its owner only.
 *
 * @throws BrokenSigningKey when the file is there but is not a key.
 */
export async function openSigningKey(dataFolder: string): Promise<SigningKey> {
  const file = signingKeyFile(dataFolder);
  const present = await read(file);
  if (present) return present;
  await create(file);
  const created = await read(file);
  if (!created) throw new BrokenSigningKey(file);
  return created;
}

async function read(file: string): Promise<SigningKey | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    const key = content.parse(JSON.parse(text));
    return { id: key.id, secret: Buffer.from(key.secret, 'base64url') };
  } catch {
    throw new BrokenSigningKey(file);
  }
}

async function create(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${uuidv7()}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    const key = { id: uuidv7(), algorithm: 'HS256', secret: randomBytes(32).toString('base64url') };
    await handle.writeFile(`${JSON.stringify(key)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(draft, file);
  } catch (error) {
    // Another process was first: its key is the key.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
}
