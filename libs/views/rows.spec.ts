import { describe, expect, test } from '@jest/globals';
import { commitmentOf } from '#domain/trajectory/commitment';
import { idOf, loggedOf, sealed, type Told } from '../../test/support/events.ts';
import { commitmentView } from './commitment/view.ts';
import { foldWhole } from './engine/fold.ts';
import type { ViewDefinition } from './engine/view-definition.ts';
import { meetingView } from './meeting/view.ts';
import { networkView } from './network/view.ts';
import { itemOf } from './progress/item.ts';
import type { TrajectoryRow } from './progress/row.ts';
import { progressView } from './progress/view.ts';
import { emptyRegister } from './register/register.ts';

const [trajectory, other, network, meeting] = ['trajectory', 'other', 'network', 'meeting'].map(idOf);
const programme = idOf('programme');
let count = 0;

/** An event on that day, with these subjects. */
function on(day: string, content: object, ...subjects: string[]): Told {
  count += 1;
  const told: object = {
    id: idOf(`row ${count}`),
    stream: 'any',
    at: `${day}T10:00:00.000Z`,
    occurredOn: { precision: 'day', value: day },
    subjects: [`programme:${programme}`, ...subjects],
    ...content,
  };
  return told as Told;
}

function rowOf<Row>(view: ViewDefinition<Row>, key: string | undefined, events: readonly Told[]): Row {
  const row = foldWhole(
    view as ViewDefinition,
    events.map((event, i) => loggedOf(event, { revision: i, position: BigInt(i) })),
  ).get(key ?? '');
  if (!row) throw new Error('There is no such row');
  return row as Row;
}

const about = `trajectory:${trajectory}`;
const itemOn = (row: TrajectoryRow, validOn: string) =>
  itemOf(row, { register: emptyRegister, networks: new Map(), programme: undefined, validOn });

describe('the row of a trajectory', () => {
  const held = on('2025-03-10', { type: 'trajectory.intake-held.v1', data: {} }, about);
  const late = on(
    '2025-02-20',
    { type: 'trajectory.contacted.v1', data: { kind: 'visit', roles: ['mayor'], summary: sealed('.') } },
    about,
  );

  test('given a contact that is recorded late, then it takes its place by the day on which it happened', () => {
    const first = { ...late, id: idOf('first contact'), occurredOn: { precision: 'day', value: '2025-03-01' } } as Told;
    const row = rowOf(progressView, trajectory, [held, first, late]);
    expect(row.contacts.map(({ on: day }) => day)).toEqual(['2025-02-20', '2025-03-01']);
    expect(itemOn(row, '2025-02-25').lastContact?.on).toBe('2025-02-20');
  });

  test('on a day before the intake it is not known to be held', () => {
    const row = rowOf(progressView, trajectory, [held]);
    expect(itemOn(row, '2025-03-09').participation).toBeNull();
    expect(itemOn(row, '2025-03-10').participation).toEqual({ step: 'intake-held' });
  });

  test('holds no protected text', () => {
    const judged = on(
      '2025-04-01',
      { type: 'trajectory.lead-judged.v1', data: { judgement: 'behind', reason: sealed('why') } },
      about,
    );
    expect(JSON.stringify(rowOf(progressView, trajectory, [late, judged]))).not.toContain('$sealed');
  });

  test('given support, then planned and delivered minutes are added up to that day', () => {
    const support = idOf('support');
    const of = (day: string, type: string, data: object) => on(day, { type, data: { support, ...data } }, about);
    const row = rowOf(progressView, trajectory, [
      of('2025-04-01', 'trajectory.support-requested.v1', { request: sealed('?') }),
      of('2025-04-05', 'trajectory.support-matched.v1', { expert: idOf('expert'), plannedMinutes: 600 }),
      of('2025-04-10', 'trajectory.support-delivered.v1', { minutes: 120 }),
      of('2025-05-10', 'trajectory.support-delivered.v1', { minutes: 90 }),
    ]);
    expect(itemOn(row, '2025-04-30').support).toEqual({ plannedMinutes: 600, deliveredMinutes: 120 });
    expect(itemOn(row, '2025-05-31').support).toEqual({ plannedMinutes: 600, deliveredMinutes: 210 });
  });
});

describe('the row of a commitment', () => {
  const key = `${trajectory}/council`;
  const of = (day: string, what: string, data: object) =>
    on(
      day,
      { type: `trajectory.commitment-${what}.v1`, data: { layer: 'council', ...data } },
      about,
      `commitment:${key}`,
    );
  const asked = of('2025-03-01', 'asked', { due: '2025-04-01' });
  const given = of('2025-03-20', 'given', {});

  test('says by day where it was', () => {
    const { facts } = rowOf(commitmentView, key, [asked, given]);
    expect(commitmentOf(facts, '2025-03-19')).toEqual({ step: 'asked', due: '2025-04-01' });
    expect(commitmentOf(facts, '2025-03-20')).toEqual({ step: 'given' });
  });

  test('given a corrected request, then the first due date is gone and the id of the fact stays', () => {
    const corrected = {
      ...of('2025-03-01', 'asked', { due: '2025-05-01' }),
      corrects: { event: asked.id, kind: 'correction', reason: sealed('typing error') },
    } as Told;
    const { facts } = rowOf(commitmentView, key, [asked, corrected]);
    expect(facts).toEqual([{ on: '2025-03-01', fact: 'asked', due: '2025-05-01', event: asked.id }]);
  });
});

describe('the row of a network', () => {
  const of = (type: string, data: object) => on('2025-03-01', { type, data }, `network:${network}`);
  const opened = of('network.opened.v1', {
    network,
    programme,
    name: 'Noord',
    region: 'Noord',
    minimum: 1,
    target: 1,
    maximum: 1,
  });

  test('given a freed place, then the first in line is proposed and keeps waiting until the lead decides', () => {
    const events = [
      opened,
      of('network.place-given.v1', { trajectory }),
      of('network.put-on-waiting-list.v1', { trajectory: other }),
      of('network.place-freed.v1', { trajectory, cause: 'stopped' }),
      of('network.place-proposed.v1', { trajectory: other, freedBy: trajectory }),
    ];
    const proposed = rowOf(networkView, network, events);
    expect(proposed).toMatchObject({
      places: [],
      waiting: [{ trajectory: other }],
      proposals: [{ freedBy: trajectory }],
    });
    const filled = rowOf(networkView, network, [...events, of('network.place-given.v1', { trajectory: other })]);
    expect(filled).toMatchObject({ places: [{ trajectory: other }], waiting: [], proposals: [] });
  });
});

describe('the row of a meeting', () => {
  const of = (type: string, data: object) => on('2025-03-01', { type, data }, `meeting:${meeting}`);

  test('given a moved date, then the first date is kept', () => {
    const planned = {
      meeting,
      programme,
      network,
      kind: 'opening',
      title: 'Start',
      date: '2025-04-01',
      status: 'provisional',
    };
    const row = rowOf(meetingView, meeting, [
      of('meeting.planned.v1', planned),
      of('meeting.moved.v1', {
        from: '2025-04-01',
        to: '2025-04-08',
        status: 'agreed',
        by: 'lead',
        reason: sealed('.'),
      }),
    ]);
    expect(row).toMatchObject({ firstDate: '2025-04-01', date: '2025-04-08', status: 'agreed' });
    expect(row.moves).toHaveLength(1);

    const cancelled = of('meeting.cancelled.v1', { reason: sealed('.') });
    expect(rowOf(meetingView, meeting, [of('meeting.planned.v1', planned), cancelled]).cancelled).not.toBeNull();
    const again = of('meeting.date-agreed.v1', { date: '2025-05-06' });
    const revived = rowOf(meetingView, meeting, [of('meeting.planned.v1', planned), cancelled, again]);
    expect(revived).toMatchObject({ date: '2025-05-06', status: 'agreed', cancelled: null });
  });
});
