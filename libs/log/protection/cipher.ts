import { createCipheriv, createDecipheriv, randomBytes, randomFillSync } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { SealedText } from '#domain/kernel/text';

/** A key of the pool, unwrapped: 32 bytes for AES-256-GCM. */
export interface DataKey {
  readonly id: string;
  readonly secret: Buffer;
}

const secretLength = 32;
/** A UUID of version 7 takes 16 bytes of chance, and uses 10. */
const chanceLength = 16;

/** New keys, with the chance for all of them drawn at once: drawing it for each costs more than sealing a text. */
export function newKeys(count: number): DataKey[] {
  const each = secretLength + chanceLength;
  const drawn = randomBytes(count * each);
  return Array.from({ length: count }, (_, index) => {
    const from = index * each;
    const random = drawn.subarray(from + secretLength, from + each);
    return { id: uuid({ random }), secret: drawn.subarray(from, from + secretLength) };
  });
}

const ivLength = 12;
/** Random bytes for the next texts, drawn many at a time: each is used once. */
const ahead = Buffer.alloc(ivLength * 128);
let usedAhead = ahead.length;

/** The next one; its bytes hold until 128 more were drawn, so use or copy them in the same turn. */
export function nextIv(): Buffer {
  if (usedAhead === ahead.length) {
    randomFillSync(ahead);
    usedAhead = 0;
  }
  usedAhead += ivLength;
  return ahead.subarray(usedAhead - ivLength, usedAhead);
}

/**
 * Seals a text for one field of one event: the event's id and the field's path are authenticated with it, so a sealed
 * text that is moved to another place no longer opens.
 */
export function sealText(text: string, key: DataKey, place: string): SealedText {
  const iv = nextIv();
  const cipher = createCipheriv('aes-256-gcm', key.secret, iv).setAAD(Buffer.from(place, 'utf8'));
  const data = cipher.update(text, 'utf8');
  // Of this mode the end brings nothing: every byte has come out before.
  cipher.final();
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
