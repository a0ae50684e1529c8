import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type DataKey, nextIv } from './cipher.ts';
import { readOrMake } from './secret-file.ts';

/** The key that wraps the keys. It is a file beside the database, never in it. */
export class WrappingKey {
  /** The first 16 hexadecimal digits of the key's SHA-256: tells which key wrapped what. */
  readonly id: string;

  constructor(private readonly secret: Buffer) {
    if (secret.length !== 32) throw new Error('A wrapping key is 32 bytes');
    this.id = createHash('sha256').update(secret).digest('hex').slice(0, 16);
  }

  /** `iv | tag | ciphertext`, with the key's id authenticated. */
  wrap(key: DataKey): Buffer {
    const iv = nextIv();
    const cipher = createCipheriv('aes-256-gcm', this.secret, iv).setAAD(Buffer.from(key.id));
    const data = cipher.update(key.secret);
    cipher.final();
    return Buffer.concat([iv, cipher.getAuthTag(), data]);
  }

  /** @throws Error when this is not the key that wrapped it. */
  unwrap(id: string, wrapped: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.secret, wrapped.subarray(0, 12))
      .setAAD(Buffer.from(id))
      .setAuthTag(wrapped.subarray(12, 28));
    return Buffer.concat([decipher.update(wrapped.subarray(28)), decipher.final()]);
  }
}

/** Reads the wrapping key of a data folder, and makes one on the first start. */
export async function openWrappingKey(dataFolder: string): Promise<WrappingKey> {
  return wrappingKeyOf(await readOrMake(join(dataFolder, 'keys', 'wrapping.key'), newSecret));
}

/** The text of a file for a new key. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** @throws Error when the text is not that of a wrapping key. */
export function wrappingKeyOf(text: string): WrappingKey {
  return new WrappingKey(Buffer.from(text, 'base64url'));
}
