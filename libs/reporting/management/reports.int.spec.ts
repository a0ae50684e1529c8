import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OccurredOn } from '#domain/kernel/time';
import { regionalNetwork } from '#domain/template/regional-network';
import { dayOfMeeting } from '#views/meeting/day';
import type { AsOf } from '#views/query/as-of';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import type { ManagementReport } from './report.ts';
import { ManagementReports } from './reports.ts';

const programme = idOf('programme');
const [early, late] = ['early', 'late'].map(idOf) as [string, string];

let side: ReadSide;

beforeAll(async () => {
  side = await startReadSide();
  await side.startFolding();
}, 120_000);

afterAll(() => side.stop(), 30_000);

interface Happened {
  readonly type: string;
  readonly data: object;
  readonly occurredOn?: OccurredOn | undefined;
}

/** What is told of a programme; recorded on the day on which it happened unless it says otherwise. */
function told(name: string, recorded: string, event: Happened, subjects: readonly string[] = []): Told {
  return {
    id: idOf(name),
    stream: `programme-${programme}`,
    at: `${recorded}T10:00:00.000Z`,
    subjects: [`programme:${programme}`, ...subjects],
    ...event,
  } as Told;
}

const onDay = (value: string): OccurredOn => ({ precision: 'day', value });

const dates = { opensOn: '2025-01-01', from: '2025-01-01', until: '2026-03-01' };
const setUp = [
  told('set up', '2025-01-01', {
    type: 'programme.set-up.v1',
    data: { programme, name: 'Noord', client: idOf('client'), ...dates },
  }),
  told('adopted', '2025-01-01', { type: 'programme.template-adopted.v2', data: { template: regionalNetwork } }),
];

function applied(trajectory: string, day: string): Told {
  const data = {
    ...{ trajectory, programme, organisation: idOf(`organisation ${trajectory}`) },
    ...{ contactRole: 'contact', network: idOf('network') },
  };
  return told(`applied ${trajectory}`, day, { type: 'trajectory.applied.v1', occurredOn: onDay(day), data }, [
    `trajectory:${trajectory}`,
  ]);
}

function contact(name: string, recorded: string, occurredOn: OccurredOn, more: object = {}): Told {
  const data = { kind: 'phone', roles: ['lead'], summary: sealed('a call') };
  return told(name, recorded, { type: 'trajectory.contacted.v1', occurredOn, data, ...more }, [
    `trajectory:${early}`,
    `organisation:${idOf(`organisation ${early}`)}`,
  ]);
}

const corrects = (event: string, kind: 'correction' | 'retraction') => ({
  corrects: { event: idOf(event), kind, reason: sealed('it was otherwise') },
});

function meeting(name: string, recorded: string, type: string, more: Omit<Happened, 'type'>): Told {
  return told(`${name} ${type}`, recorded, { type: `meeting.${type}`, ...more }, [`meeting:${idOf(name)}`]);
}

function planned(name: string, date: string): Told {
  const data = { meeting: idOf(name), programme, kind: 'exchange', title: name, date, status: 'agreed' };
  return meeting(name, '2025-02-01', 'planned.v2', { data });
}

async function recorded(events: readonly Told[]): Promise<AsOf> {
  const minPosition = await side.record(events);
  const { ordinal } = await side.views.basis({ minPosition, waitMs: 20_000 }, 'everything');
  return { knownAt: { ordinal } };
}

async function reportOf(asOf: AsOf): Promise<ManagementReport> {
  const report = await new ManagementReports(side.views).report(programme, asOf);
  if (!report) throw new Error('The programme is not known');
  return report;
}

let then: AsOf;

describe('the management report', () => {
  beforeAll(async () => {
    then = await recorded([...setUp, applied(early, '2025-01-20'), applied(late, '2025-02-20')]);
  }, 60_000);

  test.each([
    ['before both', '2025-01-19', 0],
    ['between', '2025-02-19', 1],
    ['after both', '2025-02-20', 2],
  ])('given two applications, asked for a day %s, then it counts who the summary counts', async (_, validOn, count) => {
    const asOf = { ...then, validOn };
    const { data: summary } = await side.views.summaries.ofProgramme(programme, {}, asOf);
    const report = await reportOf(asOf);
    expect(report.trajectories).toHaveLength(count);
    expect(summary?.trajectories).toBe(count);
    expect(report.participation).toEqual(summary?.participation);
    expect(report.status).toEqual(summary?.status);
    const counted = Object.entries(report.commitments).filter(([, counts]) => Object.keys(counts).length > 0);
    expect(Object.fromEntries(counted)).toEqual(summary?.commitments);
  });

  test('says of what was recorded late what the list of late facts says', async () => {
    const asOf = await recorded([
      contact('stands', '2025-05-01', onDay('2025-03-01')),
      contact('taken back', '2025-05-02', onDay('2025-03-02')),
      contact('was in time', '2025-05-03', onDay('2025-03-03')),
      contact('was late after all', '2025-05-04', onDay('2025-05-04')),
      contact('by its month', '2025-05-05', { precision: 'month', value: '2025-03' }),
      contact('no contact', '2025-05-06', onDay('2025-05-06'), {
        ...{ type: 'trajectory.fact-retracted.v1', data: {}, occurredOn: undefined },
        ...corrects('taken back', 'retraction'),
      }),
      contact('in time', '2025-05-07', onDay('2025-05-01'), corrects('was in time', 'correction')),
      contact('late after all', '2025-05-08', onDay('2025-04-01'), corrects('was late after all', 'correction')),
    ]);
    for (const validOn of ['2025-03-15', '2025-05-08']) {
      const { recordedLate } = await reportOf({ ...asOf, validOn });
      const { data: list } = await side.views.lateFacts.ofProgramme(
        programme,
        { sort: 'recorded' },
        { ...asOf, validOn },
      );
      expect(recordedLate.map(({ ordinal, daysLate }) => [ordinal, daysLate])).toEqual(
        list.items.map(({ ordinal, days }) => [ordinal, days]),
      );
    }
    const { recordedLate } = await reportOf({ ...asOf, validOn: '2025-05-08' });
    expect(recordedLate).toMatchObject([
      { occurredOn: '2025-03-01', daysLate: 61, recordedAt: '2025-05-01T10:00:00.000Z' },
      { occurredOn: '2025-04-01', daysLate: 33, recordedAt: '2025-05-04T10:00:00.000Z' },
      { occurredOn: '2025-03', daysLate: 35, recordedAt: '2025-05-05T10:00:00.000Z' },
    ]);
  });

  test('has meetings by the day of the calendar: planned in the month in which one was held, that day', async () => {
    const asOf = await recorded([
      planned('by month', '2025-03-20'),
      planned('by day', '2025-03-31'),
      planned('cancelled', '2025-03-12'),
      meeting('by month', '2025-04-01', 'held.v1', { data: {}, occurredOn: { precision: 'month', value: '2025-03' } }),
      meeting('by day', '2025-04-01', 'held.v1', { data: {}, occurredOn: onDay('2025-03-10') }),
      meeting('cancelled', '2025-03-01', 'cancelled.v1', {
        ...{ data: { reason: sealed('nobody could come') }, occurredOn: onDay('2025-03-01') },
      }),
    ]);
    const { meetings } = await reportOf({ ...asOf, validOn: '2025-04-01' });
    expect(meetings.map(({ title, date, state }) => [title, date, state])).toEqual([
      ['by day', '2025-03-10', 'held'],
      ['cancelled', '2025-03-12', 'cancelled'],
      ['by month', '2025-03-20', 'held'],
    ]);
    const { data: calendar } = await side.views.meetings.calendar(programme, { ...asOf, validOn: '2025-04-01' });
    expect(calendar?.meetings.map(dayOfMeeting).sort()).toEqual(meetings.map(({ date }) => date));
  });

  test('given an application that was taken back, of which attendance is left, then it says whose it was', async () => {
    const gone = idOf('gone');
    const entries = [{ trajectory: gone, attendance: 'present', roles: [] }];
    const came = meeting('by day', '2025-06-02', 'attendance-recorded.v2', {
      ...{ data: { entries }, occurredOn: onDay('2025-06-02') },
    });
    const asOf = await recorded([
      applied(gone, '2025-06-01'),
      { ...came, subjects: [...came.subjects, `trajectory:${gone}`] },
      told(
        'taken back again',
        '2025-06-03',
        {
          ...{ type: 'trajectory.fact-retracted.v1', data: {} },
          ...corrects(`applied ${gone}`, 'retraction'),
        },
        [`trajectory:${gone}`],
      ),
    ]);
    const { trajectories } = await reportOf({ ...asOf, validOn: '2025-06-04' });
    const row = trajectories.find(({ trajectory }) => trajectory === gone);
    expect(row?.organisation).toBe(idOf(`organisation ${gone}`));
  });
});
