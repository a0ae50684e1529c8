import streams from '@eventstore/db-client/generated/streams_pb.js';
import { describe, expect, test } from '@jest/globals';
import { type AppendOutcome, encodeBatchAppendResponse } from '#embedded/node/protocol/append-response';
import { answerIn, appendRequest } from './wire.ts';

const day = 24 * 3_600_000;
const nobody = '00000000-0000-0000-0000-000000000000';

function answered(outcome: AppendOutcome) {
  const bytes = encodeBatchAppendResponse(nobody, 'trajectory-x', { kind: 'no-stream' }, outcome);
  return answerIn(streams.BatchAppendResp.deserializeBinary(bytes));
}

describe('an append of a copy', () => {
  test('is not refused by a server of which the clock is a day ahead', () => {
    const sent = Date.now();
    const deadline = appendRequest({ stream: 'trajectory-x', expected: -1 }, []).getOptions()?.getDeadline();
    expect(deadline?.toDate().getTime()).toBeGreaterThan(sent + day);
  });

  test('that the server did not do in time may be done yet, and is no refusal', () => {
    expect(answered({ kind: 'timeout' })).toEqual({ kind: 'late' });
    expect(answered({ kind: 'bad-request', message: 'no' })).toMatchObject({ kind: 'refused' });
    expect(answered({ kind: 'appended', revision: 3, position: 7 })).toEqual({ kind: 'appended', revision: 3 });
  });
});
