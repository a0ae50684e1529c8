import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { itemFactTypes } from '#domain/dossier/kinds/index';
import { randomOf } from '#domain/testing/random-data';
import { canonical } from './canonical.ts';
import { decode, encode } from './codec.ts';
import type { Envelope } from './envelope.ts';

const id = '00000000-0000-4000-8000-000000000001';

const envelope: Envelope = {
  v: 1,
  log: id,
  programme: id,
  subjects: [`item:${id}`, `programme:${id}`],
  actor: id,
  role: 'lead',
  grant: 'test',
  command: { id, type: 'tell', digest: 'c'.repeat(64) },
  causation: id,
  correlation: id,
  recordedAt: '2025-10-15T08:30:00.000Z',
  release: '0.1.0',
  channel: { kind: 'api' },
  occurredOn: { precision: 'day', value: '2025-10-14' },
  publication: 'programme',
  retention: 'years-20',
};

const base64url = fc.stringMatching(/^[\w-]{1,24}$/);
const sealed = fc
  .record({ key: fc.uuid(), iv: base64url, data: base64url, tag: base64url })
  .map((text) => ({ $sealed: text }));

/** The bytes that go into the log, as they come out again. */
function throughTheLog(type: string, data: unknown) {
  const written = encode({ id, type, data, envelope });
  const bytes = Buffer.from(JSON.stringify(written.data));
  const event = {
    streamId: `item-${id}`,
    id,
    isJson: true as const,
    revision: 0n,
    type,
    created: new Date(0),
    data: JSON.parse(bytes.toString('utf8')),
    metadata: Buffer.from(written.metadata as Uint8Array),
    position: { commit: 1n, prepare: 1n },
  };
  return { bytes, read: decode({ event, commitPosition: 1n }) };
}

describe('what is told of an item of the dossier', () => {
  test.each([...itemFactTypes])('%s comes out of the log as it went in, in the same canonical bytes', (type, known) => {
    fc.assert(
      fc.property(randomOf(known.data, { text: sealed }), (data) => {
        const { bytes, read } = throughTheLog(type, data);
        expect(read).toMatchObject({ type, stream: `item-${id}`, envelope });
        expect(read.data).toEqual(data);
        expect(bytes.toString('utf8')).toBe(canonical(data));
        expect(throughTheLog(type, read.data).bytes.equals(bytes)).toBe(true);
      }),
      { numRuns: 10 },
    );
  });
});
