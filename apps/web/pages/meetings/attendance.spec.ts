import { describe, expect, it } from '@jest/globals';
import { standingOf } from '../../testing/rows.ts';
import { afterTap, changedIn, entriesOf, entriesToTell, expectedAt, presetOf, unsentAttendance } from './attendance.ts';

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
  invitations: [],
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
    const attendance = [{ trajectory: 't-Assen', attendance: 'excused', roles: [], on: '2026-03-18', event: 'e' }];
    const held = { ...meeting, attendance };
    expect(presetOf(held, expectedAt(held, standings))).toEqual({ 't-Assen': 'excused' });
  });

  it('given what is on record, then only who is changed is told, and the others keep the roles in which they were there', () => {
    const entry = { attendance: 'present', on: '2026-03-18', event: 'e' };
    const attendance = [
      { ...entry, trajectory: 't-Assen', roles: ['council-clerk'] },
      { ...entry, trajectory: 't-Emmen', roles: ['lead'] },
    ];
    const held = { ...meeting, attendance };
    const preset = presetOf(held, expectedAt(held, standings));
    expect(changedIn(held, preset)).toEqual([]);
    const excused = { trajectory: 't-Emmen', attendance: 'excused', roles: [] };
    expect(entriesToTell(held, { ...preset, 't-Emmen': 'excused' })).toEqual([excused]);
    const asItIs = attendance.map(({ trajectory, roles }) => ({ trajectory, attendance: 'present', roles }));
    expect(entriesToTell(held, preset)).toEqual(asItIs);
    const first = presetOf(meeting, expectedAt(meeting, standings));
    expect(entriesToTell(meeting, first).map(({ trajectory }) => trajectory)).toEqual(['t-Assen', 't-Emmen']);
  });

  it('given what was entered without a connection, then the last of this meeting stands', () => {
    const unsent = (meetingOf: string, attendance: string) => ({
      key: `${meetingOf}${attendance}`,
      actor: 'a',
      what: 'w',
      page: { title: 't', address: '/' },
      address: `/v1/meetings/${meetingOf}/attendance`,
      content: { occurredOn: '2026-03-18', entries: [{ trajectory: 't-Assen', attendance }] },
    });
    const waiting = [unsent('m', 'absent'), unsent('m', 'excused'), unsent('other', 'absent')];
    expect(entriesOf(unsentAttendance(waiting, 'm'))).toEqual({ 't-Assen': 'excused' });
    expect(entriesOf(unsentAttendance(waiting, 'elsewhere'))).toEqual({});
  });

  it('given three taps, then it is what it was', () => {
    expect(afterTap(afterTap(afterTap('present')))).toBe('present');
  });
});
