import { describe, expect, test } from '@jest/globals';
import { asCsv, asJson } from './formats.ts';
import type { ManagementReport } from './report.ts';

const report: ManagementReport = {
  report: 'management',
  format: 1,
  fictitious: true,
  basis: {
    ordinal: 12,
    knownAt: '2026-01-31T23:00:00.000Z',
    validOn: '2026-01-31',
    log: '0197f3a0-0000-7000-8000-000000000001',
    folds: 'abc',
    template: { key: 'regional-network', version: 1 },
    register: '2026-01-01',
  },
  programme: { id: '1', name: '=Noord', client: 'Drenthe', from: '2025-09-01', until: '2026-09-30' },
  networks: [],
  participation: { started: 10, waiting: 2 },
  status: { 'on-schedule': 8, behind: 2, none: 2 },
  milestones: [],
  trajectories: [
    {
      trajectory: '2',
      organisation: 'Noardeast-Fryslân',
      cbs: '1970',
      participation: 'started',
      milestonesReached: 3,
      milestonesExpected: 4,
      milestones: 7,
      status: 'behind',
      reasons: [{ code: 'milestone-overdue', about: 'intake-held', nl: 'Te laat; al dagen.', en: 'Late; for days.' }],
      judgement: null,
      lastContactOn: null,
      supportMinutes: 0,
    },
  ],
  commitments: { council: { given: 5 } },
  lateCommitments: [],
  meetings: [],
  attendance: { present: 0, excused: 0, absent: 0, presentPerMille: null },
  support: {
    requested: 0,
    matched: 0,
    completed: 0,
    plannedMinutes: 0,
    deliveredMinutes: 0,
    approvedMinutes: 0,
    countedMinutes: 0,
  },
  questions: {},
  recordedLate: [
    {
      ordinal: 7,
      type: 'meeting.held.v1',
      organisation: null,
      recordedAt: '2026-03-01T09:00:00.000Z',
      occurredOn: '2026-01-22',
      daysLate: 38,
      meeting: 'Startbijeenkomst',
    },
  ],
  corrections: 0,
  retractions: 0,
  labels: { layers: { council: { nl: 'Raad', en: 'Council' } }, categories: {} },
};

const [one, other] = ['3', '4'].map((network) => ({
  ...{ network, name: 'Noord', minimum: 1, target: 2, maximum: 3, given: 1, withReservation: 0, free: 2 },
  ...{ waiting: 0, proposed: 0, region: `Regio ${network}` },
})) as [ManagementReport['networks'][number], ManagementReport['networks'][number]];

function meeting(id: string, title: string, date: string, state: 'planned' | 'held' | 'cancelled' = 'planned') {
  const attendance = { present: 0, excused: 0, absent: 0, presentPerMille: null };
  return { meeting: id, kind: 'exchange', title, date, moves: 0, held: state === 'held', ...attendance, state };
}

function alike<Group>(group: readonly Group[]): Group[] {
  return [...group, ...group];
}

describe('the formats of the management report', () => {
  test('JSON is canonical: the order in which the report was put together does not matter', () => {
    const { basis, ...rest } = report;
    expect(asJson({ ...rest, basis })).toBe(asJson(report));
  });

  test('JSON holds the figures and the codes of reasons, not the sentences that a later release may say better', () => {
    const [figures] = report.trajectories;
    const trajectories = [{ ...figures, reasons: [{ code: 'milestone-overdue', about: 'intake-held' }] }];
    expect(JSON.parse(asJson(report))).toEqual({ ...report, trajectories });
  });

  test('CSV opens rightly in a Dutch spreadsheet', () => {
    const csv = asCsv(report);
    expect(csv.startsWith('\uFEFFonderdeel;onderwerp;maat;waarde\r\n')).toBe(true);
    expect(csv).toContain('let op;;managementrapportage;fictief voorbeeld: niets hiervan is gebeurd\r\n');
    expect(csv).toContain('basis;;volgnummer;12\r\n');
    expect(csv).toContain('commitment;Raad;gegeven;5\r\n');
    expect(csv).toContain('laat vastgelegd;Startbijeenkomst 2026-01-22;dagen later vastgelegd;38\r\n');
    expect(csv).toContain('organisatie;Noardeast-Fryslân;status;achter\r\n');
    expect(csv).toContain('organisatie;Noardeast-Fryslân;waarom;"Te laat; al dagen."\r\n');
  });

  test('a cell that a spreadsheet would take for a formula is text', () => {
    expect(asCsv(report)).toContain("programma;'=Noord;opdrachtgever;Drenthe\r\n");
  });

  test('given a meeting that was cancelled, then the file says so', () => {
    const meetings = [meeting('5', 'Uitwisseling', '2026-01-20', 'cancelled')];
    expect(asCsv({ ...report, meetings })).toContain('bijeenkomst;Uitwisseling;stand;afgelast\r\n');
    expect(asCsv({ ...report, meetings }, 'en')).toContain('meeting;Uitwisseling;state;cancelled\r\n');
    expect(JSON.parse(asJson({ ...report, meetings }))).toMatchObject({ meetings: [{ state: 'cancelled' }] });
  });

  test('given what is called alike, then the day or the region tells it apart, and a number at last', () => {
    const meetings = [
      meeting('5', 'Uitwisseling', '2026-01-20'),
      meeting('6', 'Uitwisseling', '2026-02-20'),
      meeting('7', 'Uitwisseling', '2026-02-20'),
      meeting('8', 'Slot', '2026-03-20'),
    ];
    const late = {
      trajectory: '2',
      organisation: 'Noardeast-Fryslân',
      layer: 'council',
      due: '2026-01-15',
      daysOver: 3,
    };
    const { trajectories, recordedLate } = report;
    const csv = asCsv({
      ...{ ...report, meetings, networks: [one, other], lateCommitments: [late, late] },
      ...{ trajectories: alike(trajectories), recordedLate: alike(recordedLate) },
    });
    for (const about of [
      'Uitwisseling, 2026-01-20',
      'Uitwisseling, 2026-02-20',
      'Uitwisseling, 2026-02-20 (2)',
      'Slot',
    ]) {
      expect(csv).toContain(`bijeenkomst;${about};stand;gepland\r\n`);
    }
    expect(csv).toContain('netwerk;Noord, Regio 3;vrij;2\r\n');
    const firstThree = csv.split('\r\n').map((line) => line.split(';').slice(0, 3).join(';'));
    expect(new Set(firstThree).size).toBe(firstThree.length);
  });

  test('CSV speaks English on request', () => {
    expect(asCsv(report, 'en')).toContain('participation;;started;10\r\n');
  });

  test('given rows that could not be made, then the file says so at its head; given none, then nothing of it', () => {
    const stale = { count: 3, firstAt: '2026-01-30T08:00:00.000Z', rows: [{ view: 'progress', key: '2', since: 11 }] };
    const behind = { ...report, basis: { ...report.basis, stale } };
    const csv = asCsv(behind);
    expect(csv).toContain('let op;;rijen niet bij, omdat een gebeurtenis niet verwerkt kon worden;3\r\n');
    expect(csv).toContain('let op;;niet bij sinds;2026-01-30T08:00:00.000Z\r\n');
    expect(asCsv(behind, 'en')).toContain('notice;;not up to date since;2026-01-30T08:00:00.000Z\r\n');
    expect(JSON.parse(asJson(behind))).toMatchObject({ basis: { stale } });
    expect(asCsv(report)).not.toContain('niet bij');
    expect(asJson(report)).not.toContain('stale');
  });
});
