import { describe, expect, it } from '@jest/globals';
import type { PlaceState } from '../network/state.ts';
import {
  afterTheIntake,
  apply,
  because,
  day,
  ids,
  networkWithPlaces,
  on,
  showInterest,
  trajectoryContext,
  trajectoryOf,
  trajectoryStory,
} from '../testing/fixtures.ts';
import { idNumber } from '../testing/story.ts';
import type { TrajectoryCommand } from './commands.ts';
import { courseOf } from './course.ts';
import { participation } from './participation.ts';

const plan = (date: string, planned: string, status: 'provisional' | 'agreed' = 'agreed'): TrajectoryCommand => ({
  type: 'plan-intake',
  ...on(date),
  date: planned,
  status,
});
const move = (date: string, to: string, from?: string): TrajectoryCommand => ({
  type: 'move-intake',
  ...on(date),
  to,
  ...(from ? { from } : {}),
  status: 'agreed',
  by: 'portfolio-holder',
  reason: because,
});
const simply = (type: 'hold-intake' | 'start' | 'resume' | 'complete' | 'measure-afterwards' | 'close', date: string) =>
  ({ type, ...on(date) }) as TrajectoryCommand;
const pause = (date: string): TrajectoryCommand => ({ type: 'pause', ...on(date), reason: because });
const stop = (date: string): TrajectoryCommand => ({ type: 'stop', ...on(date), reason: because });
const withdraw = (date: string): TrajectoryCommand => ({ type: 'withdraw', ...on(date), reason: because });

const withPlace = { ...trajectoryContext, network: networkWithPlaces(trajectoryOf(1)) };

function admitted() {
  const told = afterTheIntake();
  told.context = withPlace;
  return told;
}

const stepOf = (told: ReturnType<typeof trajectoryStory>) =>
  told.state.status === 'known' ? courseOf(told.state.course)?.step : undefined;

describe('from interest to closing', () => {
  it('follows the plan without a warning', () => {
    const told = trajectoryStory(withPlace);
    const steps = (
      [
        showInterest('2025-08-01'),
        apply('2025-09-01'),
        plan('2025-09-02', '2025-09-15', 'provisional'),
        move('2025-09-05', '2025-09-16'),
        simply('hold-intake', '2025-09-16'),
        simply('start', '2025-11-01'),
        pause('2026-01-10'),
        simply('resume', '2026-02-10'),
        simply('complete', '2026-05-10'),
        simply('measure-afterwards', '2026-08-10'),
        simply('close', '2026-09-10'),
      ] as TrajectoryCommand[]
    ).map((command) => {
      expect(told.when(command)).toMatchObject({ warned: [] });
      return stepOf(told);
    });
    expect(steps).toEqual([
      'interested',
      'applied',
      'intake-planned',
      'intake-planned',
      'intake-held',
      'started',
      'paused',
      'started',
      'completed',
      'after-measured',
      'closed',
    ]);
  });
});

describe('the intake', () => {
  it('is held without an appointment, or on another day: told, not refused', () => {
    const told = trajectoryStory().given(apply('2025-09-01'));
    expect(told.when(simply('hold-intake', '2025-09-10'))).toEqual({
      recorded: ['intake-held'],
      warned: ['intake-held-without-appointment'],
    });
    const other = trajectoryStory().given(apply('2025-09-01'), plan('2025-09-02', '2025-09-15'));
    expect(other.when(simply('hold-intake', '2025-09-16'))).toEqual({
      recorded: ['intake-held'],
      warned: ['intake-held-on-another-day'],
    });
  });

  it('is planned before the application: told', () => {
    const told = trajectoryStory().given(showInterest('2025-08-01'));
    expect(told.when(plan('2025-08-02', '2025-08-15'))).toMatchObject({
      warned: ['intake-planned-without-application'],
    });
  });

  it('is not planned or moved to where it stands already', () => {
    const told = trajectoryStory().given(apply('2025-09-01'), plan('2025-09-02', '2025-09-15'));
    expect(told.when(plan('2025-09-03', '2025-09-15'))).toEqual({ refused: 'nothing-changed' });
    expect(told.when(move('2025-09-03', '2025-09-15'))).toEqual({ refused: 'nothing-changed' });
    expect(told.when(plan('2025-09-03', '2025-09-15', 'provisional'))).toMatchObject({ warned: [] });
  });

  it('is moved from the date that stands, and from another with a warning', () => {
    const told = trajectoryStory().given(apply('2025-09-01'), plan('2025-09-02', '2025-09-15'));
    told.given(move('2025-09-03', '2025-09-17'));
    expect(told.history.at(-1)?.data).toMatchObject({ from: '2025-09-15', to: '2025-09-17' });
    expect(told.when(move('2025-09-04', '2025-09-19', '2025-09-15'))).toMatchObject({
      warned: ['moved-from-another-date'],
    });
    const { state } = told;
    const course = state.status === 'known' ? courseOf(state.course) : undefined;
    expect(course).toMatchObject({ step: 'intake-planned', date: '2025-09-19', firstDate: '2025-09-15' });
  });

  it('cannot be moved when no date is known', () => {
    const told = trajectoryStory().given(apply('2025-09-01'));
    expect(told.when(move('2025-09-03', '2025-09-17'))).toEqual({ refused: 'from-unknown' });
    expect(told.when(move('2025-09-03', '2025-09-17', '2025-09-10'))).toMatchObject({
      warned: ['intake-moved-without-appointment'],
    });
  });

  it('is not held twice on one day', () => {
    expect(afterTheIntake().when(simply('hold-intake', '2025-09-15'))).toEqual({ refused: 'nothing-changed' });
  });

  it('can pause, resume and pause again on one day, but not pause twice', () => {
    const told = admitted().given(simply('start', '2025-11-01'), pause('2025-11-20'));
    expect(told.when(pause('2025-11-20'))).toEqual({ refused: 'nothing-changed' });
    told.given(simply('resume', '2025-11-20'));
    expect(told.when(pause('2025-11-20'))).toEqual({ recorded: ['paused'], warned: [] });
    expect(stepOf(told)).toBe('paused');
  });

  it('leads nobody back when it is recorded after the start', () => {
    const told = admitted().given(simply('start', '2025-11-01'));
    told.given(simply('hold-intake', '2025-11-05'));
    expect(stepOf(told)).toBe('started');
  });
});

describe('what goes against the plan is told, not refused', () => {
  it.each<[string, TrajectoryCommand[], TrajectoryCommand]>([
    ['started-out-of-order', [simply('start', '2025-11-01')], simply('start', '2025-11-02')],
    ['paused-while-not-running', [], pause('2025-11-01')],
    ['resumed-while-not-paused', [simply('start', '2025-11-01')], simply('resume', '2025-11-02')],
    ['completed-while-not-running', [], simply('complete', '2025-11-02')],
    ['measured-before-completion', [simply('start', '2025-11-01')], simply('measure-afterwards', '2025-11-02')],
    ['closed-without-after-measurement', [simply('start', '2025-11-01')], simply('close', '2025-11-02')],
    ['withdrawn-before-the-application', [], withdraw('2025-08-20')],
    ['withdrawn-after-the-start', [simply('start', '2025-11-01')], withdraw('2025-11-02')],
    ['stopped-before-the-start', [], stop('2025-11-02')],
    ['after-the-end', [simply('start', '2025-11-01'), stop('2025-11-02')], simply('complete', '2025-11-03')],
  ])('%s', (warning, before, command) => {
    expect(
      admitted()
        .given(...before)
        .when(command),
    ).toMatchObject({ warned: [warning] });
  });

  it('is not the start of whoever applied again: the intake was held', () => {
    const told = admitted().given(withdraw('2025-09-20'), apply('2025-10-01'));
    expect(told.when(simply('start', '2025-11-01'))).toEqual({ recorded: ['started'], warned: [] });
  });

  it('is a start without a place, or with a reservation', () => {
    expect(afterTheIntake().when(simply('start', '2025-11-01'))).toEqual({
      recorded: ['started'],
      warned: ['started-without-a-place'],
    });
    const told = afterTheIntake();
    const places = [{ trajectory: trajectoryOf(1), decisionExpectedOn: '2025-12-01' }];
    told.context = { ...trajectoryContext, network: { ...networkWithPlaces(), places } };
    expect(told.when(simply('start', '2025-11-01'))).toMatchObject({ warned: ['started-with-reservation'] });
  });
});

describe('passing on to a successor', () => {
  const passOn = (successor: string): TrajectoryCommand => ({ type: 'pass-on', ...on('2025-12-01'), successor });

  it('names the successor as a subject, and tells when the register does not know it as one', () => {
    const told = admitted();
    expect(told.when(passOn(ids.groningen))).toEqual({
      recorded: ['passed-on'],
      warned: ['not-a-successor-in-the-register'],
    });
    expect(told.history.at(-1)?.subjects).toContain(`organisation:${ids.groningen}`);
  });

  it('is refused to an organisation that is not in the register', () => {
    expect(admitted().when(passOn(idNumber(9)))).toEqual({ refused: 'organisation-unknown' });
  });

  it('is refused to an organisation that was there no more', () => {
    expect(admitted().when(passOn(ids.haren))).toEqual({ refused: 'organisation-did-not-exist' });
  });
});

describe('a fact that is recorded weeks late', () => {
  it('finds its place between the others', () => {
    const told = admitted().given(simply('start', '2025-11-01'), simply('resume', '2026-02-01'));
    const late = { ...pause('2026-02-20'), occurredOn: day('2026-01-10') } as TrajectoryCommand;
    expect(told.when(late)).toEqual({ recorded: ['paused'], warned: ['recorded-late'] });
    expect(stepOf(told)).toBe('started');
    expect(told.state.status === 'known' && courseOf(told.state.course, '2026-01-15')?.step).toBe('paused');
  });
});

describe('the one state on screen', () => {
  it.each<[PlaceState, string]>([
    [{ place: 'none' }, 'intake-held'],
    [{ place: 'given' }, 'admitted'],
    [{ place: 'given', decisionExpectedOn: '2025-12-01' }, 'admitted-with-reservation'],
    [{ place: 'waiting', number: 1, proposed: false }, 'waiting'],
    [{ place: 'rejected' }, 'rejected'],
    [{ place: 'referred', to: 'Oost' }, 'referred'],
    [{ place: 'freed', cause: 'withdrawn' }, 'intake-held'],
  ])('is said by the place before the start: %o', (place, step) => {
    expect(participation({ step: 'intake-held' }, place).step).toBe(step);
    expect(participation({ step: 'started' }, place).step).toBe('started');
    expect(participation({ step: 'withdrawn' }, place).step).toBe('withdrawn');
  });
});
