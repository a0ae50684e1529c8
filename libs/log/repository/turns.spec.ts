import { expect, test } from '@jest/globals';
import { Turns } from './turns.ts';

test('work on one key goes one after the other, in the order of asking, also after a failure; other keys do not wait', async () => {
  const turns = new Turns();
  const course: string[] = [];
  async function work(key: string, name: string): Promise<void> {
    await turns.enter(key);
    try {
      course.push(`${name} begins`);
      await Promise.resolve();
      if (name === 'one') throw new Error('it failed');
    } finally {
      course.push(`${name} ends`);
      turns.leave(key);
    }
  }
  const all = await Promise.allSettled([work('a', 'one'), work('a', 'two'), work('a', 'three'), work('b', 'other')]);
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  const ofA = course.filter((step) => !step.startsWith('other'));
  expect(ofA).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends']);
  expect(course.indexOf('other begins')).toBeLessThan(course.indexOf('two begins'));
  expect(turns.enter('a')).toBeUndefined();
});

test('there are many while work on more than one key is under way, however much waits for one of them', () => {
  const turns = new Turns();
  turns.enter('a');
  void turns.enter('a');
  expect(turns.areMany).toBe(false);
  turns.enter('b');
  expect(turns.areMany).toBe(true);
  turns.leave('b');
  expect(turns.areMany).toBe(false);
});
