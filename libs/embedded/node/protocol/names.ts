import { BadRequestError } from './bad-request.ts';

/** In bytes of UTF-8: a longer name does not fit in the index of the streams. */
const LONGEST_NAME = 2000;
/** A character takes at most so many bytes of UTF-8 for each of its UTF-16 units. */
const WIDEST = 3;

/**
 * A name as it can be stored. One that cannot is refused by itself: PostgreSQL would refuse the whole group of appends that
 * it came in with.
 * @throws BadRequestError
 */
export function storable(name: string, what: 'stream' | 'event type'): string {
  if (name.includes('\0')) throw new BadRequestError(`the name of the ${what} holds a character U+0000`);
  if (name.length * WIDEST > LONGEST_NAME && Buffer.byteLength(name) > LONGEST_NAME) {
    throw new BadRequestError(`the name of the ${what} is longer than ${LONGEST_NAME} bytes`);
  }
  return name;
}
