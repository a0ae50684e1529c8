import type { ServerWritableStream } from '@grpc/grpc-js';

/**
 * The way to one reader. It takes a message at a time and says when it is full; whoever waits for it then holds
 * nothing but one page, so a slow reader slows only itself.
 */
export class Outlet {
  readonly #call: ServerWritableStream<Buffer, Buffer>;
  #isFull = false;
  #isClosed = false;
  #wake: () => void = () => undefined;

  /** @param onClosed called once when the reader is gone. */
  constructor(call: ServerWritableStream<Buffer, Buffer>, onClosed: () => void = () => undefined) {
    this.#call = call;
    const close = (): void => {
      if (this.#isClosed) return;
      this.#isClosed = true;
      this.#wake();
      onClosed();
    };
    call.on('cancelled', close);
    call.on('close', close);
    call.on('error', close);
    call.on('drain', () => {
      this.#isFull = false;
      this.#wake();
    });
  }

  /** True when the reader has gone: there is nobody to write to. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Writes one message. Returns a promise only when the reader is full, so the fast path costs no turn of the loop. */
  write(message: Buffer): Promise<void> | null {
    if (this.#isClosed) return null;
    if (this.#call.write(message)) return null;
    this.#isFull = true;
    return this.#drained();
  }

  async #drained(): Promise<void> {
    while (this.#isFull && !this.#isClosed) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
