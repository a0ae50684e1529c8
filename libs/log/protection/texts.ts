import { z } from 'zod';
import { clearText, type SealedText, sealedText } from '#domain/kernel/text';
import { type DataKey, openText, sealText } from './cipher.ts';

/** What a reader sees in the place of a text whose key was destroyed. */
interface DestroyedText {
  readonly $destroyed: true;
}

/** Seals every `{ $text }` in the value with one key. `place` is that of the value in its event: see `placeOf`. */
export function sealAll<T>(value: T, key: DataKey, place: string): T {
  return mapText(value, place, clear, (text, at) => sealText(text.$text, key, at));
}

/** Opens every sealed text in the value; one whose key is not among these becomes `{ $destroyed: true }`. */
export function openAll<T>(value: T, secrets: ReadonlyMap<string, Buffer>, place: string): T {
  return mapText(value, place, sealed, (text, at) => {
    const secret = secrets.get(text.$sealed.key);
    if (!secret) return { $destroyed: true } satisfies DestroyedText;
    return { $text: openText(text, secret, at) };
  });
}

/** The ids of the keys with which texts in this value are sealed. */
export function keysIn(value: unknown): ReadonlySet<string> {
  const ids = new Set<string>();
  mapText(value, '', sealed, (text: SealedText) => {
    ids.add(text.$sealed.key);
    return text;
  });
  return ids;
}

const clear = z.compile(clearText);
const sealed = z.compile(sealedText);

interface TextSchema<V> {
  safeParse(value: unknown): { success: true; data: V } | { success: false };
}

function mapText<T, V>(value: T, place: string, schema: TextSchema<V>, map: (text: V, at: string) => unknown): T {
  return mapped(value, place, schema, map) as T;
}

function mapped<V>(
  value: unknown,
  place: string,
  schema: TextSchema<V>,
  map: (text: V, at: string) => unknown,
): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const items = value.map((item, index) => (isObject(item) ? mapped(item, `${place}/${index}`, schema, map) : item));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  // Looked at before it is parsed: an object that cannot be such a text would cost an error with its whole explanation.
  if ('$text' in value || '$sealed' in value) {
    const text = schema.safeParse(value);
    if (text.success) return map(text.data, place);
  }
  // What holds no such text is passed on as it is: nearly all of an event.
  let result: Record<string, unknown> | undefined;
  for (const key in value) {
    const item = value[key as keyof typeof value];
    if (!isObject(item)) continue;
    const other = mapped(item, `${place}/${key}`, schema, map);
    if (other === item) continue;
    result ??= { ...value };
    result[key] = other;
  }
  return result ?? value;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
