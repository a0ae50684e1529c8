import { holdsClearText } from '../contract/clear-text.ts';
import { type DataKey, newKeys, placeOf } from './cipher.ts';
import type { Keys } from './key-store.ts';
import { keysIn, openAll, sealAll } from './texts.ts';

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
  async seal<T>(value: T, eventId: string, path: string): Promise<T> {
    if (!holdsClearText(value)) return value;
    return sealAll(value, await this.takeKey(), placeOf(eventId, path));
  }

  /** A key for the texts of one event. Its durability is certain. */
  async takeKey(): Promise<DataKey> {
    for (;;) {
      const key = this.keyAtHand();
      if (key) return key;
      await this.fill();
    }
  }

  /** A key that was made ahead; undefined when all of them are used, and `takeKey` has to be waited for. */
  keyAtHand(): DataKey | undefined {
    const key = this.pool.pop();
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
    return openAll(value, secrets, placeOf(eventId, path));
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
    const keys = newKeys(this.size);
    await this.store.add(keys);
    this.pool.push(...keys);
    this.filledAt = performance.now();
  }
}
