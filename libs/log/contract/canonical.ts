import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * The canonical form (RFC 8785) of a JSON value, with one restriction more: numbers are safe integers. Floating point
 * would make a hash depend on a printer of numbers, and money, hours and shares are all countable in whole units.
 *
 * @throws Error when the value holds something that JSON does not, or a number that is not a safe integer.
 */
export function canonical(value: unknown): string {
  assertPlain(value, '');
  const text = canonicalize(value);
  if (text === undefined) throw new Error('Only JSON values have a canonical form');
  return text;
}

/** SHA-256 of the canonical form, in lower-case hexadecimal. */
export function digest(value: unknown): string {
  return createHash('sha256').update(canonical(value), 'utf8').digest('hex');
}

/**
 * The same value with its keys in canonical order, so that a plain `JSON.stringify` by the client of the log writes the
 * canonical bytes.
 *
 * @throws Error when a key looks like a number: JavaScript would put it in another place.
 */
export function inCanonicalOrder<T>(value: T): T {
  const text = canonical(value);
  const ordered: T = JSON.parse(text);
  if (JSON.stringify(ordered) !== text) throw new Error('A key that looks like a number has no stable place');
  return ordered;
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
