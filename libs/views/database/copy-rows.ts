/** A field in the text format of COPY. */
export function copyField(value: string | number | boolean | null): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return `${value}`;
  // Looking for each of them by itself is many times as fast as a pattern, and nearly always nothing is there.
  const usual = !value.includes('\\') && !value.includes('\n') && !value.includes('\r') && !value.includes('\t');
  return usual ? value : value.replace(special, (found) => escapes[found] ?? found);
}

const special = /[\\\n\r\t]/g;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A character takes at most so many bytes of UTF-8 for each of its UTF-16 units. */
const widest = 3;
const smallest = 4_096;

/**
 * Rows in the text format of COPY, put together as bytes: joining the texts of a whole batch first would copy and look
 * through all of them twice more.
 */
export class CopyRows {
  /** Of its own, and no part of what others write in: it may be handed to another thread. */
  private buffer = Buffer.allocUnsafeSlow(smallest);
  private used = 0;

  /** The rows so far. */
  get bytes(): Buffer {
    return this.buffer.subarray(0, this.used);
  }

  /** Adds a row: its fields as `copyField` gives them, and the last one, which is long, by itself. */
  add(fields: readonly string[], last: string): void {
    this.write(`${fields.join('\t')}\t`);
    this.write(last);
    this.write('\n');
  }

  private write(text: string): void {
    const needed = this.used + text.length * widest;
    if (needed > this.buffer.length) this.grow(needed);
    this.used += this.buffer.write(text, this.used, 'utf8');
  }

  private grow(needed: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.buffer.length * 2));
    this.buffer.copy(larger, 0, 0, this.used);
    this.buffer = larger;
  }
}
