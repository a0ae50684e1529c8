import { type RawEvent, sizeOf } from './raw-event.ts';

/** A server takes 1 MiB in one append, by its own reckoning; an event that is larger than this goes alone. */
const MOST_BYTES = 512 * 1024;
const MOST_EVENTS = 500;

/**
 * Events that follow each other in the log and belong to one stream, together: as many as fit in one append. Anything
 * that is put together over an event of another stream would change the order of the log.
 */
export async function* runs(events: AsyncIterable<RawEvent>): AsyncGenerator<readonly RawEvent[]> {
  let run: RawEvent[] = [];
  let bytes = 0;
  for await (const event of events) {
    const last = run.at(-1);
    const fits = bytes + sizeOf(event) <= MOST_BYTES && run.length < MOST_EVENTS;
    if (last && !(fits && last.stream === event.stream && last.revision + 1 === event.revision)) {
      yield run;
      run = [];
      bytes = 0;
    }
    run.push(event);
    bytes += sizeOf(event);
  }
  if (run.length > 0) yield run;
}
