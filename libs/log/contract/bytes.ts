const encoder = new TextEncoder();
const piece = 64 * 1024;
let room = new Uint8Array(piece);
let used = 0;

/**
 * The UTF-8 bytes of a text, cut from a larger piece of memory: a piece of its own for each text costs ten times as much
 * as the writing. No byte is given out twice; the piece goes when nobody holds a part of it any more.
 */
export function utf8(text: string): Uint8Array {
  // The longest that a text can be in UTF-8: three bytes for each unit of UTF-16.
  const most = text.length * 3;
  if (most > piece / 8) return encoder.encode(text);
  if (most > piece - used) {
    room = new Uint8Array(piece);
    used = 0;
  }
  const from = used;
  used += encoder.encodeInto(text, room.subarray(from)).written;
  return room.subarray(from, used);
}
