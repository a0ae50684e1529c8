import { describe, expect, test } from '@jest/globals';
import type { AttendanceItem } from '#views/attendance/item';
import type { MeetingListItem } from '#views/meeting/queries';
import type { PledgeItem } from '#views/pledge/item';
import type { Recorded } from './between.cases.ts';
import { attendance, endOfDay, pledges, roles } from './expected-pledges.ts';
import { type Municipality, municipalities } from './municipalities.ts';

interface List<T> {
  readonly data: { readonly items: readonly T[] };
}

/** Pledges and attendance of the fictitious year, against what was worked out by hand. */
export function pledgeCases(recorded: () => Recorded): void {
  const list = async <T>(what: string, day: keyof typeof endOfDay): Promise<readonly T[]> => {
    const { ask, programme } = recorded();
    const path = `/programmes/${programme}/${what}?limit=100&knownAt=${endOfDay[day]}&validOn=${day}`;
    return (await ask<List<T>>(path)).data.items;
  };

  describe('what was pledged', () => {
    test.each(['2026-06-30', '2026-09-30'] as const)('stood on %s as was worked out by hand', async (day) => {
      const items = await list<PledgeItem>('pledges', day);
      const lines = items.map(({ by, keeper, state, firstDue, due, late }) => [
        by?.organisation.name,
        keeper?.organisation.name,
        state.step,
        firstDue,
        due,
        late?.days ?? null,
      ]);
      expect(lines).toEqual(pledges[day]);
    });

    test('was not known before the third exchange meeting', async () => {
      expect(await list('pledges', '2026-01-31')).toEqual([]);
    });
  });

  describe('who came', () => {
    test.each(['2026-01-31', '2026-09-30'] as const)('until %s is as was worked out by hand', async (day) => {
      const items = await list<AttendanceItem>('attendance', day);
      const lines = items.map(({ organisation, present, expected, presentPerMille, missedInARow, absentInARow }) => [
        organisation.name,
        [present, expected, presentPerMille, missedInARow, absentInARow],
      ]);
      const byHand = Object.entries(attendance[day]).map(([who, line]) => [
        municipalities[who as Municipality].name,
        line,
      ]);
      expect(Object.fromEntries(lines)).toEqual(Object.fromEntries(byHand));
    });

    test('sat at the table in these roles', async () => {
      const items = await list<AttendanceItem>('attendance', '2026-09-30');
      for (const [who, expected] of Object.entries(roles)) {
        const item = items.find(({ organisation }) => organisation.name === municipalities[who as Municipality].name);
        const found = item?.roles.map(({ role, meetings }) => [role, meetings]) ?? [];
        expect({ who, ...Object.fromEntries(found) }).toEqual({ who, ...expected });
      }
    });

    test('is counted by meeting too, and adds up to the same', async () => {
      const items = await list<MeetingListItem>('meetings', '2026-09-30');
      expect(items.map(({ figures }) => [figures.present, figures.excused, figures.absent])).toEqual([
        [10, 0, 0],
        [8, 2, 0],
        [8, 1, 1],
        [9, 1, 0],
        [9, 1, 0],
      ]);
    });
  });
}
