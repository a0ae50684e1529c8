import { describe, expect, it } from '@jest/globals';
import { afterTheIntake, apply, at, because, on, trajectoryStory } from '../testing/fixtures.ts';
import type { TrajectoryCommand } from './commands.ts';
import { commitmentOf } from './commitment.ts';
import { courseOf } from './course.ts';

const layer = 'council';
const month = (value: string) => ({ precision: 'month' as const, value });
const moment = (value: string) => ({ precision: 'moment' as const, value });

type Story = ReturnType<typeof trajectoryStory>;
type Facts = Pick<TrajectoryCommand, 'type'> & object;

/** Told on that day, of a month. */
const of = (value: string, recorded: string, fact: Facts) =>
  ({ ...at(recorded), occurredOn: month(value), ...fact }) as TrajectoryCommand;
/** Told at the end of that day, of a moment. */
const when = (value: string, fact: Facts) =>
  ({ at: `${value.slice(0, 10)}T21:00:00.000Z`, occurredOn: moment(value), ...fact }) as TrajectoryCommand;

const courseIn = ({ state }: Story, upTo?: string) =>
  state.status === 'known' ? courseOf(state.course, upTo)?.step : undefined;
const commitmentIn = ({ state }: Story) =>
  state.status === 'known' ? commitmentOf(state.commitments[layer] ?? []) : undefined;

describe('a fact of which only the month is known', () => {
  it('given an application on the tenth, then who withdrew in that month has withdrawn, and had not started', () => {
    const told = trajectoryStory().given(apply('2025-09-10'));
    expect(told.when(of('2025-09', '2025-09-20', { type: 'withdraw', reason: because } as Facts))).toEqual({
      recorded: ['withdrawn'],
      warned: [],
    });
    expect(courseIn(told)).toBe('withdrawn');
    expect(courseIn(told, '2025-09-09')).toBeUndefined();
  });

  it('given a resumption on the tenth, then what was completed in that month is completed', () => {
    const told = afterTheIntake().given(
      { type: 'start', ...on('2025-11-01') },
      { type: 'pause', ...on('2026-01-10'), reason: because },
      { type: 'resume', ...on('2026-06-10') },
    );
    expect(told.when(of('2026-06', '2026-06-30', { type: 'complete' }))).toEqual({
      recorded: ['completed'],
      warned: [],
    });
    expect(courseIn(told)).toBe('completed');
  });

  it('given a council that was asked on the tenth, then what it gave in that month is given and never late', () => {
    const told = afterTheIntake().given({ type: 'ask-commitment', ...on('2025-10-10'), layer, due: '2025-12-01' });
    expect(told.when(of('2025-10', '2025-10-31', { type: 'give-commitment', layer } as Facts))).toEqual({
      recorded: ['commitment-given'],
      warned: [],
    });
    expect(commitmentIn(told)).toEqual({ step: 'given' });
  });

  it('given nothing else of its month, then it is put on the first day: nothing is late on a guess', () => {
    const told = afterTheIntake().given(of('2025-11', '2025-11-30', { type: 'start' }));
    expect(told.state).toMatchObject({ course: [{}, {}, {}, { on: '2025-11-01', fact: 'started' }] });
  });

  it('given that it was told before what else is known of its month, then that came after it', () => {
    const told = afterTheIntake().given(
      { type: 'start', ...on('2025-11-01') },
      of('2026-01', '2026-01-15', { type: 'pause', reason: because } as Facts),
      { type: 'resume', ...on('2026-01-20') },
    );
    expect(courseIn(told)).toBe('started');
  });

  it('given a withdrawal on the twelfth, then a contact of that month comes after the end', () => {
    const told = trajectoryStory().given(apply('2025-09-10'), {
      type: 'withdraw',
      ...on('2025-09-12'),
      reason: because,
    });
    const contact = { type: 'record-contact', kind: 'phone', roles: ['lead'], summary: because } as Facts;
    expect(told.when(of('2025-09', '2025-09-30', contact))).toMatchObject({ warned: ['after-the-end'] });
  });

  it('given the same once more, then nothing changed', () => {
    const told = trajectoryStory().given(apply('2025-09-10'));
    const withdraw = of('2025-09', '2025-09-20', { type: 'withdraw', reason: because } as Facts);
    told.given(withdraw);
    expect(told.when(withdraw)).toEqual({ refused: 'nothing-changed' });
  });

  it('given an application in that month after a withdrawal, then it is one again', () => {
    const told = trajectoryStory().given(apply('2025-09-10'), {
      type: 'withdraw',
      ...on('2025-09-12'),
      reason: because,
    });
    const again = { ...apply('2025-09-25'), occurredOn: month('2025-09') };
    expect(told.when(again)).toEqual({ recorded: ['applied'], warned: ['applied-again'] });
    expect(courseIn(told)).toBe('applied');
  });
});

describe('facts of one day that tell their moments', () => {
  const running = () =>
    afterTheIntake().given(
      { type: 'start', ...on('2025-11-01') },
      { type: 'pause', ...on('2026-01-10'), reason: because },
    );

  it('given a resumption in the afternoon, then a pause that morning which is told later came before it', () => {
    const told = running().given(when('2026-02-10T15:00:00.000Z', { type: 'resume' }));
    told.given(when('2026-02-10T09:00:00.000Z', { type: 'pause', reason: because } as Facts));
    expect(courseIn(told)).toBe('started');
  });

  it('given one that tells its day only, then they stay as they were told', () => {
    const told = running().given(when('2026-02-10T15:00:00.000Z', { type: 'resume' }));
    told.given({ type: 'pause', ...on('2026-02-10'), reason: because });
    expect(courseIn(told)).toBe('paused');
  });

  it('given a commitment that was given in the evening, then the agenda of that morning came before it', () => {
    const told = afterTheIntake().given(
      { type: 'ask-commitment', ...on('2025-10-10'), layer, due: '2025-12-01' },
      when('2025-11-20T20:00:00.000Z', { type: 'give-commitment', layer } as Facts),
      when('2025-11-20T08:00:00.000Z', { type: 'put-commitment-on-agenda', layer, on: '2025-11-20' } as Facts),
    );
    expect(commitmentIn(told)).toEqual({ step: 'given' });
  });

  it('given the same at another moment of the day, then nothing changed', () => {
    const told = running();
    const pause = (value: string) => when(value, { type: 'pause', reason: because } as Facts);
    told.given(when('2026-02-10T08:00:00.000Z', { type: 'resume' }), pause('2026-02-10T09:00:00.000Z'));
    expect(told.when(pause('2026-02-10T10:00:00.000Z'))).toEqual({ refused: 'nothing-changed' });
  });
});
