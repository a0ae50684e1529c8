/**
 * The row as it comes back from the database, for the next step of the fold must not depend on where the row comes from:
 * fields without a value are gone. Whatever is as it was, is the very same object as in `was`; a row that did not change
 * is `was` itself. Folds share most of a row with the one before it, so only what is new is looked at.
 *
 * @param was the settled row before this one; undefined when there was none.
 * @throws NoJson when a row holds what cannot be stored, or not be read back as it was.
 */
export function settled(next: unknown, was: unknown): unknown {
  if (next === was) return was;
  switch (typeof next) {
    case 'string':
      return settledText(next);
    case 'number':
      if (!Number.isSafeInteger(next)) throw new NoJson(`the number ${next}`);
      return next;
    case 'boolean':
      return next;
    case 'object':
      if (next === null) return null;
      return Array.isArray(next) ? settledList(next, was) : settledObject(next, was);
    default:
      throw new NoJson(typeof next);
  }
}

/** A fold gave what no row can hold: rows are JSON, with whole numbers only. */
export class NoJson extends Error {
  override readonly name = 'NoJson';

  constructor(what: string) {
    super(`A row cannot hold ${what}`);
  }
}

/** PostgreSQL has no text with a NUL, and the canonical form of JSON none with half a surrogate pair. */
export function settledText(text: string): string {
  if (text === '__proto__') throw new NoJson(text);
  if (unusual.test(text) && (text.includes('\0') || halfPair.test(text))) throw new NoJson('that text');
  return text;
}

const unusual = /[\0\ud800-\udfff]/;
const halfPair = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function settledList(next: readonly unknown[], was: unknown): unknown {
  const before: readonly unknown[] = Array.isArray(was) ? was : [];
  let same = Array.isArray(was) && before.length === next.length;
  let result: unknown[] | undefined;
  for (const [i, item] of next.entries()) {
    const now = settled(item, before[i]);
    if (now !== before[i]) same = false;
    if (now === item) continue;
    result ??= [...next];
    result[i] = now;
  }
  return same ? was : (result ?? next);
}

type Fields = Readonly<Record<string, unknown>>;

function settledObject(next: object, was: unknown): unknown {
  const kind = Object.getPrototypeOf(next);
  if (kind !== Object.prototype && kind !== null) throw new NoJson('an object with a class of its own');
  const before = isFields(was) ? was : nothing;
  let same = before !== nothing;
  let asIs = true;
  let count = 0;
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(next)) {
    if (value === undefined) {
      asIs = false;
      continue;
    }
    count += 1;
    const now = settled(value, before[name]);
    if (now !== before[name]) same = false;
    if (now !== value) asIs = false;
    result[settledText(name)] = now;
  }
  if (same && count === Object.keys(before).length) return was;
  return asIs ? next : result;
}

const nothing: Fields = Object.freeze({});

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
