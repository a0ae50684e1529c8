/** An id for a command, also where the page has no secure context (a laptop in the office, by its address). */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Gives the same content the same key until it was recorded, so that sending it again after a lost connection records it
 * once; other content is another command.
 */
export class CommandKeys {
  #content = '';
  #key = '';

  /** The key for this content. */
  keyFor(content: unknown): string {
    const text = JSON.stringify(content);
    if (text !== this.#content || this.#key === '') {
      this.#content = text;
      this.#key = newKey();
    }
    return this.#key;
  }

  /** It was recorded: the same content is a new command from now on. */
  recorded(): void {
    this.#key = '';
  }
}
