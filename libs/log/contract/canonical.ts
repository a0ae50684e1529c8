import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * The canonical form (RFC 8785) of a JSON value, with one restriction more: numbers are safe integers. Floating point
 * would make a hash depend on a printer of numbers, and money, hours and shares are all countable in whole units.
 *
 * @throws Error when the value holds something that JSON does not, or a number that is not a safe integer.
 */
export function canonical(value: unknown): string {
  return written(value) || canonicalOfAny(value);
}

/** SHA-256 of the canonical form, in lower-case hexadecimal. */
export function digest(value: unknown): string {
  return hash('sha256', canonical(value), 'hex');
}

/** The canonical form of a text: what stands between its quotes, and the quotes. */
export function quoted(text: string): string {
  return plain.test(text) ? `"${text}"` : canonical(text);
}

/**
 * The same value with its keys in canonical order, so that a plain `JSON.stringify` by the client of the log writes the
 * canonical bytes. What has them in order already is not copied.
 *
 * @throws Error when a key looks like a number: JavaScript would put it in another place.
 */
export function inCanonicalOrder<T>(value: T): T {
  const inOrder = ordered(value);
  if (inOrder !== UNUSUAL) return inOrder as T;
  const text = canonicalOfAny(value);
  const parsed: T = JSON.parse(text);
  if (JSON.stringify(parsed) !== text) throw new Error('A key that looks like a number has no stable place');
  return parsed;
}

/** Texts that stand in JSON as they are: nearly all, and by far the quickest to write. */
const plain = /^[ !#-[\]-~]*$/;
/** A surrogate, in a pair or alone; the standard knows no text with half of a pair. */
const surrogate = /[\ud800-\udfff]/;

/**
 * The usual values, put together in one go: a third of the cost of ordering a copy and printing that. Empty for what is
 * left to the slow way: faults, which are explained there, and what only the standard's letter tells.
 */
function written(value: unknown): string {
  if (typeof value === 'string') return writtenText(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : '';
  if (typeof value !== 'object' || 'toJSON' in value) return '';
  return Array.isArray(value) ? writtenArray(value) : writtenObject(value as Readonly<Record<string, unknown>>);
}

function writtenText(text: string): string {
  if (plain.test(text)) return `"${text}"`;
  return surrogate.test(text) ? '' : JSON.stringify(text);
}

function writtenArray(items: readonly unknown[]): string {
  let text = '';
  for (const item of items) {
    const part = written(item);
    if (part === '') return '';
    text += text === '' ? part : `,${part}`;
  }
  return `[${text}]`;
}

function writtenObject(value: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const key of keysInOrder(value)) {
    const item = value[key];
    if (item === undefined) continue;
    const [name, part] = [writtenText(key), written(item)];
    if (name === '' || part === '') return '';
    text += text === '' ? `${name}:${part}` : `,${name}:${part}`;
  }
  return `{${text}}`;
}

/** Compared by UTF-16 code units, as JavaScript compares and the standard asks. */
function keysInOrder(value: object): string[] {
  const keys = Object.keys(value);
  return isAscending(keys) ? keys : keys.sort();
}

function isAscending(keys: readonly string[]): boolean {
  let before = '';
  for (const key of keys) {
    if (key < before) return false;
    before = key;
  }
  return true;
}

/** What `ordered` leaves to the slow way: faults, which are explained there, and what JavaScript would put elsewhere. */
const UNUSUAL = Symbol('unusual');

function ordered(value: unknown): unknown {
  if (typeof value === 'string') return surrogate.test(value) ? UNUSUAL : value;
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : UNUSUAL;
  if (typeof value !== 'object' || 'toJSON' in value) return UNUSUAL;
  if (!Array.isArray(value)) return orderedObject(value as Readonly<Record<string, unknown>>);
  const items = value.map(ordered);
  if (items.includes(UNUSUAL) || items.length !== Object.keys(value).length) return UNUSUAL;
  return items.every((item, index) => item === value[index]) ? value : items;
}

function orderedObject(value: Readonly<Record<string, unknown>>): unknown {
  const keys = Object.keys(value);
  let isSame = isAscending(keys);
  const result: Record<string, unknown> = {};
  for (const key of isSame ? keys : keys.sort()) {
    const item = value[key];
    if (item === undefined) continue;
    const inOrder = ordered(item);
    if (inOrder === UNUSUAL || isUnusualKey(key)) return UNUSUAL;
    isSame &&= inOrder === item;
    result[key] = inOrder;
  }
  return isSame ? value : result;
}

/** A key that JavaScript puts in another place than behind the one before, or nowhere; or one that is half of a pair. */
function isUnusualKey(key: string): boolean {
  const first = key.charCodeAt(0);
  return (first >= 0x30 && first <= 0x39 && /^\d+$/.test(key)) || key === '__proto__' || surrogate.test(key);
}

/** The form of any value, by the letter of the standard; and the errors of what has none. */
function canonicalOfAny(value: unknown): string {
  assertPlain(value, '');
  const text = canonicalize(value);
  if (text === undefined) throw new Error('Only JSON values have a canonical form');
  return text;
}

function assertPlain(value: unknown, path: string): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`Not a safe integer at ${path || '/'}: ${value}`);
    return;
  }
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      assertPlain(item, `${path}/${index}`);
    });
    return;
  }
  if (typeof value !== 'object') throw new Error(`Not a JSON value at ${path || '/'}: ${typeof value}`);
  for (const [key, item] of Object.entries(value)) if (item !== undefined) assertPlain(item, `${path}/${key}`);
}
