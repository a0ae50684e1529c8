import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf } from '../kernel/days.ts';
import { at, because, networkStory, trajectoryOf } from '../testing/fixtures.ts';
import { sentTwice } from '../testing/twice.ts';
import type { NetworkCommand } from './commands.ts';
import { freePlaces, type NetworkState, type OpenNetwork, proposalsOn } from './state.ts';

const trajectory = fc.integer({ min: 1, max: 6 }).map(trajectoryOf);
const when = at('2025-10-01');

const command: fc.Arbitrary<NetworkCommand> = fc.oneof(
  trajectory.map((t): NetworkCommand => ({ type: 'give-place', ...when, trajectory: t })),
  trajectory.map(
    (t): NetworkCommand => ({
      type: 'give-place',
      ...when,
      trajectory: t,
      reservation: { reason: because, decisionExpectedOn: '2025-12-01' },
    }),
  ),
  trajectory.map((t): NetworkCommand => ({ type: 'hold-place', ...when, trajectory: t, until: '2025-11-01' })),
  trajectory.map((t): NetworkCommand => ({ type: 'release-place', ...when, trajectory: t })),
  trajectory.map((t): NetworkCommand => ({ type: 'lift-reservation', ...when, trajectory: t })),
  trajectory.map((t): NetworkCommand => ({ type: 'put-on-waiting-list', ...when, trajectory: t })),
  trajectory.map((t): NetworkCommand => ({ type: 'reject', ...when, trajectory: t, reason: because })),
  trajectory.map((t): NetworkCommand => ({ type: 'refer', ...when, trajectory: t, to: 'Oost', reason: because })),
  trajectory.map((t): NetworkCommand => ({ type: 'free-place', ...when, trajectory: t, cause: 'stopped' })),
  trajectory.map((t): NetworkCommand => ({ type: 'decline-proposal', ...when, trajectory: t, reason: because })),
  fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }).map(
    ([minimum = 0, target = 0, maximum = 0]): NetworkCommand => ({
      type: 'change-places',
      ...when,
      minimum,
      target,
      maximum,
      reason: because,
    }),
  ),
);

const commands = fc.array(command, { maxLength: 40 });

function open(state: NetworkState): OpenNetwork {
  if (state.status === 'unknown') throw new Error('A network that was opened is open.');
  return state;
}

describe('whatever leads decide about a network', () => {
  it('keeps its places, its line and its proposals', () => {
    fc.assert(
      fc.property(commands, (all) => {
        const told = networkStory(2);
        for (const each of all) {
          told.when(each);
          const state = open(told.state);
          const placed = state.places.map((place) => place.trajectory);
          expect(placed.length).toBeLessThanOrEqual(state.maximum);
          expect(state.minimum <= state.target && state.target <= state.maximum).toBe(true);
          expect(new Set(state.held.map((held) => held.trajectory)).size).toBe(state.held.length);
          expect(state.held.some((held) => placed.includes(held.trajectory))).toBe(false);
          const everywhere = [...placed, ...state.waiting, ...state.left.keys()];
          expect(new Set(everywhere).size).toBe(everywhere.length);
          expect(state.proposals.length).toBeLessThanOrEqual(freePlaces(state));
          const standing = proposalsOn(state, dayOf(when.at));
          const held = state.held.filter(({ trajectory: t }) => !standing.some((p) => p.trajectory === t));
          expect(standing.length).toBeLessThanOrEqual(Math.max(0, freePlaces(state) - held.length));
          expect(proposalsOn(state, '2025-11-02')).toEqual(state.proposals);
          expect(state.proposals.every((p) => state.waiting.includes(p.trajectory))).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the line in the order of being put on it', () => {
    fc.assert(
      fc.property(commands, (all) => {
        const told = networkStory(2);
        for (const each of all) {
          const before = open(told.state).waiting;
          told.when(each);
          const after = open(told.state).waiting;
          const stayed = before.filter((t) => after.includes(t));
          expect(after.slice(0, stayed.length)).toEqual(stayed);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is harmless to send twice', () => {
    fc.assert(
      fc.property(commands, (all) => {
        sentTwice(networkStory(2), all);
      }),
      { numRuns: 100 },
    );
  });
});
