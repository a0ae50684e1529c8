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
const largest = 256 * 1_024;

/**
 * Rows in the text format of COPY, put together as bytes: joining the texts of a whole batch first would copy and look
 * through all of them twice more. What is full stays as it is, and the next row begins another piece.
 */
export class CopyRows {
  private readonly full: Buffer[] = [];
  /** Of its own, and no part of what others write in: it may be handed to another thread. */
  private buffer = Buffer.allocUnsafeSlow(smallest);
  private used = 0;

  /** The rows so far, in pieces that follow each other. */
  get pieces(): readonly Buffer[] {
    return [...this.full, this.buffer.subarray(0, this.used)];
  }

  /** Adds a row: its fields as `copyField` gives them, and the last one, which is long, by itself. */
  add(fields: readonly string[], last: string): void {
    this.write(`${fields.join('\t')}\t`);
    this.write(last);
    this.write('\n');
  }

  private write(text: string): void {
    const needed = this.used + text.length * widest;
    if (needed > this.buffer.length) this.begin(text.length * widest);
    this.used += this.buffer.write(text, this.used, 'utf8');
  }

  private begin(needed: number): void {
    this.full.push(this.buffer.subarray(0, this.used));
    this.buffer = Buffer.allocUnsafeSlow(Math.max(needed, Math.min(this.buffer.length * 4, largest)));
    this.used = 0;
  }
}
