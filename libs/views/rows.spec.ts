import { describe, expect, test } from '@jest/globals';
import { commitmentOf } from '#domain/trajectory/commitment';
import { idOf, sealed, type Told } from '../../test/support/events.ts';
import { on, programme, rowOf, setUp } from '../../test/support/rows.ts';
import { commitmentView, evidenceOf } from './commitment/view.ts';
import { groupOn, groupView } from './group/view.ts';
import { meetingItemOf } from './meeting/item.ts';
import { isHeldByMonth } from './meeting/queries.ts';
import { meetingView } from './meeting/view.ts';
import { networkOn } from './network/state.ts';
import { networkView } from './network/view.ts';
import { programmeView } from './programme/view.ts';
import { itemOf } from './progress/item.ts';
import type { TrajectoryRow } from './progress/row.ts';
import { progressView } from './progress/view.ts';
import { emptyRegister } from './register/register.ts';

const [trajectory, other, network, meeting] = ['trajectory', 'other', 'network', 'meeting'].map(idOf);

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

describe('the last activity of a trajectory', () => {
  const support = idOf('support of the last activity');
  const asked = on(
    '2025-04-01',
    { type: 'trajectory.support-requested.v1', data: { support, request: sealed('?') } },
    about,
  );
  const completed = (day: string) => {
    const data = { item: idOf('module'), ...{ participants: 3 } };
    return on(day, { type: 'module.completed.v1', data }, `item:${idOf('module')}`, about);
  };

  test('given support that is only requested, then that is the last that happened', () => {
    const row = rowOf(progressView, trajectory, [asked]);
    expect(['2025-03-31', '2025-04-30'].map((day) => itemOn(row, day).lastActivityOn)).toEqual([null, '2025-04-01']);
  });

  test('given facts of the dossier, then each counts from its day on, also a second one about the same item', () => {
    const row = rowOf(progressView, trajectory, [asked, completed('2025-05-02'), completed('2025-06-03')]);
    const last = ['2025-05-01', '2025-05-02', '2025-06-30'].map((day) => itemOn(row, day).lastActivityOn);
    expect(last).toEqual(['2025-04-01', '2025-05-02', '2025-06-03']);
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

  test('given two confirmations, then each day has the evidence of the last one up to it, also when they are recorded late', () => {
    const confirmed = (day: string, reference: string) => of(day, 'confirmed', { evidence: { reference } });
    const late = [confirmed('2025-09-01', 'second'), confirmed('2025-06-01', 'first')];
    const { facts } = rowOf(commitmentView, key, [asked, given, ...late]);
    const until = (day: string) => evidenceOf(facts.filter((fact) => fact.on <= day));
    expect(['2025-05-31', '2025-06-01', '2025-09-01'].map(until)).toEqual([
      null,
      { reference: 'first' },
      { reference: 'second' },
    ]);
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

  test('given a place that is held for another than it is proposed to, then it is proposed again after that day', () => {
    const events = [
      opened,
      of('network.place-given.v1', { trajectory }),
      of('network.put-on-waiting-list.v1', { trajectory: other }),
      of('network.place-freed.v1', { trajectory, cause: 'stopped' }),
      of('network.place-proposed.v1', { trajectory: other, freedBy: trajectory }),
    ];
    const proposedOn = (day: string, ...more: typeof events) =>
      networkOn(rowOf(networkView, network, [...events, ...more]), day)?.proposals.map((p) => p.trajectory);
    const held = (one?: string) => of('network.place-held.v1', { trajectory: one, until: '2025-03-15' });
    const forAnother = held(idOf('another'));
    expect(proposedOn('2025-03-15', forAnother)).toEqual([]);
    expect(proposedOn('2025-03-16', forAnother)).toEqual([other]);
    expect(proposedOn('2025-03-15', held(other))).toEqual([other]);
    const gone = [forAnother, of('network.place-given.v1', { trajectory: idOf('another') })];
    const widened = of('network.places-changed.v1', { minimum: 1, target: 2, maximum: 2, reason: sealed('.') });
    expect(proposedOn('2025-03-16', ...gone, widened)).toEqual([]);
  });

  test('given an application after being turned away, then it is an application like any other, from that day on', () => {
    const applied = (day: string) => {
      const data = { programme, network, trajectory, organisation: idOf('organisation'), contactRole: 'contact' };
      return on(day, { type: 'trajectory.applied.v1', data }, about, `network:${network}`);
    };
    const turnedAway = [
      of('network.rejected.v1', { trajectory, reason: sealed('.') }),
      of('network.referred.v1', { trajectory: other, to: 'Netwerk Oost', reason: sealed('.') }),
    ];
    const anew = applied('2025-05-01');
    const row = rowOf(networkView, network, [applied('2025-02-20'), opened, ...turnedAway, anew]);
    expect(row).toMatchObject({ rejected: [], referred: [{ trajectory: other }] });
    expect(networkOn(row, '2025-04-30')).toMatchObject({ rejected: [{ trajectory }] });

    const retracted = {
      ...on('2025-05-02', { type: 'trajectory.fact-retracted.v1', data: {} }, about, `network:${network}`),
      corrects: { event: anew.id, kind: 'retraction', reason: sealed('.') },
    } as Told;
    const before = rowOf(networkView, network, [applied('2025-02-20'), opened, ...turnedAway, anew, retracted]);
    expect(before.rejected).toMatchObject([{ trajectory }]);
  });
});

describe('the row of a group', () => {
  const group = idOf('group');
  const decided = (day: string, what: string, data: object) =>
    on(day, { type: `group.${what}.v1`, data: { ...data, reason: sealed('.') } }, `group:${group}`, about);
  const composed = decided('2025-03-01', 'composed', {
    ...{ group, programme, network, kind: 'learning', name: 'Groep 1' },
    members: [trajectory],
  });
  const both = decided('2025-04-01', 'recomposed', { members: [trajectory, other] });
  const frozen = decided('2025-05-01', 'frozen', {});

  test('says by day who was in it, and whether that stood, in whatever order it is recorded', () => {
    const row = rowOf(groupView, group, [composed, frozen, both]);
    const then = (day: string) => groupOn(row, day);
    expect(then('2025-02-28')).toBeUndefined();
    expect(then('2025-03-31')).toMatchObject({ members: [trajectory], frozen: false, event: composed.id });
    expect(then('2025-04-30')).toMatchObject({ members: [trajectory, other], frozen: false, event: both.id });
    expect(then('2025-05-01')).toMatchObject({ members: [trajectory, other], frozen: true, event: both.id });
    expect(then('2025-05-01')).toEqual(row);
  });
});

describe('the row of a meeting', () => {
  const of = (day: string, type: string, data: object) => on(day, { type, data }, `meeting:${meeting}`);
  const planned = of('2025-03-01', 'meeting.planned.v2', {
    meeting,
    programme,
    network,
    kind: 'opening',
    title: 'Start',
    date: '2025-04-01',
    status: 'provisional',
  });
  const moved = (day: string, to: string) =>
    of(day, 'meeting.moved.v1', { from: '2025-04-01', to, status: 'agreed', by: 'lead', reason: sealed('.') });
  const cancelled = of('2025-03-10', 'meeting.cancelled.v1', { reason: sealed('.') });
  const itemOn = (events: readonly Told[], validOn: string) =>
    meetingItemOf(rowOf(meetingView, meeting, events), validOn);

  test('given a moved date, then the first date is kept', () => {
    const item = itemOn([planned, moved('2025-03-05', '2025-04-08')], '2025-03-31');
    expect(item).toMatchObject({ firstDate: '2025-04-01', date: '2025-04-08', status: 'agreed' });
    expect(item?.moves).toMatchObject([{ from: '2025-04-01', to: '2025-04-08', by: 'lead', on: '2025-03-05' }]);
  });

  test('given a cancelled meeting that gets a date again, then it is no longer cancelled', () => {
    expect(itemOn([planned, cancelled], '2025-03-31')?.cancelled).toEqual({ on: '2025-03-10', event: cancelled.id });
    const again = of('2025-03-12', 'meeting.date-agreed.v1', { date: '2025-05-06' });
    const revived = itemOn([planned, cancelled, again], '2025-03-31');
    expect(revived).toMatchObject({ date: '2025-05-06', status: 'agreed', cancelled: null });
    expect(itemOn([planned, cancelled, again], '2025-03-11')?.cancelled).not.toBeNull();
  });

  test('given a move that is recorded after a newer one, then the newer one stands', () => {
    const story = [planned, moved('2025-03-20', '2025-04-15'), moved('2025-03-05', '2025-04-08')];
    expect(itemOn(story, '2025-03-31')).toMatchObject({ date: '2025-04-15' });
    expect(itemOn(story, '2025-03-19')).toMatchObject({ date: '2025-04-08' });
    const row = rowOf(programmeView, programme, [setUp, ...story]);
    expect(row.meetings).toMatchObject([{ date: '2025-04-15', firstDate: '2025-04-01', cancelled: false }]);
  });

  test('given only the month in which it was held, then that is told of it, until the day is known', () => {
    const inApril = { occurredOn: { precision: 'month', value: '2025-04' } };
    const agreed = of('2025-04-05', 'meeting.date-agreed.v1', { date: '2025-04-08' });
    const held = { ...of('2025-04-30', 'meeting.held.v1', {}), ...inApril } as Told;
    const row = rowOf(meetingView, meeting, [planned, agreed, held]);
    expect(meetingItemOf(row, '2025-04-30')).toMatchObject({ state: 'held', date: '2025-04-08' });
    expect(isHeldByMonth(row, '2025-03-31')).toBe(false);
    expect(isHeldByMonth(row, '2025-04-30')).toBe(true);
    const known = rowOf(meetingView, meeting, [planned, of('2025-04-08', 'meeting.held.v1', {}), held]);
    expect(isHeldByMonth(known, '2025-04-30')).toBe(false);
    expect(rowOf(programmeView, programme, [setUp, planned, agreed, held]).meetings).toMatchObject([
      { date: '2025-04-08', heldOn: '2025-04-05', facts: [{}, { fact: 'date-agreed' }, { fact: 'held' }] },
    ]);
  });

  test('given an invitation that was answered in its month, then the answer came after it', () => {
    const item = idOf('invitation');
    const sent = on(
      '2025-03-10',
      { type: 'invitation.sent.v1', data: { item, programme, meeting, date: '2025-04-01', by: 'mail' } },
      `meeting:${meeting}`,
      `item:${item}`,
    );
    const answered = {
      ...on(
        '2025-03-31',
        { type: 'invitation.answered.v1', data: { trajectory, answer: 'comes' } },
        `meeting:${meeting}`,
        `item:${item}`,
      ),
      occurredOn: { precision: 'month', value: '2025-03' },
    } as Told;
    expect(itemOn([planned, sent, answered], '2025-03-31')?.invitations).toMatchObject([
      { item, answers: [{ on: '2025-03-10', answer: 'comes' }] },
    ]);
  });

  test('on a day before it was planned there is no such meeting', () => {
    expect(itemOn([planned], '2025-02-28')).toBeUndefined();
    expect(itemOn([planned], '2025-03-01')).toMatchObject({ date: '2025-04-01', heldOn: null, attendance: [] });
  });

  test('given attendance, then it is known from the day of the meeting on, with the roles at the table', () => {
    const entries = [{ trajectory, attendance: 'present', roles: ['mayor', 'adviser'] }];
    const attended = of('2025-04-01', 'meeting.attendance-recorded.v2', { entries });
    const held = of('2025-04-01', 'meeting.held.v1', { minutes: { reference: 'M-1' } });
    expect(itemOn([planned, held, attended], '2025-03-31')).toMatchObject({ attendance: [], heldOn: null });
    expect(itemOn([planned, held, attended], '2025-04-01')).toMatchObject({
      heldOn: '2025-04-01',
      minutes: { reference: 'M-1' },
      attendance: [{ trajectory, attendance: 'present', roles: ['mayor', 'adviser'], event: attended.id }],
    });
  });
});
