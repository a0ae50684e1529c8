import { expect, test } from '@jest/globals';
import type { Generation } from '../database/generations.ts';
import type { Reading } from './current-rows.ts';
import { RowSource } from './row-source.ts';
import { Versions } from './versions.ts';
import type { ViewDefinition } from './view-definition.ts';

const view: ViewDefinition = { name: 'any', version: 1, subject: 'trajectory', on: {} };
const generation: Generation = { id: 1, view, status: 'live', followed: true, inputs: [] };

/** What a batch does that makes these rows in a programme. */
function making(programme: string, rows: Readonly<Record<string, object>>): Versions {
  const versions = new Versions(generation, new Set());
  Object.entries(rows).forEach(([key, row], index) => {
    versions.before.set(key, undefined);
    const at = { ordinal: index + 1, programme, shard: 0, event: 'any' };
    versions.record({ kind: 'changed', key, row, columns: [] }, at);
  });
  for (const version of versions.made) version.size = JSON.stringify(version.row).length;
  return versions;
}

/** A connection on which every question is answered by `answer`, which counts them. */
function readingOf(answer: () => Promise<object[]>): Reading & { asked: number } {
  const reading = {
    asked: 0,
    query: async () => {
      reading.asked += 1;
      return { rows: await answer() };
    },
  };
  return reading as unknown as Reading & { asked: number };
}

test('given rows that are committed while a programme is read, then they are among its rows, though neither answer has them', async () => {
  const source = new RowSource(1_000_000);
  source.add([making('north', { new: { is: 'new' } })]);
  let answer: (rows: object[]) => void = () => undefined;
  const rows = new Promise<object[]>((resolve) => {
    answer = resolve;
  });
  const connection = readingOf(() => rows);
  const reading = source.readProgrammes(connection, generation, ['north']);
  source.written();
  answer([]);
  expect([...((await reading).get('north') ?? [])]).toEqual([['new', { is: 'new' }]]);
});

test('given a programme that outgrows the room there is, then it is not kept at hand', async () => {
  const source = new RowSource(10_000);
  const nothing = readingOf(async () => []);
  for (const programme of ['north', 'south']) await source.readProgrammes(nothing, generation, [programme]);
  for (let number = 0; number < 40; number += 1) {
    source.add([making('north', { [`row ${number}`]: { text: '.'.repeat(200) } })]);
    source.written();
  }
  expect(nothing.asked).toBe(2);
  await source.readProgrammes(nothing, generation, ['south']);
  expect(nothing.asked).toBe(3);
});
