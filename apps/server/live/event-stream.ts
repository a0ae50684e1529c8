import { once } from 'node:events';
import type { Response } from 'express';

/** One event of a stream; without `data` it only moves the reader's place, which `EventSource` then keeps. */
export interface StreamEvent {
  readonly name?: string;
  readonly id?: number;
  readonly data?: unknown;
}

/** How long a browser waits before it comes back, in milliseconds. */
const comeBackAfter = 2_000;

/**
 * A response that goes on (Server-Sent Events, https://html.spec.whatwg.org/multipage/server-sent-events.html). Nothing
 * is kept here for a reader who is slow: who sends waits until what was sent before has left.
 */
export class EventStream {
  constructor(
    private readonly response: Response,
    /** A reader who takes nothing for so many milliseconds is cut. */
    private readonly patience: number,
  ) {}

  /** Says that it begins. */
  open(): void {
    this.response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      // A proxy that gathers an answer before it passes it on would keep everything to itself.
      'X-Accel-Buffering': 'no',
    });
    this.response.flushHeaders();
    this.response.write(`retry: ${comeBackAfter}\n\n`);
  }

  /** Sends these, and waits until there is room for more. False when the reader did not take them in time and was cut. */
  async send(events: readonly StreamEvent[], signal: AbortSignal): Promise<boolean> {
    if (this.response.write(events.map(textOf).join(''))) return true;
    const timeLimit = AbortSignal.timeout(this.patience);
    try {
      await once(this.response, 'drain', { signal: AbortSignal.any([signal, timeLimit]) });
      return true;
    } catch {
      if (!timeLimit.aborted) return true;
      this.response.destroy();
      return false;
    }
  }

  /** A last event, and the end. */
  end(event: StreamEvent): void {
    if (!this.response.destroyed) this.response.end(textOf(event));
  }
}

/** JSON has no line ends of its own, so one line of data is enough. A colon alone begins a comment: it keeps proxies awake. */
function textOf({ name, id, data }: StreamEvent): string {
  const lines = [
    ...(data === undefined ? [': nothing new'] : []),
    ...(id === undefined ? [] : [`id: ${id}`]),
    ...(name === undefined ? [] : [`event: ${name}`]),
    ...(data === undefined ? [] : [`data: ${JSON.stringify(data)}`]),
  ];
  return `${lines.join('\n')}\n\n`;
}
