import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import type { SealedText } from '#domain/kernel/text';

/** A key of the pool, unwrapped: 32 bytes for AES-256-GCM. */
export interface DataKey {
  readonly id: string;
  readonly secret: Buffer;
}

const ivLength = 12;
/** Random bytes for the next texts, drawn many at a time: each is used once. */
const ahead = Buffer.alloc(ivLength * 128);
let usedAhead = ahead.length;

function nextIv(): Buffer {
  if (usedAhead === ahead.length) {
    randomFillSync(ahead);
    usedAhead = 0;
  }
  usedAhead += ivLength;
  return Buffer.from(ahead.subarray(usedAhead - ivLength, usedAhead));
}

/**
 * Seals a text for one field of one event: the event's id and the field's path are authenticated with it, so a sealed
 * text that is moved to another place no longer opens.
 */
export function sealText(text: string, key: DataKey, place: string): SealedText {
  const iv = nextIv();
  const cipher = createCipheriv('aes-256-gcm', key.secret, iv).setAAD(Buffer.from(place, 'utf8'));
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return {
    $sealed: {
      key: key.id,
      iv: iv.toString('base64url'),
      data: data.toString('base64url'),
      tag: cipher.getAuthTag().toString('base64url'),
    },
  };
}

/**
 * Opens a sealed text.
 *
 * @throws Error when the text, its place or its key is not the one that it was sealed with.
 */
export function openText(sealed: SealedText, secret: Buffer, place: string): string {
  const { iv, data, tag } = sealed.$sealed;
  const decipher = createDecipheriv('aes-256-gcm', secret, Buffer.from(iv, 'base64url'))
    .setAAD(Buffer.from(place, 'utf8'))
    .setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(data, 'base64url')), decipher.final()]).toString('utf8');
}

/** What is authenticated with a sealed text: `<event id>|<path of the field>`. */
export function placeOf(eventId: string, path: string): string {
  return `${eventId}|${path}`;
}
