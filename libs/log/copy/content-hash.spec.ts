import { describe, expect, test } from '@jest/globals';
import { ContentHash } from './content-hash.ts';
import type { RawEvent } from './raw-event.ts';
import { runs } from './runs.ts';

const event: RawEvent = {
  stream: 'trajectory-a',
  revision: 0,
  id: '01970000-0000-7000-8000-000000000001',
  type: 'noted.v1',
  isJson: true,
  data: Buffer.from('{"n":1}'),
  metadata: Buffer.from('{}'),
  position: 10n,
};

function hashOf(...events: readonly RawEvent[]): string {
  const hash = new ContentHash();
  for (const each of events) hash.add(each);
  return hash.digest();
}

describe('the hash of the contents of a log', () => {
  test.each<[string, Partial<RawEvent>]>([
    ['stream', { stream: 'trajectory-b' }],
    ['revision', { revision: 1 }],
    ['id', { id: '01970000-0000-7000-8000-000000000002' }],
    ['type', { type: 'noted.v2' }],
    ['kind', { isJson: false }],
    ['data', { data: Buffer.from('{"n": 1}') }],
    ['metadata', { metadata: Buffer.alloc(0) }],
    ['border between data and metadata', { data: Buffer.from('{"n":1}{'), metadata: Buffer.from('}') }],
  ])('given another %s, then it is another', (_, other) => {
    expect(hashOf({ ...event, ...other })).not.toBe(hashOf(event));
  });

  test('given another order, then it is another; given another position, then it is the same', () => {
    const next = { ...event, revision: 1 };
    expect(hashOf(event, next)).not.toBe(hashOf(next, event));
    expect(hashOf({ ...event, position: 999n })).toBe(hashOf(event));
  });

  test('is what it was in earlier releases, so that two releases can be compared', () => {
    expect(hashOf(event)).toBe('85343af57e76fbd677b82dff548d6cdd210d02f8ea1835b75b470ac2ca091b66');
  });
});

describe('what goes together in one append', () => {
  async function places(...events: readonly Partial<RawEvent>[]): Promise<string[][]> {
    async function* all(): AsyncGenerator<RawEvent> {
      for (const each of events) yield { ...event, ...each };
    }
    const found: string[][] = [];
    for await (const run of runs(all())) found.push(run.map(({ stream, revision }) => `${stream}@${revision}`));
    return found;
  }

  test('given events of one stream that follow each other, then they do; an event of another stream parts them', async () => {
    const [a, b] = [{ stream: 'a' }, { stream: 'b' }];
    const found = await places({ ...a, revision: 0 }, { ...a, revision: 1 }, b, { ...a, revision: 2 });
    expect(found).toEqual([['a@0', 'a@1'], ['b@0'], ['a@2']]);
  });

  test('given a gap in a stream, then it parts them', async () => {
    expect(await places({ revision: 0 }, { revision: 2 })).toHaveLength(2);
  });

  test('given large events, then each append stays below what a server takes', async () => {
    const large = { data: Buffer.alloc(300 * 1024) };
    expect(await places({ ...large, revision: 0 }, { ...large, revision: 1 }, { revision: 2 })).toEqual([
      ['trajectory-a@0'],
      ['trajectory-a@1', 'trajectory-a@2'],
    ]);
  });
});
