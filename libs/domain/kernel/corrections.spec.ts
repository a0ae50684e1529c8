import { describe, expect, it } from '@jest/globals';
import { checkMeetingFact } from '../meeting/correction.ts';
import { meeting } from '../meeting/decider.ts';
import {
  afterTheIntake,
  at,
  because,
  day,
  ids,
  networkStory,
  networkWithPlaces,
  on,
  programme,
  text,
  trajectoryContext,
  trajectoryOf,
} from '../testing/fixtures.ts';
import { came, idNumber, refusalOf, Story } from '../testing/story.ts';
import type { TrajectoryCommand } from '../trajectory/commands.ts';
import { checkTrajectoryFact } from '../trajectory/correction.ts';
import { type CorrectionCommand, decideCorrection } from './corrections.ts';
import { inPlace, type Recorded } from './event.ts';

const reason = text('In het verslag stond een andere datum.');
const context = { programme, check: checkTrajectoryFact(trajectoryContext) };

const correct = (event: string, data: unknown, date = '2025-09-15', recorded = '2025-10-20'): CorrectionCommand => ({
  type: 'correct-fact',
  ...at(recorded),
  event,
  data,
  occurredOn: day(date),
  reason,
});
const retract = (event: string): CorrectionCommand => ({ type: 'retract-fact', ...at('2025-10-21'), event, reason });

const ask: TrajectoryCommand = { type: 'ask-commitment', ...on('2025-09-20'), layer: 'council', due: '2025-12-01' };

function told() {
  const story = afterTheIntake().given(ask);
  const idOf = (type: string) => story.history.find((event) => event.type === `trajectory.${type}.v1`)?.id ?? '';
  return { history: story.history as Recorded[], idOf };
}

/** The history with what a correction brought forth. */
function withCorrection(history: readonly Recorded[], command: CorrectionCommand): Recorded[] {
  const decision = decideCorrection(command, history, context);
  if (decision.outcome === 'refused') throw new Error(decision.refusal.code);
  return [...history, ...decision.events.map((e, i) => ({ ...e, id: idNumber(800 + i), recordedAt: command.at }))];
}

describe('correcting a fact', () => {
  it('records it again, whole, in the place of the first', () => {
    const { history, idOf } = told();
    const decision = decideCorrection(correct(idOf('intake-held'), {}, '2025-09-16'), history, context);
    expect(came(decision)).toEqual({ recorded: ['intake-held'], warned: [] });
    expect(decision).toMatchObject({
      events: [{ corrects: { event: idOf('intake-held'), kind: 'correction', reason }, occurredOn: day('2025-09-16') }],
    });
    const corrected = withCorrection(history, correct(idOf('intake-held'), {}, '2025-09-16'));
    expect(inPlace(corrected)[2]).toMatchObject({ id: idOf('intake-held'), occurredOn: day('2025-09-16') });
  });

  it('is corrected again by the fact or by the correction, always as the first fact', () => {
    const { history, idOf } = told();
    const once = withCorrection(history, correct(idOf('intake-held'), {}, '2025-09-16'));
    const again = decideCorrection(correct(once.at(-1)?.id ?? '', {}, '2025-09-17'), once, context);
    expect(again).toMatchObject({ events: [{ corrects: { event: idOf('intake-held') } }] });
    expect(came(decideCorrection(correct(idOf('intake-held'), {}, '2025-09-16'), once, context))).toEqual({
      refused: 'nothing-changed',
    });
    expect(came(decideCorrection(correct(idOf('intake-held'), {}, '2025-09-15'), once, context))).toMatchObject({
      recorded: ['intake-held'],
    });
  });

  it.each<[string, string, unknown, string]>([
    ['fact-not-found', 'nothing', {}, '2025-09-16'],
    ['nothing-changed', 'intake-held', {}, '2025-09-15'],
    ['in-the-future', 'intake-held', {}, '2025-10-21'],
    ['before-the-programme', 'intake-held', {}, '2025-05-31'],
    ['invalid-correction', 'intake-held', { remark: 'x' }, '2025-09-16'],
    ['identity-changed', 'commitment-asked', { layer: 'officials', due: '2025-12-01' }, '2025-09-20'],
  ])('is refused: %s', (code, fact, data, date) => {
    const { history, idOf } = told();
    const event = idOf(fact) === '' ? idNumber(9) : idOf(fact);
    expect(came(decideCorrection(correct(event, data, date), history, context))).toEqual({ refused: code });
  });

  it('is refused with a name that no view can hold', () => {
    const change = { name: 'Wijken', stage: 'idea', ownerRole: 'alderman' } as const;
    const story = afterTheIntake().given({ type: 'bring-in-local-change', ...on('2025-09-20'), ...change });
    const brought = story.history.at(-1)?.id ?? '';
    for (const name of ['Wijken\0', 'Wijken\ud800']) {
      const decision = decideCorrection(correct(brought, { ...change, name }, '2025-09-20'), story.history, context);
      expect(refusalOf(decision)).toMatchObject({ code: 'invalid-correction', fields: ['data.name'] });
    }
  });

  it('is refused with a day that no calendar has and no view can hold', () => {
    const { history, idOf } = told();
    const wrong = correct(idOf('commitment-asked'), { layer: 'council', due: '0000-01-01' }, '2025-09-20');
    expect(refusalOf(decideCorrection(wrong, history, context))).toMatchObject({
      code: 'invalid-correction',
      fields: ['data.due'],
    });
    const story = afterTheIntake().given({
      type: 'give-commitment',
      ...on('2025-09-20'),
      layer: 'council',
      reservation: { reason, decisionExpectedOn: '2025-12-01' },
    });
    const given = story.history.at(-1);
    const deep = { layer: 'council', reservation: { reason: text('0000-01-01'), decisionExpectedOn: '0000-12-31' } };
    expect(
      refusalOf(decideCorrection(correct(given?.id ?? '', deep, '2025-09-20'), story.history, context)).fields,
    ).toEqual(['data.reservation.decisionExpectedOn']);
  });

  it('names the fields that are wrong', () => {
    const { history, idOf } = told();
    const wrong = { layer: 'council', due: 'soon', extra: true };
    expect(refusalOf(decideCorrection(correct(idOf('commitment-asked'), wrong), history, context)).fields).toEqual([
      'data.due',
      'data',
    ]);
  });

  it('is held against the trade as the fact itself was', () => {
    const { history, idOf } = told();
    const applied = history[0]?.data as object;
    const network = idNumber(9);
    expect(came(decideCorrection(correct(idOf('applied'), { ...applied, network }), history, context))).toEqual({
      refused: 'identity-changed',
    });
    const question = { question: idNumber(40), category: 'role-of-the-council', tags: [], text: because };
    const story = afterTheIntake().given({ type: 'bring-in-question', ...on('2025-09-20'), ...question });
    const brought = story.history.at(-1)?.id ?? '';
    const other = (category: string) => correct(brought, { ...question, category }, '2025-09-20');
    expect(came(decideCorrection(other('gardening'), story.history, context))).toEqual({ refused: 'category-unknown' });
    expect(came(decideCorrection(other('digital-participation'), story.history, context))).toMatchObject({
      recorded: ['question-brought-in'],
    });
    const passed = afterTheIntake().given({ type: 'pass-on', ...on('2025-09-20'), successor: ids.groningen });
    const to = correct(passed.history.at(-1)?.id ?? '', { successor: idNumber(9) }, '2025-09-20');
    expect(came(decideCorrection(to, passed.history, context))).toEqual({ refused: 'organisation-unknown' });
  });

  it('cannot make an organisation apply before it existed', () => {
    const { history, idOf } = told();
    const young = new Map(trajectoryContext.register.organisations);
    const assen = young.get(ids.assen);
    if (assen) young.set(ids.assen, { ...assen, validFrom: '2025-08-01' });
    const register = { ...trajectoryContext.register, organisations: young };
    const check = checkTrajectoryFact({ ...trajectoryContext, register });
    const earlier = correct(idOf('applied'), history[0]?.data, '2025-07-31');
    expect(came(decideCorrection(earlier, history, { programme, check }))).toEqual({
      refused: 'organisation-did-not-exist',
    });
  });
});

describe('retracting a fact', () => {
  it('leaves it out of the history, with a reason', () => {
    const { history, idOf } = told();
    const decision = decideCorrection(retract(idOf('commitment-asked')), history, context);
    expect(decision).toMatchObject({
      events: [{ type: 'trajectory.fact-retracted.v1', data: {}, corrects: { kind: 'retraction' } }],
    });
    const gone = withCorrection(history, retract(idOf('commitment-asked')));
    expect(gone.at(-1)?.subjects).toContain(`commitment:${trajectoryOf(1)}/council`);
    expect(inPlace(gone)).toEqual(history.slice(0, -1));
  });

  it('is final', () => {
    const { history, idOf } = told();
    const gone = withCorrection(history, retract(idOf('intake-held')));
    for (const command of [retract(idOf('intake-held')), correct(idOf('intake-held'), {}, '2025-09-16')]) {
      expect(came(decideCorrection(command, gone, context))).toEqual({ refused: 'fact-already-retracted' });
    }
  });

  it('is for facts, not for decisions', () => {
    const { history } = networkStory();
    expect(came(decideCorrection(retract(history[0]?.id ?? ''), history, context))).toEqual({
      refused: 'decision-not-correctable',
    });
  });

  it('of the application keeps the other facts', () => {
    const story = afterTheIntake();
    const gone = withCorrection(story.history, retract(story.history[0]?.id ?? ''));
    story.history.push(...(gone.slice(-1) as typeof story.history));
    expect(story.state).toMatchObject({ status: 'known', trajectory: trajectoryOf(1), organisation: ids.assen });
  });
});

describe('correcting attendance', () => {
  const trajectories = new Map([1, 2].map((n) => [trajectoryOf(n), afterTheIntake(n).state] as const));
  const read = { programme, network: networkWithPlaces(), trajectories };
  const entries = [{ trajectory: trajectoryOf(1), attendance: 'present' as const }];
  const plan = {
    type: 'plan-meeting' as const,
    ...on('2025-09-01'),
    meeting: ids.meeting,
    programme: ids.programme,
    network: ids.network,
    title: 'Startbijeenkomst',
    date: '2025-09-15',
    status: 'agreed' as const,
  };
  const story = new Story(meeting, read).given(
    { ...plan, kind: 'opening' },
    { type: 'hold-meeting', ...on('2025-09-15') },
    { type: 'record-attendance', ...on('2025-09-15'), entries },
  );
  const recorded = story.history.at(-1)?.id ?? '';
  const meetingContext = { programme, check: checkMeetingFact(read) };
  const other = (trajectory: string) => correct(recorded, { entries: [{ trajectory, attendance: 'present' }] });

  it('concerns those that were named and those that are named now', () => {
    const decision = decideCorrection(other(trajectoryOf(2)), story.history, meetingContext);
    if (decision.outcome === 'refused') throw new Error(decision.refusal.code);
    expect(decision.events[0]?.subjects).toEqual(
      expect.arrayContaining([
        `meeting:${ids.meeting}`,
        `trajectory:${trajectoryOf(1)}`,
        `trajectory:${trajectoryOf(2)}`,
      ]),
    );
  });

  it('is refused for a trajectory of another programme', () => {
    expect(came(decideCorrection(other(idNumber(9)), story.history, meetingContext))).toEqual({
      refused: 'attendance-elsewhere',
    });
  });

  it('cannot make an opening into a closing', () => {
    const planned = story.history[0];
    const kind = correct(planned?.id ?? '', { ...planned?.data, kind: 'closing' }, '2025-09-01');
    expect(came(decideCorrection(kind, story.history, meetingContext))).toEqual({ refused: 'identity-changed' });
  });

  it('cannot make an evening into a closing, or a closing into an evening; into a session it can', () => {
    const evening = { ...plan, kind: 'evening' as const };
    const { history } = new Story(meeting, read).given(evening);
    const into = (kind: string) =>
      came(
        decideCorrection(
          correct(history[0]?.id ?? '', { ...history[0]?.data, kind }, '2025-09-01'),
          history,
          meetingContext,
        ),
      );
    expect(into('closing')).toEqual({ refused: 'identity-changed' });
    expect(into('session')).toMatchObject({ recorded: ['planned'] });
    const opening = story.history[0];
    const other = correct(opening?.id ?? '', { ...opening?.data, kind: 'evening' }, '2025-09-01');
    expect(came(decideCorrection(other, story.history, meetingContext))).toEqual({ refused: 'identity-changed' });
  });
});
