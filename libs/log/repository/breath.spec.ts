import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Breath } from './breath.ts';

test('what comes in the same breath begins together, in the order in which it came; what comes later begins in the next', async () => {
  const breath = new Breath();
  const course: string[] = [];
  async function work(name: string): Promise<void> {
    await breath.next();
    course.push(name);
  }
  const [one, two] = [work('one'), work('two')];
  await turn();
  const three = work('three');
  expect(course).toEqual([]);
  await Promise.all([one, two, three]);
  expect(course).toEqual(['one', 'two', 'three']);
  await Promise.all([work('four'), work('five')]);
  expect(course).toEqual(['one', 'two', 'three', 'four', 'five']);
});

test('work that begins may ask for the next breath', async () => {
  const breath = new Breath();
  await breath.next();
  await breath.next();
  await Promise.all([breath.next().then(() => breath.next()), breath.next()]);
  expect(breath).toHaveProperty('waiting', []);
});
