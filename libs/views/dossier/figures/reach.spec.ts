import { describe, expect, test } from '@jest/globals';
import { aroundOn, dossierOf, told } from '../../../../test/support/dossier.ts';
import { idOf } from '../../../../test/support/events.ts';
import { itemsOn } from './items-on.ts';
import { reachOf } from './reach.ts';

const [assen, emmen, east, west] = ['Assen', 'Emmen', 'east', 'west'].map(idOf);
const counted = (day: string, name: string, level: string, reached: number, of: number, more: object) =>
  told(day, 'reach.counted.v1', name, { level, reached, of, ...more });

const events = [
  counted('2025-10-01', 'a', 'staff', 10, 100, { organisation: assen, unit: east }),
  counted('2025-10-02', 'b', 'staff', 20, 60, { organisation: assen, unit: west }),
  counted('2025-10-03', 'c', 'staff', 30, 80, { organisation: emmen }),
  counted('2025-10-04', 'd', 'managers', 2, 3, { organisation: emmen }),
  counted('2025-10-05', 'e', 'board', 0, 0, {}),
  told('2025-11-01', 'reach.recounted.v1', 'a', { reached: 50, of: 100 }),
  counted('2025-11-02', 'f', 'staff', 30, 60, { organisation: assen, unit: west }),
  counted('2025-12-01', 'g', 'staff', 90, 200, { organisation: assen }),
];

const reachOn = (day: string) =>
  reachOf(itemsOn('reach', dossierOf(...events), day), aroundOn(day, ['Assen', 'Emmen']));
const staffOn = (day: string) => reachOn(day).find(({ level }) => level === 'staff');

describe('reach', () => {
  test('is counted by level, in whole percent', () => {
    // Staff: 10 and 20 of Assen, 30 of Emmen, of 100 + 60 + 80.
    expect(reachOn('2025-10-31')).toMatchObject([
      { level: 'board', reached: 0, of: 0, percent: null, organisations: [{ organisation: null }] },
      { level: 'managers', reached: 2, of: 3, percent: 67 },
      { level: 'staff', reached: 60, of: 240, percent: 25 },
    ]);
  });

  test('is that of the last counts of each organisation, unit by unit', () => {
    expect(staffOn('2025-10-31')?.organisations).toMatchObject([
      { organisation: { name: 'Assen' }, reached: 30, of: 160, percent: 19, on: '2025-10-02' },
      { organisation: { name: 'Emmen' }, reached: 30, of: 80, percent: 38, on: '2025-10-03' },
    ]);
    expect(staffOn('2025-11-02')?.organisations[0]).toMatchObject({
      reached: 80,
      of: 160,
      percent: 50,
      on: '2025-11-02',
    });
    expect(staffOn('2025-11-02')?.organisations[0]?.units).toHaveLength(2);
  });

  test('given a count of the whole organisation, then its units are not added to it', () => {
    expect(staffOn('2025-12-01')?.organisations[0]).toMatchObject({ reached: 90, of: 200, percent: 45 });
    expect(staffOn('2025-12-01')).toMatchObject({ reached: 120, of: 280, percent: 43 });
  });
});
