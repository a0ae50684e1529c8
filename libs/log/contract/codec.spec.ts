import { describe, expect, test } from '@jest/globals';
import { checkedDraft, type Draft, encode } from './codec.ts';
import { ContractViolation, UnknownEventType } from './errors.ts';

const id = '00000000-0000-4000-8000-000000000001';
const sealed = { $sealed: { key: id, iv: 'aXY', data: 'ZGF0YQ', tag: 'dGFn' } };

const paused: Draft = {
  id,
  type: 'trajectory.paused.v1',
  data: { reason: sealed, until: '2026-01-01' },
  envelope: {
    v: 1,
    log: id,
    programme: id,
    subjects: [`programme:${id}`, `trajectory:${id}`],
    actor: id,
    role: 'lead',
    grant: id,
    command: { id, type: 'pause', digest: 'c'.repeat(64) },
    causation: id,
    correlation: id,
    recordedAt: '2025-10-15T08:30:00.000Z',
    release: '0.1.0',
    channel: { kind: 'api' },
    occurredOn: { precision: 'month', value: '2025-10' },
    publication: 'programme',
    retention: 'years-20',
  },
};

describe('an event that goes into the log', () => {
  test('is written as canonical bytes', () => {
    const encoded = encode(paused);
    expect(Buffer.from(encoded.metadata as Uint8Array).toString()).toMatch(/^\{"actor":.*"v":1\}$/);
    expect(Object.keys(encoded.data as object)).toEqual(['reason', 'until']);
  });

  test.each([
    ['a field that its type does not know', { ...paused, data: { reason: sealed, mood: 'good' } }],
    ['a day that does not exist', { ...paused, data: { reason: sealed, until: '2026-02-30' } }],
    ['protected text in the clear', { ...paused, data: { reason: { $text: 'Ziekte' } } }],
    ['an envelope field that is not in the contract', { ...paused, envelope: { ...paused.envelope, mood: 'good' } }],
    ['a subject of no known kind', { ...paused, envelope: { ...paused.envelope, subjects: ['mood:good'] } }],
    ['no subject', { ...paused, envelope: { ...paused.envelope, subjects: [] } }],
    [
      'a moment without milliseconds',
      { ...paused, envelope: { ...paused.envelope, recordedAt: '2025-10-15T08:30:00Z' } },
    ],
  ])('is refused with %s', (_, draft) => {
    expect(() => encode(draft)).toThrow(ContractViolation);
  });

  test('is refused when the registry does not know its type', () => {
    expect(() => encode({ ...paused, type: 'trajectory.paused.v2' })).toThrow(UnknownEventType);
  });

  test('gets the defaults of its type, so that it is remembered as it will be read', () => {
    const draft = {
      ...paused,
      type: 'trajectory.question-brought-in.v1',
      data: { question: id, category: 'council', text: sealed },
    };
    expect(checkedDraft(draft).data).toHaveProperty('tags', []);
  });
});
