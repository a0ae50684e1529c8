import { describe, expect, it } from '@jest/globals';
import { at, because, networkStory, trajectoryOf } from '../testing/fixtures.ts';
import type { NetworkCommand } from './commands.ts';
import { type OpenNetwork, placeOf } from './state.ts';

const today = '2025-10-01';
const [one, two, three] = [1, 2, 3].map(trajectoryOf) as [string, string, string];

const hold = (trajectory: string, until = '2025-10-15', on = today): NetworkCommand => ({
  type: 'hold-place',
  ...at(on),
  trajectory,
  until,
});
const give = (trajectory: string, on = today): NetworkCommand => ({ type: 'give-place', ...at(on), trajectory });
const release = (trajectory: string): NetworkCommand => ({ type: 'release-place', ...at(today), trajectory });
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
