import { describe, expect, it } from '@jest/globals';
import type { NetworkDetail } from '../../data/answers/groups.ts';
import { decisionsFor } from './commands.ts';
import { placeIn } from './place.ts';

const since = '2026-01-10';
const network: NetworkDetail = {
  network: 'n',
  name: 'Noord',
  region: 'Noord',
  minimum: 1,
  target: 2,
  maximum: 3,
  free: 1,
  places: [
    { trajectory: 'placed', since, reservation: null },
    { trajectory: 'reserved', since, reservation: { decisionExpectedOn: '2026-03-01' } },
  ],
  held: [{ trajectory: 'held', since, until: '2026-02-01' }],
  waiting: [
    { trajectory: 'first', since },
    { trajectory: 'second', since },
  ],
  proposals: [{ trajectory: 'first', since }],
  organisations: {},
};

const fitting = (trajectory: string, step: string) =>
  decisionsFor(step, placeIn(network, trajectory)).map(({ key }) => key);

describe('the place of a trajectory', () => {
  it('is given, held, in the line or open', () => {
    expect(placeIn(network, 'reserved')).toEqual({ place: 'given', expectedOn: '2026-03-01' });
    expect(placeIn(network, 'held')).toMatchObject({ heldUntil: '2026-02-01', turn: 0 });
    expect(placeIn(network, 'second')).toMatchObject({ turn: 2, isProposed: false });
    expect(placeIn(network, 'else')).toMatchObject({ heldUntil: undefined, turn: 0, isProposed: false });
  });
});

describe('the decisions that fit', () => {
  it('given an application, then every decision, a place first', () => {
    const all = ['do.admit', 'do.holdPlace', 'do.wait', 'do.reject', 'do.refer'];
    expect(fitting('else', 'applied')).toEqual(all);
    expect(fitting('else', 'intake-held')).toEqual(all);
  });

  it('given a place, then none, and with a reservation that this is lifted', () => {
    expect(fitting('placed', 'admitted')).toEqual([]);
    expect(fitting('reserved', 'admitted-with-reservation')).toEqual(['do.liftReservation']);
    expect(fitting('reserved', 'started')).toEqual(['do.liftReservation']);
  });

  it('given a tentative place or a turn in the line, then what can become of it', () => {
    expect(fitting('held', 'intake-held')).toContain('do.releasePlace');
    expect(fitting('second', 'waiting')).toEqual(['do.admit', 'do.holdPlace', 'do.reject', 'do.refer']);
    expect(fitting('first', 'waiting')).toContain('do.declineProposal');
  });

  it('given whoever only showed interest, or left, then none', () => {
    expect(fitting('else', 'interested')).toEqual([]);
    expect(fitting('else', 'withdrawn')).toEqual([]);
  });
});
