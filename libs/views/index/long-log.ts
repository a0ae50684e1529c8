import type { LogReader } from './event-loader.ts';

/** So many events are sooner folded at one go than one after another as they are indexed. */
const manyEvents = 5_000;

/** Whether a log has a past that is worth filling new views from. Reads no more of it than tells. */
export async function isLong(log: LogReader): Promise<boolean> {
  let events = 0;
  for await (const _ of log.readAll()) {
    events += 1;
    if (events === manyEvents) return true;
  }
  return false;
}
