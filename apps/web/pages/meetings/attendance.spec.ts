import { describe, expect, it } from '@jest/globals';
import { standingOf } from '../../testing/rows.ts';
import { afterTap, expectedAt, presetOf } from './attendance.ts';

const meeting = {
  meeting: 'm',
  network: 'n',
  kind: 'exchange',
  title: 'Uitwisseling',
  state: 'planned',
  date: '2026-03-18',
  status: 'agreed',
  heldOn: null,
  attendance: [],
};
const elsewhere = standingOf('Zwolle', { network: { id: 'other', name: 'Oost' } });
const waiting = standingOf('Coevorden', { participation: { step: 'waiting' } });
const standings = [standingOf('Assen'), standingOf('Emmen'), elsewhere, waiting];

describe('attendance', () => {
  it('given nothing on record, then everyone with a place in the network stands on present', () => {
    const expected = expectedAt(meeting, standings);
    expect(presetOf(meeting, expected)).toEqual({ 't-Assen': 'present', 't-Emmen': 'present' });
  });

  it('given what is on record, then that stands', () => {
    const attendance = [{ trajectory: 't-Assen', attendance: 'excused', on: '2026-03-18', event: 'e' }];
    const held = { ...meeting, attendance };
    expect(presetOf(held, expectedAt(held, standings))).toEqual({ 't-Assen': 'excused' });
  });

  it('given three taps, then it is what it was', () => {
    expect(afterTap(afterTap(afterTap('present')))).toBe('present');
  });
});
