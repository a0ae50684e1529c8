import { describe, expect, it } from '@jest/globals';
import type { Leaving } from '../network/state.ts';
import {
  apply,
  because,
  day,
  ids,
  noonOf,
  on,
  openNetwork,
  programme,
  register,
  showInterest,
  trajectoryContext,
  trajectoryOf,
  trajectoryStory,
} from '../testing/fixtures.ts';
import { idNumber } from '../testing/story.ts';

describe('interest and application', () => {
  it('bring a trajectory about and name whom they concern', () => {
    const told = trajectoryStory();
    expect(told.when(showInterest('2025-08-01'))).toEqual({ recorded: ['interest-shown'], warned: [] });
    expect(told.when(apply('2025-09-01'))).toEqual({ recorded: ['applied'], warned: [] });
    expect(told.history[1]?.subjects).toEqual([
      `programme:${ids.programme}`,
      `trajectory:${trajectoryOf(1)}`,
      `organisation:${ids.assen}`,
      `network:${ids.network}`,
    ]);
  });

  it('is interest without a network as well', () => {
    const { network: _network, ...anywhere } = showInterest('2025-08-01');
    expect(trajectoryStory({ programme, register }).when(anywhere)).toEqual({
      recorded: ['interest-shown'],
      warned: [],
    });
  });

  it('is one application of one organisation', () => {
    const told = trajectoryStory().given(apply('2025-09-01'));
    expect(told.when(apply('2025-09-01'))).toEqual({ refused: 'already-applied' });
    expect(told.when(apply('2025-09-20'))).toEqual({ refused: 'already-applied' });
  });

  it('may be an application again after a withdrawal', () => {
    const told = trajectoryStory().given(apply('2025-09-01'), {
      type: 'withdraw',
      ...on('2025-09-10'),
      reason: because,
    });
    expect(told.when(apply('2025-09-20'))).toEqual({ recorded: ['applied'], warned: ['applied-again'] });
  });

  it('is the application that is known when it is from before the withdrawal, however late it is told again', () => {
    const told = trajectoryStory().given(apply('2025-09-01'), {
      type: 'withdraw',
      ...on('2025-09-10'),
      reason: because,
    });
    const late = { at: noonOf('2025-09-20') };
    for (const date of ['2025-09-01', '2025-09-05']) {
      expect(told.when({ ...apply(date), ...late })).toEqual({ refused: 'already-applied' });
    }
    expect(told.when({ ...apply('2025-09-10'), ...late })).toMatchObject({ recorded: ['applied'] });
  });

  it('may be an application again by whoever was rejected or referred, as long as that one does not stand', () => {
    const at = '2025-09-10T11:00:00.000Z';
    const turnedAway = (how: Leaving) => ({ ...openNetwork, left: new Map([[trajectoryOf(1), { how, at }]]) });
    for (const how of [{ place: 'rejected' }, { place: 'referred', to: 'Oost' }] as const) {
      const told = trajectoryStory().given(apply('2025-09-01'));
      told.context = { ...trajectoryContext, network: turnedAway(how) };
      expect(told.when(apply('2025-09-01'))).toEqual({ refused: 'already-applied' });
      expect(told.when(apply('2025-09-20'))).toEqual({ recorded: ['applied'], warned: ['applied-again'] });
      expect(told.when(apply('2025-09-25'))).toEqual({ refused: 'already-applied' });
    }
  });

  it('is one application again, also when it is dated before the decision that it was turned away by', () => {
    const left = new Map([[trajectoryOf(1), { how: { place: 'rejected' as const }, at: noonOf('2025-09-20') }]]);
    const told = trajectoryStory().given(apply('2025-09-01'));
    told.context = { ...trajectoryContext, network: { ...openNetwork, left } };
    const recorded = { at: noonOf('2025-09-22') };
    expect(told.when({ ...apply('2025-09-18'), ...recorded })).toMatchObject({ recorded: ['applied'] });
    expect(told.when({ ...apply('2025-09-19'), ...recorded })).toEqual({ refused: 'already-applied' });
  });

  it('may be an application for another network by whoever was turned away by the first', () => {
    const at = '2025-09-10T11:00:00.000Z';
    const appliedFor = {
      ...openNetwork,
      left: new Map([[trajectoryOf(1), { how: { place: 'rejected' as const }, at }]]),
    };
    const network = { ...openNetwork, network: idNumber(3) };
    const told = trajectoryStory().given(apply('2025-09-01'));
    told.context = { ...trajectoryContext, network, appliedFor };
    const elsewhere = { ...apply('2025-09-20'), network: network.network };
    expect(told.when(elsewhere)).toEqual({ recorded: ['applied'], warned: ['applied-again'] });
    expect(told.state).toMatchObject({ network: network.network });
  });

  it('is not the same interest twice, but interest afterwards is told', () => {
    const told = trajectoryStory().given(showInterest('2025-08-01'), apply('2025-09-01'));
    expect(told.when(showInterest('2025-08-01'))).toEqual({ refused: 'nothing-changed' });
    expect(told.when(showInterest('2025-09-10'))).toEqual({
      recorded: ['interest-shown'],
      warned: ['interest-after-application'],
    });
  });

  it('is refused for a programme, network or organisation that is not there', () => {
    const told = trajectoryStory();
    expect(told.when({ ...apply('2025-09-01'), programme: idNumber(9) })).toEqual({ refused: 'programme-unknown' });
    expect(told.when({ ...apply('2025-09-01'), network: idNumber(9) })).toEqual({ refused: 'network-unknown' });
    expect(told.when({ ...apply('2025-09-01'), organisation: idNumber(9) })).toEqual({
      refused: 'organisation-unknown',
    });
    expect(
      trajectoryStory({ ...trajectoryContext, programme: { status: 'unknown' } }).when(apply('2025-09-01')),
    ).toEqual({
      refused: 'programme-unknown',
    });
    const elsewhere = { ...openNetwork, programme: idNumber(9) };
    expect(trajectoryStory({ ...trajectoryContext, network: elsewhere }).when(apply('2025-09-01'))).toEqual({
      refused: 'network-unknown',
    });
  });

  it('is refused for an organisation that did not exist on that date', () => {
    const old = { ...programme, opensOn: '2018-01-01' };
    const told = trajectoryStory({ ...trajectoryContext, programme: old });
    const haren = (date: string) => ({ ...apply('2025-09-01'), organisation: ids.haren, occurredOn: day(date) });
    expect(told.when(haren('2019-01-01'))).toEqual({ refused: 'organisation-did-not-exist' });
    expect(told.when(haren('2018-12-31'))).toMatchObject({ recorded: ['applied'] });
  });
});

describe('the date of a fact', () => {
  it('is not in the future, by the clock of the Netherlands', () => {
    const told = trajectoryStory();
    expect(told.when({ ...apply('2025-09-02'), at: '2025-09-01T21:59:59.999Z' })).toEqual({ refused: 'in-the-future' });
    expect(told.when({ ...apply('2025-09-02'), at: '2025-09-01T22:00:00.000Z' })).toMatchObject({
      recorded: ['applied'],
    });
  });

  it('is not before the programme opens', () => {
    expect(trajectoryStory().when(apply('2025-05-31'))).toEqual({ refused: 'before-the-programme' });
    expect(trajectoryStory().when(apply('2025-06-01'))).toMatchObject({ recorded: ['applied'] });
  });

  it('may be a month, also this month', () => {
    const month = { precision: 'month' as const, value: '2025-09' };
    expect(trajectoryStory().when({ ...apply('2025-09-10'), occurredOn: month })).toEqual({
      recorded: ['applied'],
      warned: [],
    });
    expect(trajectoryStory().when({ ...apply('2025-08-31'), occurredOn: month })).toEqual({ refused: 'in-the-future' });
  });

  it('is told to be late after two weeks, and after the programme', () => {
    const told = trajectoryStory().given(apply('2025-09-01'));
    const contact = { type: 'record-contact' as const, kind: 'phone' as const, roles: ['clerk'], summary: because };
    expect(told.when({ ...contact, ...on('2025-09-15'), occurredOn: day('2025-09-01') })).toMatchObject({ warned: [] });
    expect(told.when({ ...contact, ...on('2025-09-16'), occurredOn: day('2025-09-01') })).toMatchObject({
      warned: ['recorded-late'],
    });
    expect(told.when({ ...contact, ...on('2026-10-01') })).toMatchObject({ warned: ['after-the-programme'] });
  });
});

describe('a trajectory that is not there', () => {
  it('has nothing to be recorded about', () => {
    expect(trajectoryStory().when({ type: 'start', ...on('2025-10-01') })).toEqual({ refused: 'trajectory-unknown' });
  });
});
