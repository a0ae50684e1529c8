import { describe, expect, it } from '@jest/globals';
import { afterTheIntake, because, ids, networkWithPlaces, on, programme, trajectoryOf } from '../testing/fixtures.ts';
import { idNumber, Story } from '../testing/story.ts';
import type { TrajectoryState } from '../trajectory/state.ts';
import type { MeetingCommand } from './commands.ts';
import type { MeetingContext } from './context.ts';
import { meetingOf } from './course.ts';
import { meeting } from './decider.ts';
import type { KnownMeeting } from './state.ts';

const [one, two] = [trajectoryOf(1), trajectoryOf(2)];

const context: MeetingContext = {
  programme,
  network: networkWithPlaces(one),
  trajectories: new Map<string, TrajectoryState>([
    [one, afterTheIntake(1).state],
    [two, afterTheIntake(2).state],
  ]),
};

const plan: MeetingCommand = {
  type: 'plan-meeting',
  ...on('2025-10-01'),
  meeting: ids.meeting,
  programme: ids.programme,
  network: ids.network,
  kind: 'opening',
  title: 'Startbijeenkomst',
  date: '2025-11-12',
  status: 'provisional',
};
const agree = (date = '2025-11-12'): MeetingCommand => ({ type: 'agree-date', ...on('2025-10-10'), date });
const move = (to: string, from?: string, date = '2025-10-12'): MeetingCommand => ({
  type: 'move-meeting',
  ...on(date),
  to,
  ...(from ? { from } : {}),
  status: 'agreed',
  by: 'facilitator',
  reason: because,
});
const hold = (date = '2025-11-12'): MeetingCommand => ({ type: 'hold-meeting', ...on(date) });
const minuted = (reference: string, date = '2025-11-12') =>
  ({ ...hold(date), minutes: { reference } }) as MeetingCommand;
const cancel: MeetingCommand = { type: 'cancel-meeting', ...on('2025-10-11'), reason: because };
const attend = (
  entries: { trajectory: string; attendance: 'present' | 'excused' | 'absent'; roles?: string[] }[],
  date = '2025-11-12',
): MeetingCommand => ({ type: 'record-attendance', ...on(date), entries });
const present = (trajectory: string, ...roles: string[]) => ({ trajectory, attendance: 'present' as const, roles });

const story = (read = context) => new Story(meeting, read);
const agreed = () => story().given(plan, agree());
const held = () => agreed().given(hold());

describe('planning a meeting', () => {
  it('is of a network of the programme', () => {
    const told = story();
    expect(told.when(plan)).toEqual({ recorded: ['planned'], warned: [] });
    expect(told.history[0]?.subjects).toEqual([
      `programme:${ids.programme}`,
      `network:${ids.network}`,
      `meeting:${ids.meeting}`,
    ]);
    expect(told.when(plan)).toEqual({ refused: 'meeting-already-planned' });
  });

  it('can be of the whole programme, where anyone may be present', () => {
    const { network: _network, ...ofAll } = plan as Extract<MeetingCommand, { type: 'plan-meeting' }>;
    const told = story({ ...context, network: undefined });
    expect(told.when(ofAll)).toEqual({ recorded: ['planned'], warned: [] });
    told.given(agree(), hold());
    expect(told.when(attend([present(two)]))).toEqual({ recorded: ['attendance-recorded'], warned: [] });
    expect(told.history.at(-1)?.subjects).toEqual([
      `programme:${ids.programme}`,
      `meeting:${ids.meeting}`,
      `trajectory:${two}`,
    ]);
  });

  it('is refused for a network or programme that is not there', () => {
    expect(story().when({ ...plan, network: idNumber(9) } as MeetingCommand)).toEqual({ refused: 'network-unknown' });
    expect(story().when({ ...plan, programme: idNumber(9) } as MeetingCommand)).toEqual({
      refused: 'programme-unknown',
    });
    expect(story({ ...context, programme: { status: 'unknown' } }).when(plan)).toEqual({
      refused: 'programme-unknown',
    });
  });

  it('tells a date outside the programme', () => {
    expect(story().when({ ...plan, date: '2026-10-01' } as MeetingCommand)).toMatchObject({
      warned: ['outside-the-programme'],
    });
  });

  it('is asked before anything else', () => {
    for (const command of [agree(), move('2025-11-13'), hold(), cancel, attend([present(one)])]) {
      expect(story().when(command)).toEqual({ refused: 'meeting-unknown' });
    }
  });
});

describe('the date of a meeting', () => {
  it('is agreed, moved and agreed again', () => {
    const told = agreed();
    expect(told.when(move('2025-11-19'))).toEqual({ recorded: ['moved'], warned: [] });
    expect(told.history.at(-1)?.data).toMatchObject({ from: '2025-11-12', to: '2025-11-19', by: 'facilitator' });
    expect(told.state).toMatchObject({ date: '2025-11-19', dateStatus: 'agreed' });
  });

  it('is refused when nothing changes', () => {
    expect(agreed().when(agree())).toEqual({ refused: 'nothing-changed' });
    expect(agreed().when(move('2025-11-12'))).toEqual({ refused: 'nothing-changed' });
    expect(agreed().given(cancel).when(cancel)).toEqual({ refused: 'nothing-changed' });
  });

  it.each<[string, MeetingCommand[], MeetingCommand]>([
    ['agreed-on-another-date', [], agree('2025-11-13')],
    ['moved-from-another-date', [], move('2025-11-19', '2025-11-05')],
    ['outside-the-programme', [], move('2026-12-01')],
    ['was-cancelled', [cancel], move('2025-11-19')],
    ['was-held-already', [hold()], move('2025-11-19', undefined, '2025-11-13')],
    ['was-held-already', [hold()], { ...cancel, ...on('2025-11-13') }],
    ['was-held-already', [hold()], hold('2025-11-13')],
  ])('is told: %s', (warning, before, command) => {
    const came = story()
      .given(plan, ...before)
      .when(command);
    expect(came).toMatchObject({ warned: expect.arrayContaining([warning]) });
  });

  it('revives a meeting that was cancelled', () => {
    expect(agreed().given(cancel, move('2025-11-19')).state).toMatchObject({ status: 'planned', date: '2025-11-19' });
  });
});

describe('a fact that is recorded late', () => {
  it('does not put a newer move aside', () => {
    const told = agreed().given(move('2025-11-26', undefined, '2025-10-20'));
    expect(told.when(move('2025-11-19', undefined, '2025-10-15'))).toEqual({ recorded: ['moved'], warned: [] });
    expect(told.history.at(-1)?.data).toMatchObject({ from: '2025-11-12', to: '2025-11-19' });
    expect(told.state).toMatchObject({ date: '2025-11-26' });
    const { facts } = told.state as KnownMeeting;
    expect(meetingOf(facts, '2025-10-19')).toMatchObject({ date: '2025-11-19' });
    expect(meetingOf(facts, '2025-10-01')).toMatchObject({ date: '2025-11-12', dateStatus: 'provisional' });
    expect(meetingOf(facts, '2025-09-30')).toBeUndefined();
  });

  it('does not cancel a meeting that was given a date since, nor warns of what came later', () => {
    const told = agreed().given(move('2025-11-26', undefined, '2025-10-20'));
    expect(told.when({ ...cancel, ...on('2025-10-15') })).toEqual({ recorded: ['cancelled'], warned: [] });
    expect(told.state).toMatchObject({ status: 'planned', date: '2025-11-26' });
    expect(held().when(move('2025-11-19', undefined, '2025-10-11'))).toMatchObject({ warned: [] });
  });

  it('of a day before the plan does not go before the plan', () => {
    const told = story().given(plan, { type: 'agree-date', ...on('2025-09-28'), date: '2025-11-14' });
    expect(told.state).toMatchObject({ date: '2025-11-14', dateStatus: 'agreed' });
    expect(story().given(plan, { ...cancel, ...on('2025-09-28') }).state).toMatchObject({ status: 'cancelled' });
  });

  it('that says again what was the case changes nothing', () => {
    const told = agreed().given(move('2025-11-26', undefined, '2025-10-20'));
    expect(told.when({ type: 'agree-date', ...on('2025-10-15'), date: '2025-11-12' })).toEqual({
      refused: 'nothing-changed',
    });
  });
});

describe('a meeting of which only the month of a fact is known', () => {
  const inMonth = (value: string, command: MeetingCommand): MeetingCommand => ({
    ...command,
    occurredOn: { precision: 'month', value },
  });

  it('given a date that was agreed on the tenth, then a move of that month moves it from there', () => {
    const told = story().given(plan, { ...agree('2025-11-13'), ...on('2025-10-10') } as MeetingCommand);
    expect(told.when(inMonth('2025-10', move('2025-12-03', undefined, '2025-10-31')))).toEqual({
      recorded: ['moved'],
      warned: [],
    });
    expect(told.history.at(-1)?.data).toMatchObject({ from: '2025-11-13', to: '2025-12-03' });
    expect(told.state).toMatchObject({ date: '2025-12-03' });
  });

  it('given a day on which it was held, then that it was in that month tells nothing', () => {
    expect(held().when(inMonth('2025-11', hold('2025-11-30')))).toEqual({ refused: 'nothing-changed' });
    const minutes = { ...hold('2025-11-30'), minutes: { reference: 'Z-2025-1' } } as MeetingCommand;
    const inNovember = inMonth('2025-11', hold('2025-11-30'));
    const later = story().given(plan, inNovember, { ...agree('2025-11-13'), ...on('2025-11-20') } as MeetingCommand);
    expect(later.when(inNovember)).toEqual({ refused: 'nothing-changed' });
    const told = held();
    expect(told.when(inMonth('2025-11', minutes))).toEqual({ recorded: ['held'], warned: [] });
    expect(told.state).toMatchObject({ heldOn: '2025-11-12' });
  });
});

describe('holding a meeting', () => {
  it('is a fact, as planned or not', () => {
    expect(agreed().when(hold())).toEqual({ recorded: ['held'], warned: [] });
    expect(agreed().when(hold('2025-11-13'))).toMatchObject({ warned: ['meeting-held-on-another-day'] });
    expect(story().given(plan).when(hold())).toMatchObject({ warned: ['held-on-a-provisional-date'] });
    expect(agreed().given(cancel).when(hold())).toMatchObject({ warned: ['was-cancelled'] });
    expect(held().when(hold())).toEqual({ refused: 'nothing-changed' });
    const cancelledAfterwards = held().given({ ...cancel, ...on('2025-11-13') });
    expect(cancelledAfterwards.when(hold('2025-11-14'))).toMatchObject({
      recorded: ['held'],
      warned: ['was-cancelled', 'meeting-held-on-another-day'],
    });
  });

  it('gets its minutes afterwards, without a word; the same minutes are not told again', () => {
    const told = held();
    expect(told.when(minuted('Z-2025-1'))).toEqual({ recorded: ['held'], warned: [] });
    expect(told.history.at(-1)?.data).toEqual({ minutes: { reference: 'Z-2025-1' } });
    expect(told.when(minuted('Z-2025-1'))).toEqual({ refused: 'nothing-changed' });
    expect(told.when(hold())).toEqual({ refused: 'nothing-changed' });
    expect(told.when(minuted('Z-2025-2'))).toEqual({ recorded: ['held'], warned: [] });
    expect(told.state).toMatchObject({ status: 'held', heldOn: '2025-11-12' });
    expect(told.when(minuted('Z-2025-3', '2025-11-13'))).toMatchObject({
      warned: ['was-held-already', 'meeting-held-on-another-day'],
    });
  });
});

describe('attendance', () => {
  it('names the meeting and each trajectory', () => {
    const told = held();
    expect(told.when(attend([present(one), { trajectory: two, attendance: 'absent' }]))).toEqual({
      recorded: ['attendance-recorded'],
      warned: [],
    });
    expect(told.history.at(-1)?.subjects).toEqual([
      `programme:${ids.programme}`,
      `network:${ids.network}`,
      `meeting:${ids.meeting}`,
      `trajectory:${one}`,
      `trajectory:${two}`,
    ]);
  });

  it('tells in which roles they were at the table, also when that is told later', () => {
    const told = held().given(attend([present(one)]));
    expect(told.when(attend([present(one, 'hr-manager', 'portfolio-holder')]))).toEqual({
      recorded: ['attendance-recorded'],
      warned: ['attendance-replaced'],
    });
    expect(told.history.at(-1)).toMatchObject({
      type: 'meeting.attendance-recorded.v2',
      data: { entries: [{ trajectory: one, attendance: 'present', roles: ['hr-manager', 'portfolio-holder'] }] },
    });
    expect(told.when(attend([present(one, 'hr-manager', 'portfolio-holder')]))).toEqual({ refused: 'nothing-changed' });
    expect(held().when(attend([{ trajectory: one, attendance: 'absent', roles: ['hr-manager'] }]))).toMatchObject({
      warned: ['roles-of-who-was-not-there'],
    });
  });

  it('is refused twice in one record, of another programme, or without effect', () => {
    expect(held().when(attend([present(one), present(one)]))).toEqual({ refused: 'attendance-twice' });
    expect(held().when(attend([present(idNumber(9))]))).toEqual({ refused: 'attendance-elsewhere' });
    expect(
      held()
        .given(attend([present(one)]))
        .when(attend([present(one)])),
    ).toEqual({ refused: 'nothing-changed' });
  });

  it('is told when it comes early, of another day, over another record, or without a place', () => {
    expect(agreed().when(attend([present(one)]))).toMatchObject({ warned: ['attendance-before-it-was-held'] });
    expect(held().when(attend([present(one)], '2025-11-13'))).toMatchObject({ warned: ['attendance-of-another-day'] });
    expect(held().when(attend([present(two)]))).toMatchObject({ warned: ['present-without-a-place'] });
    const told = held().given(attend([present(one)]));
    expect(told.when(attend([{ trajectory: one, attendance: 'excused' }]))).toMatchObject({
      warned: ['attendance-replaced'],
    });
    expect(told.state).toMatchObject({ attendance: { [one]: { attendance: 'excused', roles: [] } } });
  });
});
