import { describe, expect, it } from '@jest/globals';
import {
  afterTheIntake,
  apply,
  at,
  because,
  day,
  networkStory,
  noonOf,
  programme,
  trajectoryContext,
  trajectoryOf,
  trajectoryStory,
} from '../testing/fixtures.ts';
import { participation } from '../trajectory/participation.ts';
import type { NetworkCommand } from './commands.ts';
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

describe('who applies anew after being turned away', () => {
  /** The network of a trajectory that applied on 1 September and was turned away on 1 October. */
  const turnedAway = (...commands: NetworkCommand[]) => networkStory(1).given(...commands);

  /** Then an application that is dated on this day was recorded at that moment. */
  function appliedOn(told: ReturnType<typeof networkStory>, date: string, recordedAt: string) {
    const story = afterTheIntake();
    story.context = { ...trajectoryContext, network: told.state };
    story.given({ ...apply(date), at: recordedAt });
    told.context = { programme, trajectory: story.state };
    return told;
  }
  const anew = (told: ReturnType<typeof networkStory>) => appliedOn(told, '2025-11-03', noonOf('2025-11-03'));
  const later = at('2025-11-10');

  it('is decided about as anybody who applies', () => {
    const rejected = () => anew(turnedAway(reject(one)));
    expect(rejected().when({ ...reject(one), ...later })).toEqual({ recorded: ['rejected'], warned: [] });
    expect(rejected().when({ ...give(one), ...later })).toEqual({ recorded: ['place-given'], warned: [] });
    expect(rejected().when({ ...wait(one), ...later })).toEqual({
      recorded: ['put-on-waiting-list'],
      warned: ['places-are-free'],
    });
    const referred = anew(turnedAway(refer(one)));
    expect(referred.when({ ...refer(one), ...later })).toEqual({ recorded: ['referred'], warned: [] });
  });

  it('may do so on the day of the decision', () => {
    const told = appliedOn(turnedAway(reject(one)), today, `${today}T13:00:00.000Z`);
    expect(told.when({ ...reject(one), ...later })).toEqual({ recorded: ['rejected'], warned: [] });
  });

  it('may do so of a day before the decision, which was taken without knowing of it', () => {
    const told = appliedOn(turnedAway(reject(one)), '2025-09-20', noonOf('2025-10-03'));
    expect(told.when({ ...reject(one), ...later })).toEqual({ recorded: ['rejected'], warned: [] });
  });

  it('is turned away once for each time that it applies', () => {
    const told = anew(turnedAway(reject(one))).given({ ...reject(one), ...later });
    expect(told.when({ ...reject(one), ...at('2025-11-11') })).toEqual({ refused: 'nothing-changed' });
  });

  it('is not who corrects what was known when it was decided', () => {
    const story = afterTheIntake();
    const first = story.history.find(({ type }) => type === 'trajectory.applied.v1');
    if (!first) throw new Error('It applied.');
    const corrects = { event: first.id, kind: 'correction' as const, reason: because };
    story.record([{ ...first, occurredOn: day('2025-09-02'), corrects }], noonOf('2025-10-20'));
    const told = turnedAway(reject(one));
    told.context = { programme, trajectory: story.state };
    expect(told.when({ ...reject(one), ...later })).toEqual({ refused: 'nothing-changed' });
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
