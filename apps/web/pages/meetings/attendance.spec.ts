import { describe, expect, it } from '@jest/globals';
import { standingOf } from '../../testing/rows.ts';
import {
  afterTap,
  changedIn,
  entriesOf,
  entriesToTell,
  expectedAt,
  presetOf,
  rolesAt,
  rolesIn,
  unsentAttendance,
} from './attendance.ts';

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

  it('given roles at the table, then they are told with who was there, and of who was not there none', () => {
    const first = presetOf(meeting, expectedAt(meeting, standings));
    const roles = { 't-Assen': ['council-clerk', 'portfolio-holder'], 't-Emmen': ['lead'] };
    expect(entriesToTell(meeting, { ...first, 't-Emmen': 'absent' }, roles)).toEqual([
      { trajectory: 't-Assen', attendance: 'present', roles: ['council-clerk', 'portfolio-holder'] },
      { trajectory: 't-Emmen', attendance: 'absent', roles: [] },
    ]);
  });

  it('given roles on record, then another role is told, and the same in another order is not', () => {
    const entry = { trajectory: 't-Assen', attendance: 'present', on: '2026-03-18', event: 'e' };
    const held = { ...meeting, attendance: [{ ...entry, roles: ['lead', 'council-clerk'] }] };
    const preset = presetOf(held, expectedAt(held, standings));
    expect(rolesAt(held)).toEqual({ 't-Assen': ['lead', 'council-clerk'] });
    expect(changedIn(held, preset, { 't-Assen': ['council-clerk', 'lead'] })).toEqual([]);
    expect(changedIn(held, preset, { 't-Assen': ['lead'] })).toEqual(['t-Assen']);
    expect(entriesToTell(held, preset, { 't-Assen': ['lead'] })).toEqual([
      { trajectory: 't-Assen', attendance: 'present', roles: ['lead'] },
    ]);
  });

  it('given what was entered without a connection, then the last of this meeting stands', () => {
    const unsent = (meetingOf: string, attendance: string, roles: string[] = []) => ({
      key: `${meetingOf}${attendance}`,
      actor: 'a',
      what: 'w',
      page: { title: 't', address: '/' },
      address: `/v1/meetings/${meetingOf}/attendance`,
      content: { occurredOn: '2026-03-18', entries: [{ trajectory: 't-Assen', attendance, roles }] },
    });
    const waiting = [unsent('m', 'absent'), unsent('m', 'excused'), unsent('other', 'absent')];
    expect(entriesOf(unsentAttendance(waiting, 'm'))).toEqual({ 't-Assen': 'excused' });
    expect(rolesIn(unsentAttendance(waiting, 'm'))).toEqual({});
    const there = [...waiting, unsent('m', 'present', ['lead'])];
    expect(rolesIn(unsentAttendance(there, 'm'))).toEqual({ 't-Assen': ['lead'] });
    expect(entriesOf(unsentAttendance(waiting, 'elsewhere'))).toEqual({});
    expect(rolesIn(unsentAttendance(waiting, 'elsewhere'))).toEqual({});
  });

  it('given that absent waits to be sent, and then a tap back to present, then the roles on record are kept', () => {
    const entry = { trajectory: 't-Assen', attendance: 'present', on: '2026-03-18', event: 'e' };
    const held = { ...meeting, attendance: [{ ...entry, roles: ['expert'] }] };
    const absent = { trajectory: 't-Assen', attendance: 'absent' as const, roles: [] };
    const roles = { ...rolesAt(held), ...rolesIn({ occurredOn: '2026-03-18', entries: [absent] }) };
    expect(entriesToTell(held, { 't-Assen': 'present' }, roles)).toEqual([
      { trajectory: 't-Assen', attendance: 'present', roles: ['expert'] },
    ]);
  });

  it('given three taps, then it is what it was', () => {
    expect(afterTap(afterTap(afterTap('present')))).toBe('present');
  });
});
