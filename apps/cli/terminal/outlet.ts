/** Standard output or standard error of this command. */
type Stream = Pick<NodeJS.WriteStream, 'on' | 'write' | 'isTTY'>;

/**
 * Listens to what goes wrong with a stream that is written to: a file says only afterwards that its disk is full, and a
 * command that ended by then would have said that all went well.
 */
export class Outlet {
  #trouble: Error | undefined;
  readonly #stream: Stream;

  constructor(stream: Stream) {
    this.#stream = stream;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (!this.#isReaderGone(error)) this.#trouble ??= error;
    });
  }

  /** Resolves when everything is written that will be. @returns what went wrong with it, the first of it. */
  async written(): Promise<Error | undefined> {
    await new Promise<void>((resolve) => {
      this.#stream.write('', () => resolve());
    });
    return this.#trouble;
  }

  /** A reader that went away (`samenspel story … | head`) is no failure of ours, and neither is a terminal that was closed. */
  #isReaderGone({ code }: NodeJS.ErrnoException): boolean {
    return code === 'EPIPE' || (code === 'EIO' && this.#stream.isTTY === true);
  }
}
