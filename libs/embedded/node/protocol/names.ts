import { BadRequestError } from './bad-request.ts';

/** In bytes of UTF-8: a longer name does not fit in the index of the streams. */
const LONGEST_NAME = 2000;

/**
 * A name as it can be stored. One that cannot is refused by itself: PostgreSQL would refuse the whole group of appends that
 * it came in with.
 * @throws BadRequestError
 */
export function storable(name: string, what: 'stream' | 'event type'): string {
  if (name.includes('\0')) throw new BadRequestError(`the name of the ${what} holds a character U+0000`);
  if (Buffer.byteLength(name) > LONGEST_NAME) {
    throw new BadRequestError(`the name of the ${what} is longer than ${LONGEST_NAME} bytes`);
  }
  return name;
}
