import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { describe, expect, test } from '@jest/globals';
import type { RecordedEvent } from '../event.ts';
import { decodeAppend, decodeBatchAppend } from './append-request.ts';
import { encodeAppendResponse, encodeBatchAppendResponse } from './append-response.ts';
import { CAUGHT_UP, encodeCheckpoint, encodeConfirmation, encodeEvent, encodeStreamNotFound } from './read-response.ts';
import { varintSize, WireReader, WireWriter } from './wire.ts';

/** The generated classes are the reference: what one side writes, the other must read. */
const ID = '0197a3c2-6f1e-7bd0-b3d4-9f3f3a3d2c01';

function uuid(): InstanceType<typeof shared.UUID> {
  return new shared.UUID().setString(ID);
}

function identifier(name: string): InstanceType<typeof shared.StreamIdentifier> {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(name).toString('base64'));
}

function bytesOf(message: { serializeBinary(): Uint8Array }): Buffer {
  return Buffer.from(message.serializeBinary());
}

describe('numbers on the wire', () => {
  test.each([0, 1, 127, 128, 300, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 40 + 5, Number.MAX_SAFE_INTEGER])(
    '%d',
    (value) => {
      const { buffer } = new WireWriter(varintSize(value)).varint(value);
      expect(new WireReader(buffer).varint()).toBe(value);
      expect(new WireReader(buffer).bigVarint()).toBe(BigInt(value));
    },
  );

  test('that are cut off are refused', () => {
    expect(() => new WireReader(Buffer.from([0x80])).varint()).toThrow(RangeError);
    const reader = new WireReader(Buffer.from([0x0a, 5, 1]));
    reader.next();
    expect(() => reader.bytes()).toThrow(RangeError);
  });
});

describe('an append request', () => {
  test('in a batch', () => {
    const message = new streams.BatchAppendReq.ProposedMessage().setId(uuid()).setData(Buffer.from('{"a":1}'));
    message.getMetadataMap().set('type', 'noted.v1').set('content-type', 'application/json');
    const options = new streams.BatchAppendReq.Options()
      .setStreamIdentifier(identifier('België'))
      .setStreamPosition('41');
    const request = new streams.BatchAppendReq().setCorrelationId(uuid()).setOptions(options).setIsFinal(true);
    request.setProposedMessagesList([message]);
    expect(decodeBatchAppend(bytesOf(request))).toEqual({
      correlationId: ID,
      options: { stream: 'België', expected: { kind: 'revision', revision: 41 }, deadline: null },
      events: [{ id: ID, type: 'noted.v1', isJson: true, data: Buffer.from('{"a":1}'), metadata: Buffer.alloc(0) }],
      isFinal: true,
    });
  });

  test('as a call of its own, with an id in two halves', () => {
    const halves = new shared.UUID.Structured()
      .setMostSignificantBits(BigInt.asIntN(64, 0x0197a3c26f1e7bd0n).toString())
      .setLeastSignificantBits(BigInt.asIntN(64, 0xb3d49f3f3a3d2c01n).toString());
    const message = new streams.AppendReq.ProposedMessage().setId(new shared.UUID().setStructured(halves));
    message.getMetadataMap().set('type', 't').set('content-type', 'application/octet-stream');
    const decoded = decodeAppend(bytesOf(new streams.AppendReq().setProposedMessage(message)));
    expect(decoded).toMatchObject({ kind: 'event', event: { id: ID, isJson: false } });
    const options = new streams.AppendReq.Options()
      .setStreamIdentifier(identifier('s'))
      .setNoStream(new shared.Empty());
    expect(decodeAppend(bytesOf(new streams.AppendReq().setOptions(options)))).toEqual({
      kind: 'options',
      options: { stream: 's', expected: { kind: 'no-stream' }, deadline: null },
    });
  });

  test('without a type or with a wrong id is refused', () => {
    const bare = new streams.AppendReq.ProposedMessage().setId(uuid());
    expect(() => decodeAppend(bytesOf(new streams.AppendReq().setProposedMessage(bare)))).toThrow('content-type');
    const wrong = new streams.AppendReq.ProposedMessage().setId(new shared.UUID().setString('x'));
    expect(() => decodeAppend(bytesOf(new streams.AppendReq().setProposedMessage(wrong)))).toThrow('UUID');
  });
});

describe('an append response', () => {
  test('of success', () => {
    const outcome = { kind: 'appended', revision: 7, position: 2 ** 40 } as const;
    const batch = streams.BatchAppendResp.deserializeBinary(encodeBatchAppendResponse(ID, 's', null, outcome));
    expect(batch.getCorrelationId()?.getString()).toBe(ID);
    expect(batch.getSuccess()?.getCurrentRevision()).toBe('7');
    expect(batch.getSuccess()?.getPosition()?.getCommitPosition()).toBe(String(2 ** 40));
    const unary = streams.AppendResp.deserializeBinary(encodeAppendResponse({ kind: 'any' }, outcome));
    expect(unary.getSuccess()?.getCurrentRevision()).toBe('7');
  });

  test('of a wrong expectation', () => {
    const outcome = { kind: 'wrong-expected-version', current: -1 } as const;
    const unary = streams.AppendResp.deserializeBinary(
      encodeAppendResponse({ kind: 'revision', revision: 3 }, outcome),
    );
    expect(unary.getWrongExpectedVersion()?.hasCurrentNoStream()).toBe(true);
    expect(unary.getWrongExpectedVersion()?.getExpectedRevision()).toBe('3');
  });
});

describe('a read response', () => {
  const event: RecordedEvent = {
    id: ID,
    stream: 'België',
    type: 'gemeld.v1',
    isJson: true,
    revision: 300,
    position: 2 ** 41,
    created: 1_764_000_000_123,
    data: Buffer.from('{"é":1}'),
    metadata: Buffer.from('{}'),
  };

  test.each([false, true])('with an event (id in halves: %s)', (structured) => {
    const read = streams.ReadResp.deserializeBinary(encodeEvent(event, structured)).getEvent();
    const recorded = read?.getEvent();
    expect(read?.getCommitPosition()).toBe(String(2 ** 41));
    expect(recorded?.getId()?.hasStructured()).toBe(structured);
    if (!structured) expect(recorded?.getId()?.getString()).toBe(ID);
    expect(Buffer.from(recorded?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe('België');
    expect(recorded?.getStreamRevision()).toBe('300');
    expect(recorded?.getPreparePosition()).toBe(String(2 ** 41));
    expect(Buffer.from(recorded?.getData_asU8() ?? []).toString()).toBe('{"é":1}');
    expect(Buffer.from(recorded?.getCustomMetadata_asU8() ?? []).toString()).toBe('{}');
    expect(Object.fromEntries(recorded?.getMetadataMap().getEntryList() ?? [])).toEqual({
      type: 'gemeld.v1',
      'content-type': 'application/json',
      created: '17640000001230000',
    });
  });

  test('without one', () => {
    const decode = (bytes: Buffer): InstanceType<typeof streams.ReadResp> => streams.ReadResp.deserializeBinary(bytes);
    expect(decode(encodeConfirmation('id')).getConfirmation()?.getSubscriptionId()).toBe('id');
    expect(decode(encodeCheckpoint(9)).getCheckpoint()?.getCommitPosition()).toBe('9');
    expect(decode(encodeStreamNotFound('s')).hasStreamNotFound()).toBe(true);
    expect(decode(CAUGHT_UP).hasCaughtUp()).toBe(true);
  });
});
