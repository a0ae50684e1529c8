import fc from 'fast-check';
import { encode } from '#log/contract/codec';
import { draftOf, idOf } from './events.ts';
import { courseOfEvents, randomCourse } from './random-course.ts';

const programmes = 5;
const steps = 80;
const seed = 20_250_201;

/**
 * The random course of events that is frozen once, as lines of JSON: what random events are may change, what was frozen
 * may not.
 */
export function randomEvents(): string {
  const courses = fc.sample(randomCourse(steps), { numRuns: programmes, seed });
  const told = courses.flatMap((course, i) => courseOfEvents(`frozen ${i}`, course));
  return told
    .map((event) => {
      const { id, type, data, metadata } = encode(draftOf(event, idOf('log')));
      const around = JSON.parse(Buffer.from(metadata as Uint8Array).toString('utf8'));
      return `${JSON.stringify({ stream: event.stream, id, type, data, metadata: around })}\n`;
    })
    .join('');
}
