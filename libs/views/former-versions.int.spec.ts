import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startEngines, type TestEngines } from '#embedded/testing/engines';
import { canonical } from '#log/contract/canonical';
import { Log } from '#log/log';
import { draftOf, idOf, sealed, type Told } from '../../test/support/events.ts';
import { type ReadSide, readSideOf } from '../../test/support/read-side.ts';
import { verify } from './verify.ts';

const [programme, trajectory, meeting] = ['programme', 'trajectory', 'meeting'].map(idOf) as [string, string, string];
const stream = `meeting-${meeting}`;
const subjects = [`programme:${programme}`, `meeting:${meeting}`] as const;

function of(name: string, content: Pick<Told, 'type' | 'data'>, more: Partial<Told> = {}): Told {
  const occurredOn = { precision: 'day', value: '2025-03-01' } as const;
  const around = { id: idOf(name), stream, at: '2025-03-01T10:00:00.000Z', subjects: [...subjects], occurredOn };
  return { ...around, ...content, ...more } as Told;
}

const planned = of('planned', {
  type: 'meeting.planned.v2',
  data: {
    meeting,
    programme,
    network: idOf('network'),
    kind: 'opening',
    title: 'Start',
    date: '2025-03-01',
    status: 'agreed',
  },
});

let engines: TestEngines;
let log: Log;
let side: ReadSide;

beforeAll(async () => {
  engines = await startEngines();
  log = await Log.connect(engines.node.connectionString, { purpose: 'example', now: () => '2025-01-01T00:00:00.000Z' });
  side = await readSideOf({ databaseUrl: engines.postgres.connectionString(), log });
  await side.startFolding();
}, 120_000);

afterAll(async () => {
  await side.stop();
  await log.close();
  await engines.stop();
}, 30_000);

/** Appends an event as an earlier release did: this one does not write its type any more. */
async function appendAsItWas(type: string, data: Record<string, unknown>): Promise<void> {
  const told = of('attended', { type: 'meeting.attendance-recorded.v2', data: { entries: [] } });
  const { envelope } = draftOf({ ...told, subjects: [...subjects, `trajectory:${trajectory}`] }, log.id);
  const client = EventStoreDBClient.connectionString(engines.node.connectionString);
  const metadata = new Uint8Array(Buffer.from(canonical(envelope), 'utf8'));
  await client.appendToStream(stream, [jsonEvent({ id: told.id, type, data, metadata })]);
  await client.dispose();
}

describe('an event that an earlier release wrote', () => {
  test('is seen as the newest version of its type, and stands in the index as it stands in the log', async () => {
    const entries = [{ trajectory, attendance: 'absent' }];
    await log.append(stream, -1, [draftOf(planned, log.id)]);
    await appendAsItWas('meeting.attendance-recorded.v1', { entries });
    const [, event] = await log.readStream(stream);
    expect(event).toMatchObject({
      type: 'meeting.attendance-recorded.v2',
      storedAs: 'meeting.attendance-recorded.v1',
      data: { entries: [{ trajectory, attendance: 'absent', roles: [] }] },
    });
    const seen = await side.views.meetings.get(meeting, { knownAt: { ordinal: 3 } });
    expect(seen.data?.attendance).toMatchObject([{ trajectory, attendance: 'absent', roles: [] }]);
    const stored = await side.views.db
      .selectFrom('views.entry')
      .select(['ordinal', 'type'])
      .orderBy('ordinal')
      .execute();
    expect(stored.map(({ type }) => type)).toEqual([
      'log.started.v1',
      'meeting.planned.v2',
      'meeting.attendance-recorded.v1',
    ]);
    const filter = { type: 'meeting.attendance-recorded.v2', minDays: 0 };
    const { data } = await side.views.lateFacts.everywhere({ filter }, { knownAt: { ordinal: 3 } });
    expect(data.items).toMatchObject([{ event: event?.id, type: 'meeting.attendance-recorded.v2' }]);
  });

  test('given a correction of another fact of its story, then it is folded again with it', async () => {
    const data = { ...planned.data, title: 'Opening' };
    const corrects = { event: planned.id, kind: 'correction', reason: sealed('the name') } as const;
    const correction = of('corrected', { type: 'meeting.planned.v2', data } as Pick<Told, 'type' | 'data'>, {
      corrects,
    });
    await log.append(stream, 1, [draftOf(correction, log.id)]);
    const seen = await side.views.meetings.get(meeting, { knownAt: { ordinal: 4 } });
    expect(seen.data).toMatchObject({ title: 'Opening', attendance: [{ trajectory, attendance: 'absent' }] });
    const { data: ofTrajectory } = await side.views.attendance.ofProgramme(programme, {}, { knownAt: { ordinal: 4 } });
    expect(ofTrajectory.items).toMatchObject([{ trajectory, absent: 1 }]);
  });

  test('given a correction of itself, then that stands in its place, and the views are those of the log', async () => {
    const entries = [{ trajectory, attendance: 'present' as const, roles: ['mayor'] }];
    const corrects = { event: idOf('attended'), kind: 'correction', reason: sealed('she was there') } as const;
    const told = { type: 'meeting.attendance-recorded.v2', data: { entries } } as const;
    const about = { subjects: [...subjects, `trajectory:${trajectory}` as const], corrects };
    await log.append(stream, 2, [draftOf(of('put right', told, about), log.id)]);
    const seen = await side.views.meetings.get(meeting, { knownAt: { ordinal: 5 } });
    expect(seen.data?.attendance).toMatchObject([{ trajectory, attendance: 'present', roles: ['mayor'] }]);
    const { differences, events } = await verify({ views: side.views });
    expect([differences, events]).toEqual([[], 5]);
  });
});
