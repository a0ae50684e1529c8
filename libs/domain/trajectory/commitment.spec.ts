import { describe, expect, it } from '@jest/globals';
import { regionalNetwork } from '../template/regional-network.ts';
import { afterTheIntake, because, day, on, programme, trajectoryOf } from '../testing/fixtures.ts';
import { type CommitmentFact, commitmentOf, commitmentTable } from './commitment.ts';
import type { CommitmentCommand } from './commitment-commands.ts';
import { outOfOrder } from './out-of-order.ts';

const layer = 'council';
const reason = because;

const ask = (date: string, due = '2025-12-01'): CommitmentCommand => ({
  type: 'ask-commitment',
  ...on(date),
  layer,
  due,
});
const agenda = (date: string): CommitmentCommand => ({
  type: 'put-commitment-on-agenda',
  ...on(date),
  layer,
  on: '2025-11-20',
});
const give = (date: string): CommitmentCommand => ({ type: 'give-commitment', ...on(date), layer });
const giveWithReservation = (date: string): CommitmentCommand => ({
  type: 'give-commitment',
  ...on(date),
  layer,
  reservation: { reason, decisionExpectedOn: '2026-01-15' },
});
const confirm = (date: string): CommitmentCommand => ({
  type: 'confirm-commitment',
  ...on(date),
  layer,
  evidence: { reference: 'RB-2025-117' },
});
const refuse = (date: string): CommitmentCommand => ({ type: 'refuse-commitment', ...on(date), layer, reason });
const press = (date: string): CommitmentCommand => ({
  type: 'put-commitment-under-pressure',
  ...on(date),
  layer,
  reason,
});
const relieve = (date: string): CommitmentCommand => ({ type: 'relieve-commitment-pressure', ...on(date), layer });
const question = (date: string): CommitmentCommand => ({
  type: 'put-commitment-in-question',
  ...on(date),
  layer,
  cause: 'election',
  due: '2026-06-01',
});
const lapse = (date: string): CommitmentCommand => ({ type: 'lapse-commitment', ...on(date), layer, reason });
const withdraw = (date: string): CommitmentCommand => ({ type: 'withdraw-commitment', ...on(date), layer, reason });
const end = (date: string): CommitmentCommand => ({ type: 'end-commitment', ...on(date), layer });
const moveDue = (date: string, to: string, from?: string): CommitmentCommand => ({
  type: 'move-commitment-due',
  ...on(date),
  layer,
  to,
  ...(from ? { from } : {}),
  reason,
});

const story = () => afterTheIntake();
const now = (told: ReturnType<typeof story>) =>
  told.state.status === 'known' ? commitmentOf(told.state.commitments[layer] ?? []) : undefined;

describe('the commitment of a layer', () => {
  it.each<[string, CommitmentCommand[], object]>([
    ['asked', [ask('2025-10-01')], { step: 'asked', due: '2025-12-01' }],
    ['on the agenda', [ask('2025-10-01'), agenda('2025-10-02')], { step: 'on-agenda', due: '2025-12-01' }],
    ['given', [ask('2025-10-01'), agenda('2025-10-02'), give('2025-10-03')], { step: 'given' }],
    [
      'given with a reservation',
      [ask('2025-10-01'), giveWithReservation('2025-10-03')],
      { step: 'given-with-reservation', decisionExpectedOn: '2026-01-15' },
    ],
    ['confirmed', [ask('2025-10-01'), give('2025-10-03'), confirm('2025-10-04')], { step: 'confirmed' }],
    ['ended', [ask('2025-10-01'), give('2025-10-03'), confirm('2025-10-04'), end('2025-10-05')], { step: 'ended' }],
    ['refused', [ask('2025-10-01'), refuse('2025-10-03')], { step: 'refused' }],
    ['under pressure', [ask('2025-10-01'), give('2025-10-03'), press('2025-10-04')], { step: 'under-pressure' }],
    [
      'confirmed again when the pressure is gone',
      [ask('2025-10-01'), give('2025-10-02'), confirm('2025-10-03'), press('2025-10-04'), relieve('2025-10-05')],
      { step: 'confirmed' },
    ],
    [
      'to be reconfirmed after an election',
      [ask('2025-10-01'), give('2025-10-03'), question('2025-10-04')],
      { step: 'in-question', cause: 'election', due: '2026-06-01' },
    ],
    [
      'lapsed',
      [ask('2025-10-01'), give('2025-10-03'), question('2025-10-04'), lapse('2025-10-05')],
      { step: 'lapsed' },
    ],
    [
      'reconfirmed',
      [ask('2025-10-01'), give('2025-10-03'), question('2025-10-04'), confirm('2025-10-05')],
      { step: 'confirmed' },
    ],
    ['withdrawn', [ask('2025-10-01'), give('2025-10-03'), withdraw('2025-10-04')], { step: 'withdrawn' }],
    ['asked by a later date', [ask('2025-10-01'), moveDue('2025-10-02', '2026-01-01')], { due: '2026-01-01' }],
  ])('is %s', (_name, commands, commitment) => {
    const told = story();
    for (const command of commands) expect(told.when(command)).toMatchObject({ warned: [] });
    expect(now(told)).toMatchObject(commitment);
    expect(told.history.at(-1)?.subjects).toContain(`commitment:${trajectoryOf(1)}/council`);
  });

  it.each<[string, CommitmentCommand[], CommitmentCommand]>([
    ['commitment-asked-before', [ask('2025-10-01')], ask('2025-10-02')],
    ['commitment-on-agenda-without-being-asked', [], agenda('2025-10-02')],
    ['commitment-given-without-being-asked', [], give('2025-10-02')],
    ['commitment-confirmed-without-being-given', [], confirm('2025-10-02')],
    ['commitment-refused-without-being-asked', [], refuse('2025-10-02')],
    ['commitment-under-pressure-without-being-given', [], press('2025-10-02')],
    ['commitment-relieved-without-pressure', [], relieve('2025-10-02')],
    ['commitment-in-question-without-being-given', [], question('2025-10-02')],
    ['commitment-lapsed-without-being-in-question', [], lapse('2025-10-02')],
    ['commitment-withdrawn-without-being-given', [], withdraw('2025-10-02')],
    ['commitment-ended-without-being-confirmed', [], end('2025-10-02')],
    ['commitment-due-moved-while-none-was-due', [], moveDue('2025-10-02', '2026-01-01', '2025-12-01')],
    ['due-before-it-was-asked', [], ask('2025-10-02', '2025-10-01')],
    ['moved-from-another-date', [ask('2025-10-01')], moveDue('2025-10-02', '2026-01-01', '2025-11-01')],
  ])('is recorded against the table: %s', (warning, before, command) => {
    expect(
      story()
        .given(...before)
        .when(command),
    ).toMatchObject({ warned: [warning] });
  });

  it.each<[string, CommitmentCommand[]]>([
    ['given, when a reservation is lifted', [ask('2025-10-01'), giveWithReservation('2025-10-03'), give('2025-10-20')]],
    ['confirmed under pressure', [ask('2025-10-01'), give('2025-10-03'), press('2025-10-04'), confirm('2025-10-05')]],
    [
      'confirmed again by way of the agenda',
      [ask('2025-10-01'), give('2025-10-03'), question('2025-10-04'), agenda('2025-10-05'), confirm('2025-11-20')],
    ],
    [
      'lapsed after it was on the agenda to be confirmed again',
      [ask('2025-10-01'), give('2025-10-03'), question('2025-10-04'), agenda('2025-10-05'), lapse('2025-11-20')],
    ],
    [
      'ended under pressure, when it was confirmed',
      [ask('2025-10-01'), give('2025-10-03'), confirm('2025-10-04'), press('2025-10-05'), end('2025-10-06')],
    ],
    ['on another agenda', [ask('2025-10-01'), agenda('2025-10-02'), { ...agenda('2025-10-05'), on: '2025-12-01' }]],
    [
      'refused when it had to be confirmed again',
      [ask('2025-10-01'), give('2025-10-03'), question('2025-10-04'), refuse('2025-10-05')],
    ],
  ] as [string, CommitmentCommand[]][])('is %s, and nothing untrue is said of it', (_name, commands) => {
    const told = story();
    for (const command of commands) expect(told.when(command)).toMatchObject({ warned: [] });
  });

  it('stays in question, or under pressure, until what is on the agenda has been discussed', () => {
    const doubted = story().given(ask('2025-10-01'), give('2025-10-03'), question('2025-10-04'), agenda('2025-10-05'));
    const before = { step: 'in-question', cause: 'election', due: '2026-06-01' };
    expect(now(doubted)).toEqual({ step: 'on-agenda', agendaOn: '2025-11-20', due: '2026-06-01', before });
    const pressed = story().given(ask('2025-10-01'), confirm('2025-10-03'), press('2025-10-04'), agenda('2025-10-05'));
    expect(pressed.when(relieve('2025-10-06'))).toMatchObject({ warned: [] });
    expect(now(pressed)).toMatchObject({ step: 'on-agenda', before: { step: 'confirmed' } });
    pressed.given(press('2025-10-07'));
    const under = { step: 'under-pressure', before: { step: 'confirmed' } };
    expect(now(pressed)).toEqual({ step: 'on-agenda', agendaOn: '2025-11-20', due: undefined, before: under });
  });

  it('is not given by pressure on what was only asked, and keeps its agenda and its term', () => {
    const told = story().given(ask('2025-10-01'), agenda('2025-10-02'));
    const before = now(told);
    expect(told.when(press('2025-10-03'))).toMatchObject({ warned: ['commitment-under-pressure-without-being-given'] });
    told.given(relieve('2025-10-04'));
    expect(now(told)).toEqual(before);
    expect(before).toMatchObject({ step: 'on-agenda', agendaOn: '2025-11-20', due: '2025-12-01' });
    const given = story().given(ask('2025-10-01'), give('2025-10-02'), agenda('2025-10-03'), press('2025-10-04'));
    const under = { step: 'under-pressure', before: { step: 'given' } };
    expect(now(given)).toMatchObject({ step: 'on-agenda', agendaOn: '2025-11-20', before: under });
  });

  it('is moved from the date that stood on the day of the move, however late that is recorded', () => {
    const told = story().given(ask('2025-10-01'), moveDue('2025-11-10', '2026-02-01'));
    expect(told.when(moveDue('2025-10-15', '2026-01-01', '2025-12-01'))).toMatchObject({ warned: [] });
    const late = story().given(ask('2025-10-01'), moveDue('2025-11-10', '2026-02-01'), give('2025-11-20'));
    expect(late.when(moveDue('2025-10-15', '2026-01-01'))).toMatchObject({ warned: [] });
    expect(late.history.at(-1)?.data).toMatchObject({ from: '2025-12-01', to: '2026-01-01' });
  });

  it('is refused for a layer that the programme does not have', () => {
    expect(story().when({ ...give('2025-10-02'), layer: 'neighbours' })).toEqual({ refused: 'layer-unknown' });
  });

  it('is of a layer that is called like something every object has, where a template has such a one', () => {
    const layers = [{ key: 'constructor', label: { nl: 'Bouw', en: 'Construction' } }];
    const told = story();
    told.context = { ...told.context, programme: { ...programme, template: { ...regionalNetwork, layers } } };
    const of = (command: CommitmentCommand) => ({ ...command, layer: 'constructor' });
    expect(told.when(of(ask('2025-10-01')))).toMatchObject({ warned: [] });
    expect(told.when(of(give('2025-10-02')))).toMatchObject({ warned: [] });
  });

  it('is refused when nothing changes, or a date moves that is not known', () => {
    const told = story().given(ask('2025-10-01'));
    expect(told.when(ask('2025-10-01'))).toEqual({ refused: 'nothing-changed' });
    expect(told.when(moveDue('2025-10-02', '2025-12-01'))).toEqual({ refused: 'nothing-changed' });
    expect(story().when(moveDue('2025-10-02', '2025-12-01'))).toEqual({ refused: 'from-unknown' });
  });

  it('can come under pressure, be relieved and come under pressure again on one day', () => {
    const told = story().given(ask('2025-10-01'), give('2025-10-02'), press('2025-11-20'));
    expect(told.when(press('2025-11-20'))).toEqual({ refused: 'nothing-changed' });
    told.given(relieve('2025-11-20'));
    expect(told.when(press('2025-11-20'))).toEqual({ recorded: ['commitment-put-under-pressure'], warned: [] });
    expect(now(told)).toMatchObject({ step: 'under-pressure' });
  });

  it.each([
    ['', []],
    [', also while it is on the agenda', [agenda('2026-03-20')]],
  ])('must be confirmed again by the day that was set, whatever pressure comes and goes meanwhile%s', (_how, then) => {
    const told = story().given(give('2026-01-10'), question('2026-03-18'), ...then);
    const before = now(told);
    expect(told.when(press('2026-04-01'))).toMatchObject({ warned: ['commitment-under-pressure-while-in-question'] });
    expect(now(told)).toEqual(before);
    told.given(relieve('2026-04-10'));
    expect(now(told)).toEqual(before);
    expect(now(told)).toMatchObject({ due: '2026-06-01' });
  });

  it('is where the facts led by their own dates, however late they are recorded', () => {
    const told = story().given(ask('2025-10-01'), confirm('2025-11-20'));
    told.given({ ...give('2025-12-20'), occurredOn: day('2025-11-01') });
    expect(now(told)).toMatchObject({ step: 'confirmed' });
  });
});

describe('the table of commitment', () => {
  it('has a sentence for every fact that does not follow it', () => {
    for (const { otherwise } of Object.values(commitmentTable)) expect(outOfOrder(otherwise).nl).not.toBe('');
  });

  it('keeps what was given under the pressure of a second fact', () => {
    const facts: CommitmentFact[] = [
      { on: '2025-10-01', fact: 'given', decisionExpectedOn: '2026-01-15' },
      { on: '2025-10-02', fact: 'put-under-pressure' },
      { on: '2025-10-03', fact: 'put-under-pressure' },
      { on: '2025-10-04', fact: 'pressure-relieved' },
    ];
    expect(commitmentOf(facts)).toMatchObject({ step: 'given-with-reservation' });
    expect(commitmentOf(facts.slice(1))).toEqual({ step: 'not-asked' });
    expect(commitmentOf(facts, '2025-10-02')).toMatchObject({ step: 'under-pressure' });
  });
});
