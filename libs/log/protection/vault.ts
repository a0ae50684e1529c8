import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { clearText, type SealedText, sealedText } from '#domain/kernel/text';
import { type DataKey, openText, placeOf, sealText } from './cipher.ts';
import type { Keys } from './key-store.ts';

/** What a reader sees in the place of a text whose key was destroyed. */
interface DestroyedText {
  readonly $destroyed: true;
}

/** Keys made in one commit: few at first, twice as many each time that they were used up within `busy`. */
const batch = { first: 8, most: 512 } as const;
/** In milliseconds. */
const busy = 1_000;

/**
 * Seals and opens protected text. Keys are made ahead, many in one commit, so that a command costs no commit of its own;
 * each event that holds protected text gets one key, so that forgetting one fact leaves all others.
 *
 * Keys that are in the pool when the process ends are never used: nobody could tell afterwards, without reading the whole
 * log, that no event refers to them. What that costs: 8 to 12 rows of some 200 bytes for a process that seals little (a
 * restart every day of the year: 1 MB), and at most 768 rows (150 KB) after a busy second. They are not deleted, because
 * a mistake in that would destroy text, and these bytes are cheap.
 */
export class Vault {
  private readonly pool: DataKey[] = [];
  private filling: Promise<void> | undefined;
  private size: number = batch.first;
  private filledAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly store: Keys) {}

  /**
   * Seals every `{ $text }` in the value with one key. `path` starts the paths of its fields, `/data` or `/envelope`.
   *
   * @throws Error when no key could be made durable; then nothing was sealed.
   */
  async seal<T>(value: T, eventId: string, path: string, take = () => this.takeKey()): Promise<T> {
    if (!holdsClearText(value)) return value;
    const used = await take();
    return mapText(value, path, clearText, (text, at) => sealText(text.$text, used, placeOf(eventId, at)));
  }

  /** A key for the texts of one event. Its durability is certain. */
  async takeKey(): Promise<DataKey> {
    let key = this.pool.pop();
    while (!key) {
      await this.fill();
      key = this.pool.pop();
    }
    if (this.pool.length < this.size / 2) this.fillAhead();
    return key;
  }

  /** Takes back keys with which nothing was sealed that is, or may come to be, in the log. */
  giveBack(keys: readonly DataKey[]): void {
    this.pool.push(...keys);
  }

  /** Opens every sealed text in the value; one whose key was destroyed becomes `{ $destroyed: true }`. */
  async open<T>(value: T, eventId: string, path: string): Promise<T> {
    const keys = keysIn(value);
    if (keys.size === 0) return value;
    // Asked anew each time: a key that another process destroyed a moment ago must not live on in a cache.
    const secrets = await this.store.find([...keys]);
    return mapText(value, path, sealedText, (text, at) => {
      const secret = secrets.get(text.$sealed.key);
      if (!secret) return { $destroyed: true } satisfies DestroyedText;
      return { $text: openText(text, secret, placeOf(eventId, at)) };
    });
  }

  /** Destroys a key for good; what it sealed can never be read again. */
  async destroy(keyId: string): Promise<void> {
    await this.store.destroy([keyId]);
  }

  private fillAhead(): void {
    // A failure here is not lost: the next command that finds the pool empty fills it itself and reports.
    this.fill().catch(() => undefined);
  }

  private fill(): Promise<void> {
    this.filling ??= this.makeKeys().finally(() => {
      this.filling = undefined;
    });
    return this.filling;
  }

  private async makeKeys(): Promise<void> {
    const isBusy = performance.now() - this.filledAt < busy;
    if (isBusy) this.size = Math.min(this.size * 2, batch.most);
    const keys = Array.from({ length: this.size }, () => ({ id: uuid(), secret: randomBytes(32) }));
    await this.store.add(keys);
    this.pool.push(...keys);
    this.filledAt = performance.now();
  }
}

/** The ids of the keys with which texts in this value are sealed. */
export function keysIn(value: unknown): ReadonlySet<string> {
  const ids = new Set<string>();
  mapText(value, '', sealedText, (text: SealedText) => {
    ids.add(text.$sealed.key);
    return text;
  });
  return ids;
}

interface TextSchema<V> {
  safeParse(value: unknown): { success: true; data: V } | { success: false };
}

function holdsClearText(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  return '$text' in value || Object.values(value).some(holdsClearText);
}

function mapText<T, V>(value: T, path: string, schema: TextSchema<V>, map: (text: V, path: string) => unknown): T {
  return mapped(value, path, schema, map) as T;
}

function mapped<V>(
  value: unknown,
  path: string,
  schema: TextSchema<V>,
  map: (text: V, at: string) => unknown,
): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const items = value.map((item, index) => (isObject(item) ? mapped(item, `${path}/${index}`, schema, map) : item));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  // Looked at before it is parsed: an object that cannot be such a text would cost an error with its whole explanation.
  if ('$text' in value || '$sealed' in value) {
    const text = schema.safeParse(value);
    if (text.success) return map(text.data, path);
  }
  const entries = Object.entries(value);
  let isChanged = false;
  for (const entry of entries) {
    const [key, item] = entry;
    if (!isObject(item)) continue;
    entry[1] = mapped(item, `${path}/${key}`, schema, map);
    isChanged ||= entry[1] !== item;
  }
  // What holds no such text is passed on as it is: nearly all of an event.
  return isChanged ? Object.fromEntries(entries) : value;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
