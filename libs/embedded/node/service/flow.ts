import { ServerInterceptingCall } from '@grpc/grpc-js';

/** How much of one call may be on its way to the socket before its writer has to wait, in bytes. */
const ON_THE_WAY = 256 * 1024;

/**
 * A call that takes the next message before the last one is on the wire. By itself grpc-js sends one message, waits until
 * the socket has taken it, and only then the next: a turn of the event loop and a system call for each event or answer.
 * Handed over at once, those that wait for the socket go out together. A reader that is slow still holds its writer up,
 * by bytes instead of by messages.
 */
export class FlowingCall extends ServerInterceptingCall {
  #onTheWay = 0;
  /** The writer that waits, of whom there is one at most: it waits before it gives the next message. */
  #next: (() => void) | null = null;

  override sendMessage(message: Buffer, taken: () => void): void {
    const size = message.length;
    this.#onTheWay += size;
    super.sendMessage(message, () => this.#sent(size));
    if (this.#onTheWay < ON_THE_WAY) taken();
    else this.#next = taken;
  }

  #sent(size: number): void {
    this.#onTheWay -= size;
    if (this.#next === null || this.#onTheWay >= ON_THE_WAY) return;
    const next = this.#next;
    this.#next = null;
    next();
  }
}
