import { describe, expect, it } from '@jest/globals';
import type { MeetingVersion } from '#views/meeting/queries';
import { calendarOf } from './calendar.ts';

const id = '0197aaaa-0000-7000-8000-000000000001';
const planned: MeetingVersion = {
  since: 40,
  heldByMonth: false,
  meeting: id,
  programme: id,
  network: id,
  kind: 'exchange',
  title: 'Uitwisseling 1: samen leren kijken',
  state: 'planned',
  date: '2026-03-29',
  firstDate: '2026-03-29',
  status: 'provisional',
  moves: [],
  heldOn: null,
  minutes: null,
  cancelled: null,
  attendance: [],
  invitations: [],
};
const move = { from: '2026-03-29', to: '2026-04-02', by: 'facilitator', on: '2026-03-01', event: id };
const moved: MeetingVersion = { ...planned, since: 52, date: '2026-04-02', status: 'agreed', moves: [move] };
const cancelled: MeetingVersion = {
  ...moved,
  since: 61,
  state: 'cancelled',
  cancelled: { on: '2026-03-20', event: id },
};

const of = (meeting: MeetingVersion, more = {}) =>
  calendarOf({
    meetings: [meeting],
    name: 'Noord-Nederland',
    language: 'nl',
    fictitious: false,
    at: '2026-03-01T09:00:00.000Z',
    ...more,
  })
    // Long lines go on after a line end and a space.
    .replaceAll('\r\n ', '')
    .split('\r\n');

describe('the calendar of a programme', () => {
  it('has a meeting as an appointment of a whole day, over the change of the clock too', () => {
    expect(of(planned)).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        `UID:${id}@samenspel`,
        'SEQUENCE:40',
        'DTSTAMP:20260301T090000Z',
        'DTSTART;VALUE=DATE:20260329',
        'DTEND;VALUE=DATE:20260330',
        'SUMMARY:Uitwisseling 1: samen leren kijken',
        'STATUS:TENTATIVE',
      ]),
    );
  });

  it('moves the appointment that it was, and keeps the first date', () => {
    expect(of(moved)).toEqual(
      expect.arrayContaining([
        `UID:${id}@samenspel`,
        'SEQUENCE:52',
        'DTSTART;VALUE=DATE:20260402',
        'STATUS:CONFIRMED',
        'DESCRIPTION:Verzet\\; eerst op 2026-03-29.',
      ]),
    );
  });

  it('strikes out what was cancelled', () => {
    expect(of(cancelled)).toEqual(expect.arrayContaining([`UID:${id}@samenspel`, 'SEQUENCE:61', 'STATUS:CANCELLED']));
  });

  it('goes on counting when a move or a cancellation is taken back', () => {
    const takenBack: MeetingVersion = { ...planned, since: 70 };
    expect(of(takenBack)).toContain('SEQUENCE:70');
  });

  it('has a number that every calendar program can hold', () => {
    expect(of({ ...planned, since: 3_000_000_000 })).toContain('SEQUENCE:2147483647');
  });

  it('shows a meeting on the day on which it was held, and that it was', () => {
    const held: MeetingVersion = { ...planned, state: 'held', heldOn: '2026-03-31' };
    expect(of(held)).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20260331', 'DTEND;VALUE=DATE:20260401', 'STATUS:CONFIRMED']),
    );
  });

  it('keeps the planned day of a meeting of which only the month is known', () => {
    const held: MeetingVersion = { ...planned, state: 'held', heldOn: '2026-03-02', heldByMonth: true };
    expect(of(held)).toContain('DTSTART;VALUE=DATE:20260329');
    expect(of({ ...held, date: '2026-04-02' })).toContain('DTSTART;VALUE=DATE:20260302');
  });

  it('shows a meeting that was held on the first of its month on that day', () => {
    const held: MeetingVersion = { ...planned, state: 'held', heldOn: '2026-03-01' };
    expect(of(held)).toContain('DTSTART;VALUE=DATE:20260301');
  });

  it('has the name of a programme as its name, whatever stands in it', () => {
    const lines = of(planned, { name: 'Noord; Oost, West\nBEGIN:VEVENT' });
    expect(lines).toContain('X-WR-CALNAME:Samenspel: Noord\\; Oost\\, West\\nBEGIN:VEVENT');
    expect(lines).not.toContain('BEGIN:VEVENT\n');
    expect(lines.filter((line) => line.includes('\n'))).toEqual([]);
  });

  it('says on every appointment that an example is fictitious', () => {
    expect(of(planned, { fictitious: true, language: 'en' })).toContain(
      'SUMMARY:[fictitious] Uitwisseling 1: samen leren kijken',
    );
  });

  it('is the same to the byte when it is made again', () => {
    expect(of(cancelled)).toEqual(of(cancelled));
  });
});
