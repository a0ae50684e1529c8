import type { KeyStore } from './key-store.ts';

/** Keys that are wrapped anew in one commit. */
const batch = 500;

export interface Rotated {
  /** Ids of wrapping keys. */
  readonly from: string;
  readonly to: string;
  readonly rewrapped: number;
}

/**
 * Changes the wrapping key of an installation that may be running: makes the next one, wraps all keys anew with it, puts
 * it in force and sets the old file aside. Texts can be read and sealed all the while, by every process, because what is
 * wrapped says by which key, and both are readable.
 *
 * Stopped at whatever moment, it goes on where it was when it is started again: with the same next key, and the keys that
 * the old one still wraps. Two that run at once end with one new key.
 *
 * @throws WrappingKeyMissing when a key is wrapped by one that is in no file; then nothing was changed or made.
 */
export async function rotateWrappingKey(
  store: KeyStore,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Rotated> {
  for (const id of await store.wrappingKeys()) await store.ring.byId(id);
  const from = await store.ring.current();
  const next = await store.ring.next();
  const total = await store.countOthers(next);
  let done = 0;
  for (let count = await store.rewrap(next, batch); count > 0; count = await store.rewrap(next, batch)) {
    done += count;
    onProgress(done, Math.max(done, total));
  }
  await store.promote(next, batch);
  return { from: from.id, to: next.id, rewrapped: done };
}
