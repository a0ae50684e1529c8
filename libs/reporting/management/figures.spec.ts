import { describe, expect, test } from '@jest/globals';
import { regionalNetwork } from '#domain/template/regional-network';
import { itemOf } from '#views/progress/item';
import type { TrajectoryRow } from '#views/progress/row';
import { emptyRegister } from '#views/register/register';
import { commitmentFigures, type MeetingInReport, meetingFigures } from './figures.ts';

const row: TrajectoryRow = {
  trajectory: 'one',
  programme: 'programme',
  organisation: 'somewhere',
  network: null,
  contactRole: 'secretary',
  course: [{ on: '2025-09-01', fact: 'applied', event: '1' }],
  places: [],
  commitments: { council: [{ on: '2025-10-01', fact: 'asked', due: '2025-12-15', event: '2' }] },
  questions: [],
  localChanges: [],
  dossierDays: [],
  attendance: [],
  support: [],
  contacts: [],
  judgements: [],
  told: {},
  lastRecordedAt: '2025-10-01T10:00:00.000Z',
};

function lateOf(told: TrajectoryRow, day: string): readonly string[] {
  const item = itemOf(told, { register: emptyRegister, networks: new Map(), programme: undefined, validOn: day });
  return commitmentFigures([{ row: told, item }], regionalNetwork, day).lateCommitments.map(({ layer }) => layer);
}

describe('late commitments in the management report', () => {
  test('given an answer that did not come, then it is late from the day after its term', () => {
    expect(lateOf(row, '2025-12-15')).toEqual([]);
    expect(lateOf(row, '2025-12-16')).toEqual(['council']);
  });

  test('given that the organisation stopped, then its answer is not late any more', () => {
    const stopped: TrajectoryRow = {
      ...row,
      course: [...row.course, { on: '2026-02-10', fact: 'stopped', event: '3' }],
    };
    expect(lateOf(stopped, '2026-02-09')).toEqual(['council']);
    expect(lateOf(stopped, '2026-02-10')).toEqual([]);
  });
});

const planned: MeetingInReport = {
  ...{ meeting: 'one', programme: 'programme', network: null, kind: 'exchange', title: 'Uitwisseling' },
  ...{ state: 'planned', date: '2025-03-20', firstDate: '2025-03-20', status: 'agreed', moves: [], minutes: null },
  ...{ heldOn: null, heldByMonth: false, cancelled: null, attendance: [], invitations: [] },
};

describe('a meeting in the management report', () => {
  test('given that it was cancelled, then it is not to come any more', () => {
    const cancelled = { ...planned, state: 'cancelled', cancelled: { on: '2025-03-01', event: '1' } } as const;
    expect(meetingFigures(planned)).toMatchObject({ held: false, state: 'planned' });
    expect(meetingFigures(cancelled)).toMatchObject({ held: false, state: 'cancelled', date: '2025-03-20' });
  });

  test('given that only the month is known in which it was held, then it keeps the day that was planned in it', () => {
    const held = { ...planned, state: 'held', heldOn: '2025-03-01', heldByMonth: true } as const;
    expect(meetingFigures(held)).toMatchObject({ held: true, date: '2025-03-20' });
    expect(meetingFigures({ ...held, heldByMonth: false })).toMatchObject({ date: '2025-03-01' });
    expect(meetingFigures({ ...held, date: '2025-04-02' })).toMatchObject({ date: '2025-03-01' });
  });
});
