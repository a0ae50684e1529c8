import { describe, expect, it } from '@jest/globals';
import { at, because, networkStory, trajectoryOf } from '../testing/fixtures.ts';
import type { NetworkCommand } from './commands.ts';
import { type OpenNetwork, placeOf, proposalsOn } from './state.ts';

const today = '2025-10-01';
const [one = '', two = '', three = '', four = '', five = ''] = [1, 2, 3, 4, 5].map(trajectoryOf);

const hold = (trajectory: string, until = '2025-10-15', on = today): NetworkCommand => ({
  type: 'hold-place',
  ...at(on),
  trajectory,
  until,
});
const give = (trajectory: string, on = today): NetworkCommand => ({ type: 'give-place', ...at(on), trajectory });
const release = (trajectory: string, on = today): NetworkCommand => ({ type: 'release-place', ...at(on), trajectory });
const leave = (trajectory: string): NetworkCommand => ({
  type: 'free-place',
  ...at(today),
  trajectory,
  cause: 'withdrawn',
});
const wait = (trajectory: string): NetworkCommand => ({ type: 'put-on-waiting-list', ...at(today), trajectory });

function heldIn(told: ReturnType<typeof networkStory>): OpenNetwork['held'] {
  return told.state.status === 'open' ? told.state.held : [];
}

describe('a tentative place', () => {
  it('counts for others until and including its day', () => {
    const told = networkStory(1);
    expect(told.when(hold(one))).toEqual({ recorded: ['place-held'], warned: [] });
    expect(heldIn(told)).toEqual([{ trajectory: one, until: '2025-10-15' }]);
    expect(told.when(give(two))).toEqual({ refused: 'rest-is-held' });
    expect(told.when(hold(two))).toEqual({ refused: 'rest-is-held' });
    expect(told.when(give(two, '2025-10-15'))).toEqual({ refused: 'rest-is-held' });
    expect(told.when(give(two, '2025-10-16'))).toEqual({ recorded: ['place-given'], warned: [] });
  });

  it('becomes a place, and is held no longer', () => {
    const told = networkStory(1).given(hold(one));
    expect(told.when(give(one))).toEqual({ recorded: ['place-given'], warned: [] });
    expect(heldIn(told)).toEqual([]);
    expect(told.when(hold(one))).toEqual({ refused: 'already-has-a-place' });
  });

  it('is released, and then anybody may have it', () => {
    const told = networkStory(1).given(hold(one));
    expect(told.when(release(one))).toEqual({ recorded: ['place-released'], warned: [] });
    expect(told.when(release(one))).toEqual({ refused: 'no-place-held' });
    expect(told.when(give(two))).toEqual({ recorded: ['place-given'], warned: [] });
    expect(told.when(hold(three))).toEqual({ refused: 'network-full' });
  });

  it('takes another term, and the same one only once', () => {
    const told = networkStory(2).given(hold(one));
    expect(told.when(hold(one))).toEqual({ refused: 'nothing-changed' });
    expect(told.when(hold(one, '2025-11-01'))).toEqual({ recorded: ['place-held'], warned: [] });
    expect(heldIn(told)).toEqual([{ trajectory: one, until: '2025-11-01' }]);
    expect(told.when(hold(two, '2025-09-30'))).toEqual({ refused: 'held-until-the-past' });
    expect(told.when(hold(two, today))).toEqual({ recorded: ['place-held'], warned: [] });
  });

  it('may be held for who waits, past those who wait longer with a warning', () => {
    const told = networkStory(1).given(wait(one), wait(two));
    expect(told.when(hold(two))).toEqual({ recorded: ['place-held'], warned: ['not-first-in-line'] });
    expect(placeOf(told.state, two)).toEqual({ place: 'waiting', number: 2, proposed: false });
    told.given({ type: 'hold-place', ...at(today), trajectory: two, until: '2025-12-01' });
    expect(told.when(wait(three))).toMatchObject({ recorded: ['put-on-waiting-list'] });
    expect(heldIn(told)).toEqual([{ trajectory: two, until: '2025-12-01' }]);
  });

  it.each<[string, NetworkCommand]>([
    ['is turned away', { type: 'reject', ...at(today), trajectory: one, reason: because }],
    ['leaves', { type: 'free-place', ...at(today), trajectory: one, cause: 'withdrawn' }],
  ])('ends when the trajectory %s', (_, command) => {
    const told = networkStory(1).given(hold(one));
    expect('recorded' in told.when(command)).toBe(true);
    expect(heldIn(told)).toEqual([]);
    expect(told.when(give(two))).toMatchObject({ recorded: ['place-given'] });
  });

  it("was nobody's: who leaves without one frees nothing", () => {
    const told = networkStory(1);
    expect(told.when({ type: 'free-place', ...at(today), trajectory: one, cause: 'withdrawn' })).toEqual({
      recorded: [],
      warned: [],
    });
  });
});

describe('the waiting list beside a tentative place', () => {
  it('is where the network sends the rest, and says nothing of a free place', () => {
    const told = networkStory(3).given(give(one), give(two), hold(three));
    expect(told.when(give(four))).toEqual({ refused: 'rest-is-held' });
    expect(told.when(wait(four))).toEqual({ recorded: ['put-on-waiting-list'], warned: [] });
  });

  it('says of a free place to whom it is held for, and to anybody once its day has passed', () => {
    const told = () => networkStory(1).given(hold(one));
    expect(told().when(wait(one))).toEqual({ recorded: ['put-on-waiting-list'], warned: ['places-are-free'] });
    expect(told().when({ ...wait(two), ...at('2025-10-16') })).toMatchObject({ warned: ['places-are-free'] });
  });

  it('counts who waits and has a place held once', () => {
    const told = networkStory(3).given(wait(one), hold(one), wait(two));
    expect(told.when(wait(three))).toEqual({ recorded: ['put-on-waiting-list'], warned: ['places-are-free'] });
  });
});

describe('a freed place that is held for another than it is proposed to', () => {
  const proposed = () => networkStory(1).given(give(one), wait(two), wait(three), leave(one));
  const proposalsIn = ({ state }: ReturnType<typeof networkStory>, on = today) =>
    state.status === 'open' ? proposalsOn(state, on).map(({ trajectory }) => trajectory) : [];

  it('is proposed no longer, with a warning about who waits longer', () => {
    const told = proposed();
    expect(proposalsIn(told)).toEqual([two]);
    expect(told.when(hold(four))).toEqual({ recorded: ['place-held'], warned: ['not-first-in-line'] });
    expect(proposalsIn(told)).toEqual([]);
    expect(told.when(give(two))).toEqual({ refused: 'rest-is-held' });
  });

  it.each<[string, NetworkCommand, string[]]>([
    ['let go', release(four), ['place-released']],
    ['turned away', { type: 'reject', ...at(today), trajectory: four, reason: because }, ['rejected']],
    ['gone', leave(four), ['place-released']],
  ])('is proposed to the same one again when the other is %s', (_, command, recorded) => {
    const told = proposed().given(hold(four));
    expect(told.when(command)).toEqual({ recorded, warned: [] });
    expect(proposalsIn(told)).toEqual([two]);
  });

  it('is proposed to the same one again when the day passes until which it was held', () => {
    const told = proposed().given(hold(four));
    expect([proposalsIn(told, '2025-10-15'), proposalsIn(told, '2025-10-16')]).toEqual([[], [two]]);
    const decline = { type: 'decline-proposal', trajectory: two, reason: because } as const;
    expect(told.when({ ...decline, ...at('2025-10-15') })).toEqual({ refused: 'no-proposal' });
    expect(told.when({ ...decline, ...at('2025-10-20') })).toEqual({
      recorded: ['proposal-declined', 'place-proposed'],
      warned: [],
    });
    expect(proposalsIn(told, '2025-10-20')).toEqual([three]);
  });

  it('is proposed to the next in line after that day, when the one that it was proposed to is turned away before', () => {
    const told = proposed().given(hold(four));
    expect(told.when({ type: 'reject', ...at(today), trajectory: two, reason: because })).toEqual({
      recorded: ['rejected', 'place-proposed'],
      warned: [],
    });
    expect([proposalsIn(told, '2025-10-15'), proposalsIn(told, '2025-10-16')]).toEqual([[], [three]]);
  });

  it('is proposed no longer once it was given to the one that it was held for', () => {
    const told = proposed().given(hold(four), give(four));
    expect(proposalsIn(told, '2025-10-20')).toEqual([]);
    const places = { minimum: 1, target: 2, maximum: 2, reason: because };
    told.given({ type: 'change-places', ...at(today), ...places });
    expect(proposalsIn(told, '2025-10-20')).toEqual([]);
  });

  it('stays proposed to whom it is held for, and as long as there is another place', () => {
    expect(proposalsIn(proposed().given(hold(two)))).toEqual([two]);
    const places = { minimum: 1, target: 2, maximum: 2, reason: because };
    const told = proposed().given({ type: 'change-places', ...at(today), ...places }, hold(four));
    expect(proposalsIn(told)).toEqual([two]);
    told.given({ type: 'change-places', ...at(today), ...places, target: 1, maximum: 1 });
    expect(proposalsIn(told)).toEqual([]);
  });

  it('is proposed from the day after where the place that comes free is held already', () => {
    const places = { minimum: 1, target: 1, maximum: 1, reason: because };
    const told = networkStory(2).given(give(one), hold(four), wait(two));
    told.given({ type: 'change-places', ...at(today), ...places });
    expect(told.when(leave(one))).toMatchObject({ recorded: ['place-freed', 'place-proposed'] });
    expect([proposalsIn(told, '2025-10-15'), proposalsIn(told, '2025-10-16')]).toEqual([[], [two]]);
  });

  it('does not keep another place that comes free meanwhile from the next in line, whichever came first', () => {
    const full = () => networkStory(2).given(give(one), give(five), wait(two), wait(three));
    const before = full().given(leave(one), hold(four), leave(five));
    const after = full().given(leave(one), leave(five), hold(four));
    for (const told of [before, after]) {
      expect([proposalsIn(told, '2025-10-15'), proposalsIn(told, '2025-10-16')]).toEqual([[two], [two, three]]);
    }
  });

  it('is proposed past whom another free place is held for, as long as that counts', () => {
    const told = () => networkStory(2).given(give(one), hold(two), wait(two), wait(three));
    expect(proposalsIn(told().given(leave(one)))).toEqual([three]);
    expect(proposalsIn(told().given({ ...leave(one), ...at('2025-10-16') }), '2025-10-16')).toEqual([two]);
  });

  it('is proposed to whom another is held for when nobody else waits, and when it is the only one', () => {
    const alone = networkStory(2).given(give(one), hold(two), wait(two));
    expect(proposalsIn(alone.given(leave(one)))).toEqual([two]);
    const last = networkStory(2).given(give(one), hold(two), wait(two), wait(three));
    const places = { minimum: 1, target: 1, maximum: 1, reason: because };
    last.given({ type: 'change-places', ...at(today), ...places }, leave(one));
    expect([proposalsIn(last, '2025-10-15'), proposalsIn(last, '2025-10-16')]).toEqual([[two], [two]]);
  });
});

describe('a tentative place that is let go of', () => {
  const passedOver = () => networkStory(1).given(wait(one), wait(two), hold(four));

  it('is proposed for the first in line, who was passed over for it, also after its day', () => {
    expect(passedOver().when(release(four))).toEqual({ recorded: ['place-released', 'place-proposed'], warned: [] });
    const lapsed = passedOver();
    expect(lapsed.when(release(four, '2025-10-20'))).toMatchObject({ recorded: ['place-released', 'place-proposed'] });
    expect(lapsed.state).toMatchObject({ proposals: [{ trajectory: one, freedBy: four }] });
  });

  it('is not proposed to the one for whom it was held', () => {
    const told = networkStory(1).given(wait(one), wait(two), hold(one));
    expect(told.when(release(one))).toEqual({ recorded: ['place-released'], warned: [] });
  });

  it('is not proposed to who waits longer and has another place held', () => {
    const told = networkStory(2).given(wait(one), wait(two), wait(three), hold(one), hold(two));
    expect(told.when(release(two))).toEqual({ recorded: ['place-released'], warned: [] });
    told.given(hold(four));
    expect(told.when(release(four))).toMatchObject({ recorded: ['place-released', 'place-proposed'] });
    expect(told.state).toMatchObject({ proposals: [{ trajectory: two, freedBy: four }] });
  });

  it('leaves what was proposed to the same one, and brings no other place free', () => {
    const told = networkStory(2).given(give(one), wait(two), wait(three), leave(one), hold(two));
    expect(told.when(release(two))).toEqual({ recorded: ['place-released'], warned: [] });
    expect(told.state).toMatchObject({ proposals: [{ trajectory: two, freedBy: one }] });
  });
});
