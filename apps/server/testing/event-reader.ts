/** An event as a reader of Server-Sent Events has it. */
export interface HeardEvent {
  readonly name: string;
  /** The last id that was told, with this event or before it. */
  readonly id: string;
  /** As `JSON.parse` gives it: a test says itself what it expects. */
  readonly data: ReturnType<typeof JSON.parse>;
}

export interface Listening {
  readonly token: string;
  readonly lastEventId?: string;
}

/** Reads a stream of events over HTTP, as `EventSource` would: a half event at the end does not count. */
export class EventReader {
  /** What a resumption must give as `Last-Event-ID`. */
  lastId = '';
  private text = '';

  private constructor(
    readonly response: Response,
    private readonly leaving: AbortController,
    private readonly body: ReadableStreamDefaultReader<Uint8Array>,
  ) {}

  /** @throws Error when the answer is no stream. */
  static async open(url: string, { token, lastEventId }: Listening): Promise<EventReader> {
    const leaving = new AbortController();
    const headers = { Authorization: `Bearer ${token}`, ...(lastEventId && { 'Last-Event-ID': lastEventId }) };
    const response = await fetch(url, { headers, signal: leaving.signal });
    if (response.status !== 200 || !response.body) throw new Error(`${response.status} ${await response.text()}`);
    return new EventReader(response, leaving, response.body.getReader());
  }

  /** The next event; undefined at the end of the stream. */
  async next(): Promise<HeardEvent | undefined> {
    const decoder = new TextDecoder();
    for (;;) {
      const end = this.text.indexOf('\n\n');
      if (end >= 0) {
        const event = this.parsed(this.text.slice(0, end));
        this.text = this.text.slice(end + 2);
        if (event) return event;
        continue;
      }
      const { done, value } = await this.body.read();
      if (done) return undefined;
      this.text += decoder.decode(value, { stream: true });
    }
  }

  /** That many events. @throws Error when the stream ends before. */
  async take(count: number): Promise<HeardEvent[]> {
    const events: HeardEvent[] = [];
    while (events.length < count) {
      const event = await this.next();
      if (!event) throw new Error(`The stream ended after ${events.length} events`);
      events.push(event);
    }
    return events;
  }

  /** Breaks the connection off, in the middle of whatever it is doing. */
  leave(): void {
    this.leaving.abort();
  }

  private parsed(block: string): HeardEvent | undefined {
    const found: Record<string, string> = {};
    for (const line of block.split('\n')) {
      const [, field = '', value = ''] = /^(\w*): ?(.*)$/.exec(line) ?? [];
      if (field !== '') found[field] = value;
    }
    if (found['id'] !== undefined) this.lastId = found['id'];
    if (found['data'] === undefined) return undefined;
    return { name: found['event'] ?? 'message', id: this.lastId, data: JSON.parse(found['data']) };
  }
}
