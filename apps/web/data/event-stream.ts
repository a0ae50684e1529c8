/** One message of a stream of Server-Sent Events. */
export interface StreamMessage {
  readonly id?: string;
  readonly event: string;
  readonly data: string;
}

/** Reads Server-Sent Events from text that comes in pieces (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export class StreamReader {
  #rest = '';

  /** The messages that are whole now; what is not stays for the next piece. */
  read(piece: string): StreamMessage[] {
    const blocks = (this.#rest + piece).replaceAll('\r\n', '\n').split('\n\n');
    this.#rest = blocks.pop() ?? '';
    return blocks.flatMap((block) => messageOf(block) ?? []);
  }
}

function messageOf(block: string): StreamMessage | undefined {
  let event = 'message';
  let id: string | undefined;
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const [, field, value = ''] = /^([a-z]+): ?(.*)$/.exec(line) ?? [];
    if (field === 'event') event = value;
    else if (field === 'id') id = value;
    else if (field === 'data') data.push(value);
  }
  if (id === undefined && data.length === 0) return undefined;
  return { event, data: data.join('\n'), ...(id !== undefined && { id }) };
}
