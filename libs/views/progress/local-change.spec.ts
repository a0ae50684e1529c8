import { describe, expect, test } from '@jest/globals';
import { idOf, sealed } from '../../../test/support/events.ts';
import { on, rowOf } from '../../../test/support/rows.ts';
import { localChangeOf } from './local-change.ts';
import { progressView } from './view.ts';

const trajectory = idOf('trajectory');
const about = [`trajectory:${trajectory}`, `organisation:${idOf('Assen')}`];
const ofItem = (day: string, type: string, data: object, item = 'item') =>
  on(day, { type: `local-change.${type}.v1`, data }, `item:${idOf(item)}`, ...about);
const followed = (day: string, name: string, item = 'item') =>
  ofItem(day, 'brought-in', { item: idOf(item), name, stage: 'idea', ownerRole: 'manager' }, item);
const moved = (day: string, stage: string, item = 'item') =>
  ofItem(day, 'stage-moved', { stage, what: sealed('.') }, item);

const rowOfAll = (...events: Parameters<typeof rowOf>[2]) => rowOf(progressView, trajectory, events);
const lastOf = (...events: Parameters<typeof rowOf>[2]) => localChangeOf(rowOfAll(...events).localChanges);

const ownWord = on(
  '2025-10-01',
  { type: 'trajectory.local-change-brought-in.v1', data: { name: 'Buurt', stage: 'idea', ownerRole: 'secretary' } },
  ...about,
);

describe('the local change of a trajectory', () => {
  test('is the one that it brought in, until an item of the dossier tells more', () => {
    const row = rowOfAll(ownWord, followed('2025-11-01', 'Buurt'), moved('2026-01-10', 'under-way'));
    expect(localChangeOf(row.localChanges, '2025-09-30')).toBeNull();
    expect(localChangeOf(row.localChanges, '2025-10-31')).toMatchObject({ stage: 'idea', ownerRole: 'secretary' });
    expect(localChangeOf(row.localChanges, '2025-11-01')).toMatchObject({ stage: 'idea', ownerRole: 'manager' });
    expect(localChangeOf(row.localChanges)).toEqual({ name: 'Buurt', stage: 'under-way', ownerRole: 'manager' });
  });

  test('that was told of late, does not lead back', () => {
    const row = rowOfAll(
      followed('2025-11-01', 'Buurt'),
      moved('2026-03-10', 'embedded'),
      moved('2026-01-10', 'under-way'),
    );
    expect(localChangeOf(row.localChanges)?.stage).toBe('embedded');
  });

  test('has another owner when that was told', () => {
    const owner = ofItem('2025-12-01', 'owner-changed', { ownerRole: 'director' });
    expect(lastOf(followed('2025-11-01', 'Buurt'), owner)?.ownerRole).toBe('director');
  });

  test('of several is the one that was told of last, and one does not move the other', () => {
    const row = rowOfAll(
      followed('2025-11-01', 'Buurt'),
      followed('2025-11-02', 'Loket', 'other'),
      moved('2025-12-01', 'embedded'),
    );
    expect(localChangeOf(row.localChanges)).toMatchObject({ name: 'Buurt', stage: 'embedded' });
    expect(localChangeOf(row.localChanges, '2025-11-30')).toMatchObject({ name: 'Loket', stage: 'idea' });
  });

  test('of which nothing brought it in that stands, is not there', () => {
    expect(lastOf(moved('2025-12-01', 'embedded'))).toBeNull();
  });
});
