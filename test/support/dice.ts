import { randomFrom } from './random.ts';

/** Everything that is left to chance, out of one seed. */
export class Dice {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
  }

  /** Whether something happens that happens in this share of the cases. */
  isSo(share: number): boolean {
    return this.#random() < share;
  }

  /** A whole number from `least` up to and including `most`. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.#random() * (most - least + 1));
  }

  /** One of these. @throws Error when there are none. */
  one<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.#random() * items.length)];
    if (item === undefined) throw new Error('There is nothing to choose from');
    return item;
  }

  /** An id that is the same in every run. */
  id(): string {
    const hex = (digits: number): string =>
      Math.floor(this.#random() * 16 ** digits)
        .toString(16)
        .padStart(digits, '0');
    const variant = (8 + Math.floor(this.#random() * 4)).toString(16);
    return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(6)}`;
  }

  /** Bytes as a text of base64url, as they stand in a sealed text. */
  bytes(length: number): string {
    const values = Uint32Array.from({ length: Math.ceil(length / 4) }, () => Math.floor(this.#random() * 2 ** 32));
    return Buffer.from(values.buffer).subarray(0, length).toString('base64url');
  }
}
