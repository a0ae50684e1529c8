import { describe, expect, it } from '@jest/globals';
import {
  afterTheIntake,
  apply,
  at,
  because,
  ids,
  networkStory,
  on,
  programme,
  showInterest,
  trajectoryOf,
  trajectoryStory,
} from '../testing/fixtures.ts';
import { idNumber, Story } from '../testing/story.ts';
import { participation } from '../trajectory/participation.ts';
import type { NetworkCommand } from './commands.ts';
import { network } from './decider.ts';
import { placeOf } from './state.ts';

const today = '2025-10-01';
const [one, two, three, _four] = [1, 2, 3, 4].map(trajectoryOf) as [string, string, string, string];

const give = (trajectory: string): NetworkCommand => ({ type: 'give-place', ...at(today), trajectory });
const wait = (trajectory: string): NetworkCommand => ({ type: 'put-on-waiting-list', ...at(today), trajectory });
const reject = (trajectory: string): NetworkCommand => ({ type: 'reject', ...at(today), trajectory, reason: because });
const withReservation = (trajectory: string, decisionExpectedOn = '2025-12-01'): NetworkCommand => ({
  type: 'give-place',
  ...at(today),
  trajectory,
  reservation: { reason: because, decisionExpectedOn },
});
const places = (minimum: number, target: number, maximum: number): NetworkCommand => ({
  type: 'change-places',
  ...at(today),
  minimum,
  target,
  maximum,
  reason: because,
});

describe('opening a network', () => {
  const open: NetworkCommand = {
    type: 'open-network',
    ...at(today),
    network: ids.network,
    programme: ids.programme,
    name: 'Noord',
    region: 'Noord-Nederland',
    minimum: 6,
    target: 10,
    maximum: 12,
  };
  const story = () => new Story(network, { programme });

  it('is of a programme and has places', () => {
    expect(story().when(open)).toEqual({ recorded: ['opened'], warned: [] });
  });

  it('is refused for a programme that is not there, twice, or with places out of order', () => {
    expect(story().when({ ...open, programme: idNumber(9) })).toEqual({ refused: 'programme-unknown' });
    expect(story().given(open).when(open)).toEqual({ refused: 'network-already-opened' });
    expect(story().when({ ...open, target: 13 })).toEqual({ refused: 'places-out-of-order' });
    expect(story().when({ ...open, minimum: 11 })).toEqual({ refused: 'places-out-of-order' });
  });

  it('is asked before anything else', () => {
    expect(story().when(give(one))).toEqual({ refused: 'network-unknown' });
  });
});

describe('changing the number of places', () => {
  it('points out who is waiting', () => {
    const told = networkStory(2).given(give(one), give(two), wait(three));
    expect(told.when(places(1, 2, 3))).toEqual({ recorded: ['places-changed'], warned: ['someone-is-waiting'] });
  });

  it('is refused below the places given, out of order, or without effect', () => {
    const told = networkStory(2).given(give(one), give(two));
    expect(told.when(places(1, 1, 1))).toEqual({ refused: 'maximum-below-places-given' });
    expect(told.when(places(3, 2, 4))).toEqual({ refused: 'places-out-of-order' });
    expect(told.when(places(1, 2, 2))).toEqual({ refused: 'nothing-changed' });
  });
});

describe('giving a place', () => {
  it('names the trajectory as a subject too', () => {
    const told = networkStory().given(give(one));
    expect(told.history.at(-1)?.subjects).toEqual([
      `programme:${ids.programme}`,
      `network:${ids.network}`,
      `trajectory:${one}`,
    ]);
  });

  it('is refused beyond the maximum, and to who has one', () => {
    const told = networkStory(1).given(give(one));
    expect(told.when(give(two))).toEqual({ refused: 'network-full' });
    expect(told.when(give(one))).toEqual({ refused: 'already-has-a-place' });
  });

  it('is refused before the application, before the intake and after the end', () => {
    const told = networkStory();
    told.context = { programme };
    expect(told.when(give(one))).toEqual({ refused: 'trajectory-unknown' });
    told.context = { programme, trajectory: trajectoryStory().given(showInterest('2025-09-01')).state };
    expect(told.when(give(one))).toEqual({ refused: 'not-applied' });
    told.context = { programme, trajectory: trajectoryStory().given(apply('2025-09-01')).state };
    expect(told.when(give(one))).toEqual({ refused: 'intake-not-held' });
    const gone = afterTheIntake().given({ type: 'withdraw', ...on('2025-09-20'), reason: because });
    told.context = { programme, trajectory: gone.state };
    expect(told.when(give(one))).toEqual({ refused: 'trajectory-ended' });
  });

  it('is refused in another network than that of the application', () => {
    const told = networkStory();
    const state = afterTheIntake().state;
    if (state.status === 'known') told.context = { programme, trajectory: { ...state, network: idNumber(9) } };
    expect(told.when(give(one))).toEqual({ refused: 'trajectory-elsewhere' });
  });

  it('points out who has been waiting longer, and who was turned away', () => {
    const told = networkStory(4).given(wait(one), wait(two), reject(three));
    expect(told.when(give(two))).toEqual({ recorded: ['place-given'], warned: ['not-first-in-line'] });
    expect(told.when(give(one))).toEqual({ recorded: ['place-given'], warned: [] });
    expect(told.when(give(three))).toEqual({ recorded: ['place-given'], warned: ['turned-away-before'] });
  });
});

describe('a place with a reservation', () => {
  it('counts as a place until the reservation is lifted', () => {
    const told = networkStory(1).given(withReservation(one));
    expect(told.when(give(two))).toEqual({ refused: 'network-full' });
    expect(participation({ step: 'intake-held' }, placeOf(told.state, one))).toEqual({
      step: 'admitted-with-reservation',
      decisionExpectedOn: '2025-12-01',
    });
    told.given({ type: 'lift-reservation', ...at(today), trajectory: one });
    expect(participation({ step: 'intake-held' }, placeOf(told.state, one))).toEqual({ step: 'admitted' });
  });

  it('is refused with an expected decision in the past; nothing is lifted that is not there', () => {
    const told = networkStory(2);
    expect(told.when(withReservation(one, '2025-09-30'))).toEqual({ refused: 'decision-expected-in-the-past' });
    told.given(give(one));
    expect(told.when({ type: 'lift-reservation', ...at(today), trajectory: one })).toEqual({
      refused: 'no-reservation',
    });
    expect(told.when({ type: 'lift-reservation', ...at(today), trajectory: two })).toEqual({
      refused: 'no-reservation',
    });
  });
});
