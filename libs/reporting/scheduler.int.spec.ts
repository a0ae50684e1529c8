import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Content, New } from '#domain/kernel/event';
import { subject } from '#domain/kernel/subject';
import type { AnyEvent } from '#domain/registry';
import { regionalNetwork } from '#domain/template/regional-network';
import { startEngines, type TestEngines } from '#embedded/testing/engines';
import { Log } from '#log/log';
import type { Folding } from '#views/engine/worker';
import { shardOf } from '#views/index/shards';
import { idOf, sealed, type Told } from '../../test/support/events.ts';
import { type ReadSide, readSideOf } from '../../test/support/read-side.ts';
import { asJson } from './management/formats.ts';
import { ManagementReports } from './management/reports.ts';
import { ReportScheduler } from './scheduler.ts';

const programme = idOf('programme');
const schedule = idOf('schedule');
const inProgramme = subject('programme', programme);

let engines: TestEngines;
let log: Log;
let side: ReadSide;
let folding: Folding;
let schedulers: readonly ReportScheduler[];

beforeAll(async () => {
  engines = await startEngines();
  log = await Log.connect(engines.node.connectionString, {
    purpose: 'production',
    now: () => '2025-01-01T00:00:00.000Z',
  });
  const databaseUrl = engines.postgres.connectionString();
  side = await readSideOf({ databaseUrl, log });
  folding = await side.startFolding();
  const { views } = side;
  const open = () => ReportScheduler.open({ databaseUrl, views, reports: new ManagementReports(views) });
  schedulers = await Promise.all([open(), open()]);
}, 120_000);

afterAll(async () => {
  await Promise.all(schedulers.map((scheduler) => scheduler.close()));
  await side.stop();
  await log.close();
  await engines.stop();
}, 30_000);

function told(at: string, stream: string, event: Omit<New<AnyEvent & Content>, 'subjects'>, more: string[] = []): Told {
  const subjects = [inProgramme, ...more];
  return { ...event, id: idOf(`${at} ${event.type}`), stream, at, subjects } as Told;
}

/** Set up and scheduled on 10 January: on the first of every month at seven. */
const beginning: readonly Told[] = [
  told('2025-01-10T08:00:00.000Z', `programme-${programme}`, {
    type: 'programme.set-up.v1',
    data: {
      programme,
      name: 'Noord',
      client: idOf('client'),
      opensOn: '2025-01-10',
      from: '2025-03-01',
      until: '2026-03-01',
    },
  }),
  told('2025-01-10T08:00:01.000Z', `programme-${programme}`, {
    type: 'programme.template-adopted.v2',
    data: { template: regionalNetwork },
  }),
  told(
    '2025-01-10T08:00:02.000Z',
    `programme-${programme}`,
    {
      type: 'programme.report-scheduled.v1',
      data: { schedule, report: 'management', every: 'month', day: 1, time: '07:00' },
    },
    [subject('report-schedule', schedule)],
  ),
];

/** Another programme, set up and scheduled in the same way at that moment. */
function another(name: string, at: string, ownSchedule: string = idOf(`${name} schedule`)): Told[] {
  const [setUp, adopted, scheduled] = beginning;
  if (setUp?.type !== 'programme.set-up.v1' || scheduled?.type !== 'programme.report-scheduled.v1' || !adopted)
    throw new Error('The beginning is another');
  const own = idOf(`${name} programme`);
  const subjects = [subject('programme', own)];
  const ofOwn = (event: Told) => ({ id: idOf(`${name} ${event.id}`), stream: `programme-${own}`, subjects, at });
  return [
    { ...setUp, ...ofOwn(setUp), data: { ...setUp.data, programme: own, name: 'Aanloop' } },
    { ...adopted, ...ofOwn(adopted) },
    {
      ...{ ...scheduled, ...ofOwn(scheduled), data: { ...scheduled.data, schedule: ownSchedule } },
      subjects: [...subjects, subject('report-schedule', ownSchedule)],
    },
  ];
}

function application(name: string, at: string): Told {
  const trajectory = idOf(name);
  const organisation = idOf(`organisation ${name}`);
  const data = { trajectory, programme, organisation, contactRole: 'contact', network: idOf('network') };
  const event = { type: 'trajectory.applied.v1', data } as const;
  const occurredOn = { precision: 'day', value: at.slice(0, 10) } as const;
  return { ...told(at, `trajectory-${trajectory}`, event, [subject('trajectory', trajectory)]), occurredOn };
}

/** Records, and waits until the views have it. */
async function record(...events: readonly Told[]): Promise<void> {
  const minPosition = await side.record(events);
  await side.views.basis({ minPosition, waitMs: 20_000 }, 'everything');
}

async function runDue(now: string): Promise<string[]> {
  const made = await Promise.all(schedulers.map((scheduler) => scheduler.runDue(now)));
  return made.flat().map(({ due }) => due);
}

async function participationIn(due: string): Promise<unknown> {
  const bytes = await schedulers[0]?.bytes({ programme, schedule, due });
  return bytes && (JSON.parse(bytes.toString('utf8')) as { participation: unknown }).participation;
}

describe('scheduled reports', () => {
  test('given it was down for months, when two look at once, then each report is made once, as known when it was due', async () => {
    await record(
      ...beginning,
      application('one', '2025-01-20T09:00:00.000Z'),
      application('two', '2025-02-20T09:00:00.000Z'),
    );
    const made = await runDue('2025-03-02T00:00:00.000Z');
    expect(made.toSorted()).toEqual(['2025-02-01T06:00:00.000Z', '2025-03-01T06:00:00.000Z']);
    expect(await participationIn('2025-02-01T06:00:00.000Z')).toEqual({ applied: 1 });
    expect(await participationIn('2025-03-01T06:00:00.000Z')).toEqual({ applied: 2 });
    expect(await runDue('2025-03-02T00:00:00.000Z')).toEqual([]);
  });

  test('given a report that was made, when it is asked again for its ordinal and day, then it is the same bytes', async () => {
    const [run] = (await schedulers[0]?.runs(programme)) ?? [];
    const asOf = { knownAt: { ordinal: run?.ordinal ?? 0 }, validOn: '2025-02-01' };
    const again = await new ManagementReports(side.views).report(programme, asOf);
    const kept = await schedulers[0]?.bytes({ programme, schedule, due: run?.due ?? '' });
    expect(again && asJson(again)).toBe(kept?.toString('utf8'));
  });

  test('given it is just due, when what was on its way may still come in, then it waits', async () => {
    expect(await runDue('2025-04-01T05:01:59.000Z')).toEqual([]);
    expect(await runDue('2025-04-01T05:02:00.000Z')).toEqual(['2025-04-01T05:00:00.000Z']);
  });

  test('given views that are behind the log, when a report is due, then it is made once they have caught up', async () => {
    await folding.stop();
    const minPosition = await side.record([application('three', '2025-04-20T09:00:00.000Z')]);
    expect(await runDue('2025-05-02T00:00:00.000Z')).toEqual([]);
    folding = await side.startFolding();
    await side.views.basis({ minPosition, waitMs: 20_000 }, 'everything');
    expect(await runDue('2025-05-02T00:00:00.000Z')).toEqual(['2025-05-01T05:00:00.000Z']);
    expect(await participationIn('2025-05-01T05:00:00.000Z')).toEqual({ applied: 3 });
  });

  test('given a programme whose views are stuck, then the others still get their reports', async () => {
    const stuck = idOf('stuck programme');
    await record(...another('stuck', '2025-05-10T08:00:00.000Z'));
    const real = new ManagementReports(side.views);
    const scheduler = await ReportScheduler.open({
      databaseUrl: engines.postgres.connectionString(),
      views: side.views,
      reports: {
        report: async (id, asOf) => {
          if (id === stuck) throw new Error('the views are stuck');
          return real.report(id, asOf);
        },
      },
    });
    await expect(scheduler.runDue('2025-06-02T00:00:00.000Z')).rejects.toThrow('the views are stuck');
    const made = (await scheduler.runs(programme)).map(({ due }) => due);
    expect(made).toContain('2025-06-01T05:00:00.000Z');
    await scheduler.close();
  });

  test('given a shard that stands still, then a programme that was set up after that, in another shard, gets its reports', async () => {
    const holder = new pg.Client(engines.postgres.connectionString());
    await holder.connect();
    const [still, newer] = [idOf('still programme'), idOf('newer programme')];
    expect(new Set([still, newer, programme, undefined].map(shardOf)).size).toBe(4);
    await holder.query('BEGIN');
    await holder.query('SELECT FROM views.progress WHERE shard = $1 FOR UPDATE', [shardOf(still)]);
    await side.record(another('still', '2025-06-10T08:00:00.000Z'));
    const minPosition = await side.record(another('newer', '2025-06-11T08:00:00.000Z'));
    await side.views.basis({ minPosition, waitMs: 20_000 }, { programme: newer });
    await schedulers[0]?.runDue('2025-07-02T00:00:00.000Z').catch(() => undefined);
    expect((await schedulers[0]?.runs(newer))?.map(({ due }) => due)).toEqual(['2025-07-01T05:00:00.000Z']);
    await holder.query('ROLLBACK');
    await holder.end();
  });

  test('given a schedule that was removed just after its moment, then the report of before is made, and none of after', async () => {
    const [own, ownSchedule] = [idOf('ended programme'), idOf('ended schedule')];
    const at = '2025-08-01T05:00:30.000Z';
    const removed = { type: 'programme.report-unscheduled.v1', data: { schedule: ownSchedule } } as const;
    const subjects = [subject('programme', own), subject('report-schedule', ownSchedule)];
    await record(...another('ended', '2025-07-10T08:00:00.000Z'), {
      ...told(at, `programme-${own}`, removed),
      subjects,
    });
    await runDue('2025-10-02T00:00:00.000Z');
    expect((await schedulers[0]?.runs(own))?.map(({ due }) => due)).toEqual(['2025-08-01T05:00:00.000Z']);
  });

  test('given two programmes of an earlier release with a schedule of one id, then each gets its own report', async () => {
    const shared = idOf('shared schedule');
    const client = new pg.Client(engines.postgres.connectionString());
    await client.connect();
    await client.query('ALTER TABLE reporting.run DROP CONSTRAINT run_pkey, ADD PRIMARY KEY (schedule, due)');
    await client.end();
    const { views } = side;
    const databaseUrl = engines.postgres.connectionString();
    const scheduler = await ReportScheduler.open({ databaseUrl, views, reports: new ManagementReports(views) });
    await record(
      ...another('first', '2025-11-10T08:00:00.000Z', shared),
      ...another('second', '2025-11-11T08:00:00.000Z', shared),
    );
    await scheduler.runDue('2025-12-02T00:00:00.000Z');
    const due = '2025-12-01T06:00:00.000Z';
    for (const own of [idOf('first programme'), idOf('second programme')]) {
      expect((await scheduler.runs(own)).map((run) => run.due)).toEqual([due]);
      const bytes = await scheduler.bytes({ programme: own, schedule: shared, due });
      expect(bytes?.toString('utf8')).toContain(own);
    }
    await scheduler.close();
  });
});

describe('the report of a past day', () => {
  test('given a network that was opened after it and widened later, then it has the networks and places of that day', async () => {
    const network = idOf('network of the past day');
    const decided = (day: string, event: Omit<New<AnyEvent & Content>, 'subjects'>) => ({
      ...told('2025-07-01T09:00:00.000Z', `network-${network}`, event, [subject('network', network)]),
      id: idOf(`${day} ${event.type}`),
      occurredOn: { precision: 'day', value: day } as const,
    });
    const sizes = { minimum: 1, target: 2 };
    await record(
      decided('2025-02-10', {
        type: 'network.opened.v1',
        data: { network, programme, name: 'Drenthe', region: 'Drenthe', ...sizes, maximum: 2 },
      }),
      decided('2025-03-10', {
        type: 'network.place-held.v1',
        data: { trajectory: idOf('one'), until: '2025-03-20' },
      }),
      decided('2025-04-10', { type: 'network.places-changed.v1', data: { ...sizes, maximum: 5, reason: sealed('.') } }),
    );
    const reports = new ManagementReports(side.views);
    const networksOn = async (validOn: string) => (await reports.report(programme, { validOn }))?.networks ?? [];
    expect(await networksOn('2025-02-09')).toEqual([]);
    expect((await networksOn('2025-03-01')).map(({ free }) => free)).toEqual([2]);
    expect((await networksOn('2025-03-20')).map(({ free }) => free)).toEqual([1]);
    expect((await networksOn('2025-03-21')).map(({ free }) => free)).toEqual([2]);
    expect((await networksOn('2025-05-01')).map(({ free }) => free)).toEqual([5]);
  });
});
