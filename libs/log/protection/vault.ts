import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { clearText, type SealedText, sealedText } from '#domain/kernel/text';
import { type DataKey, openText, placeOf, sealText } from './cipher.ts';
import type { Keys } from './key-store.ts';

/** What a reader sees in the place of a text whose key was destroyed. */
export interface DestroyedText {
  readonly $destroyed: true;
}

const poolSize = 64;

/**
 * Seals and opens protected text. Keys are made ahead, many in one commit, so that a command costs no commit of its own;
 * each event that holds protected text gets one key, so that forgetting one fact leaves all others.
 */
export class Vault {
  private readonly pool: DataKey[] = [];
  private filling: Promise<void> | undefined;

  constructor(private readonly store: Keys) {}

  /**
   * Seals every `{ $text }` in the value with one key. `path` starts the paths of its fields, `/data` or `/envelope`.
   *
   * @throws Error when no key could be made durable; then nothing was sealed.
   */
  async seal<T>(value: T, eventId: string, path: string, key?: DataKey): Promise<T> {
    if (!holdsClearText(value)) return value;
    const used = key ?? (await this.takeKey());
    return mapText(value, path, clearText, (text, at) => sealText(text.$text, used, placeOf(eventId, at)));
  }

  /** A key for the texts of one event. Its durability is certain. */
  async takeKey(): Promise<DataKey> {
    let key = this.pool.pop();
    while (!key) {
      await this.fill();
      key = this.pool.pop();
    }
    if (this.pool.length < poolSize / 2) this.fillAhead();
    return key;
  }

  /** Opens every sealed text in the value; one whose key was destroyed becomes `{ $destroyed: true }`. */
  async open<T>(value: T, eventId: string, path: string): Promise<T> {
    const keys = keysIn(value);
    if (keys.size === 0) return value;
    // Asked anew each time: a key that another process destroyed a moment ago must not live on in a cache.
    const secrets = await this.store.find([...keys]);
    return mapText(value, path, sealedText, (text, at) => {
      const secret = secrets.get(text.$sealed.key);
      return secret ? { $text: openText(text, secret, placeOf(eventId, at)) } : { $destroyed: true };
    });
  }

  /** Destroys a key for good; what it sealed can never be read again. */
  destroy(keyId: string): Promise<void> {
    return this.store.destroy(keyId);
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
    const keys = Array.from({ length: poolSize }, () => ({ id: uuid(), secret: randomBytes(32) }));
    await this.store.add(keys);
    this.pool.push(...keys);
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
  if (Array.isArray(value)) return value.map((item, index) => mapped(item, `${path}/${index}`, schema, map));
  const text = schema.safeParse(value);
  if (text.success) return map(text.data, path);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapped(item, `${path}/${key}`, schema, map)]),
  );
}
