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
const [one, two, three, four] = [1, 2, 3, 4].map(trajectoryOf) as [string, string, string, string];

const give = (trajectory: string): NetworkCommand => ({ type: 'give-place', ...at(today), trajectory });
const wait = (trajectory: string): NetworkCommand => ({ type: 'put-on-waiting-list', ...at(today), trajectory });
const free = (trajectory: string): NetworkCommand => ({
  type: 'free-place',
  ...at(today),
  trajectory,
  cause: 'stopped',
});
const reject = (trajectory: string): NetworkCommand => ({ type: 'reject', ...at(today), trajectory, reason: because });
const refer = (trajectory: string, to = 'Netwerk Oost'): NetworkCommand => ({
  type: 'refer',
  ...at(today),
  trajectory,
  to,
  reason: because,
});
const decline = (trajectory: string): NetworkCommand => ({
  type: 'decline-proposal',
  ...at(today),
  trajectory,
  reason: because,
});
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

describe('the waiting list', () => {
  it('is in the order of being put on it', () => {
    const told = networkStory(1).given(give(one), wait(two), wait(three));
    expect(placeOf(told.state, two)).toMatchObject({ place: 'waiting', number: 1 });
    expect(placeOf(told.state, three)).toMatchObject({ place: 'waiting', number: 2 });
    expect(told.when(wait(two))).toEqual({ refused: 'already-waiting' });
    expect(told.when(wait(one))).toEqual({ refused: 'already-has-a-place' });
  });

  it('points out free places, a missing intake and an earlier rejection', () => {
    const told = networkStory(2).given(reject(one));
    expect(told.when(wait(one))).toEqual({
      recorded: ['put-on-waiting-list'],
      warned: ['places-are-free', 'turned-away-before'],
    });
    told.given(give(three));
    told.context = { programme, trajectory: trajectoryStory().given(apply('2025-09-01')).state };
    expect(told.when(wait(two))).toEqual({ recorded: ['put-on-waiting-list'], warned: ['waiting-before-the-intake'] });
  });
});

describe('turning away', () => {
  it('takes the trajectory off the list', () => {
    const told = networkStory(1).given(give(one), wait(two), wait(three), reject(two));
    expect(placeOf(told.state, two)).toEqual({ place: 'rejected' });
    expect(placeOf(told.state, three)).toMatchObject({ number: 1 });
    told.given(refer(three));
    expect(placeOf(told.state, three)).toEqual({ place: 'referred', to: 'Netwerk Oost' });
    expect(participation({ step: 'intake-held' }, placeOf(told.state, three))).toMatchObject({ step: 'referred' });
  });

  it('is refused to who has a place, and without effect', () => {
    const told = networkStory().given(give(one), reject(two), refer(three));
    expect(told.when(reject(one))).toEqual({ refused: 'already-has-a-place' });
    expect(told.when(reject(two))).toEqual({ refused: 'nothing-changed' });
    expect(told.when(refer(three))).toEqual({ refused: 'nothing-changed' });
    expect(told.when(refer(three, 'Netwerk West'))).toEqual({ recorded: ['referred'], warned: [] });
  });
});

describe('a freed place', () => {
  const full = () => networkStory(1).given(give(one), wait(two), wait(three));

  it('is proposed for the first in line, and filled by nobody but the lead', () => {
    const told = full();
    expect(told.when(free(one))).toEqual({
      recorded: ['place-freed', 'place-proposed'],
      warned: ['below-the-minimum'],
    });
    expect(placeOf(told.state, two)).toEqual({ place: 'waiting', number: 1, proposed: true });
    expect(told.when(give(two))).toEqual({ recorded: ['place-given'], warned: [] });
    expect(told.state).toMatchObject({ proposals: [], waiting: [three] });
  });

  it('changes nothing when it is freed again', () => {
    expect(full().given(free(one)).when(free(one))).toEqual({ recorded: [], warned: [] });
    expect(full().when(free(four))).toEqual({ recorded: [], warned: [] });
  });

  it('is proposed for the next when it is declined, until nobody is left', () => {
    const told = full().given(free(one));
    expect(told.when(decline(two))).toEqual({ recorded: ['proposal-declined', 'place-proposed'], warned: [] });
    expect(placeOf(told.state, two)).toEqual({ place: 'waiting', number: 1, proposed: false });
    expect(told.when(decline(two))).toEqual({ refused: 'no-proposal' });
    expect(told.when(decline(three))).toEqual({ recorded: ['proposal-declined'], warned: [] });
  });

  it('goes to the next in line when the proposed one is turned away or leaves', () => {
    expect(full().given(free(one)).when(reject(two))).toEqual({ recorded: ['rejected', 'place-proposed'], warned: [] });
    const told = full().given(free(one));
    expect(told.when(free(two))).toEqual({ recorded: ['place-freed', 'place-proposed'], warned: [] });
    expect(placeOf(told.state, two)).toEqual({ place: 'freed', cause: 'stopped' });
  });

  it('is proposed no longer when another got it', () => {
    const told = full().given(free(one), give(three));
    expect(told.state).toMatchObject({ proposals: [], waiting: [two] });
    expect(told.when(decline(two))).toEqual({ refused: 'no-proposal' });
  });

  it('can be given up in the line too', () => {
    expect(full().when(free(two))).toEqual({ recorded: ['place-freed'], warned: [] });
  });
});
