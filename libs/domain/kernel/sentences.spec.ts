import { describe, expect, it } from '@jest/globals';
import { itemUnknown } from '../dossier/refusals.ts';
import { rowsWereRefused } from '../import/warnings.ts';
import * as meeting from '../meeting/warnings.ts';
import { maximumBelowPlacesGiven, networkFull, restIsHeld, trajectoryEnded } from '../network/refusals.ts';
import * as network from '../network/warnings.ts';
import { pledgeUnknown } from '../pledge/refusals.ts';
import { outOfOrder as pledgeOutOfOrder } from '../pledge/warnings.ts';
import { ids, openNetwork } from '../testing/fixtures.ts';
import { outOfOrder } from '../trajectory/out-of-order.ts';
import { networkUnknown, programmeUnknown, trajectoryUnknown } from './refusals.ts';

describe('sentences', () => {
  const counted = [
    meeting.attendanceReplaced,
    meeting.rolesOfWhoWasNotThere,
    meeting.presentWithoutAPlace,
    network.notFirstInLine,
    network.placesAreFree,
    network.someoneIsWaiting,
    rowsWereRefused,
    (count: number) => maximumBelowPlacesGiven(1, count),
    (count: number) => network.belowTheMinimum(count, 6),
  ];

  it.each(counted.map((say) => [say(1).code, say] as const))('%s speaks of one otherwise than of two', (_, say) => {
    for (const lang of ['nl', 'en'] as const) {
      expect(say(2)[lang].replaceAll('2', '1')).not.toBe(say(1)[lang]);
      expect(say(1)[lang]).toMatch(/[.]$/);
    }
  });

  it('are right of a network with one place, or with none, and of one place that is held', () => {
    const full = [0, 1].map((maximum) => networkFull({ ...openNetwork, maximum }, false));
    for (const { nl, en } of [...full, restIsHeld(1, '2025-10-15', false)]) {
      expect(`${nl} ${en}`).not.toMatch(/\b[01] (plaatsen|places)|De vrije plaatsen|The free places/);
    }
  });

  it('send nobody to the waiting list who waits', () => {
    const full = [networkFull(openNetwork, true), restIsHeld(1, '2025-10-15', true), restIsHeld(2, '2025-10-15', true)];
    for (const { nl, en } of full) expect(`${nl} ${en}`).not.toMatch(/wachtlijst|waiting list/);
  });

  it('say what can be done by whoever withdrew, and by whoever ended', () => {
    expect(trajectoryEnded(ids.meeting, 'withdrawn').en).toContain('new application');
    expect(trajectoryEnded(ids.meeting, 'stopped').en).toContain('still goes on');
  });

  it('name a field only when it was named', () => {
    for (const unknown of [pledgeUnknown, itemUnknown, programmeUnknown, networkUnknown, trajectoryUnknown]) {
      expect(unknown().fields).toEqual([]);
      expect(unknown('some-id').fields).toHaveLength(1);
    }
  });

  it('are there for every code of a table; a code without one is a broken table', () => {
    expect(() => outOfOrder('unheard-of')).toThrow('No sentence');
    expect(() => pledgeOutOfOrder('unheard-of')).toThrow('No sentence');
  });
});
