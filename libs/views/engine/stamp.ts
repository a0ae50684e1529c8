import { randomInt } from 'node:crypto';

const stamps = 2 ** 47;

/** Who wrote to a shard last: two processes never draw the same one after each other. */
export function newStamp(): number {
  return randomInt(1, stamps);
}
