import { describe, expect, test } from '@jest/globals';
import type { GroupProposal } from '#views/group/proposal';
import { admissionsOn, demandOn } from '../recorder/element-figures.ts';
import type { Ask } from '../recorder/figures.ts';
import type { Recording } from '../recorder/record.ts';
import { proposed, regionalAdmissions, regionalDemand } from './expected-days.ts';

interface Context {
  readonly ask: Ask;
  readonly recording: Recording;
}

/** What the product proposes as learning groups, and what was asked of the region, against what was worked out by hand. */
export function groupCases(context: () => Context): void {
  describe('the learning groups that the product proposes', () => {
    const groups = async () => {
      const { ask, recording } = context();
      const names = new Map(Object.entries(recording.ids).map(([name, id]) => [id, name]));
      const path = `/networks/${recording.ids['network']}/group-proposal?size=5&validOn=${proposed.day}`;
      const { data } = await ask<{ data: GroupProposal }>(path);
      return data.groups.map(({ members, categories, provinces }) => ({
        members: members.map(({ trajectory }) => names.get(trajectory) ?? trajectory),
        categories: categories.map(({ key, members: some }) => [key, some]),
        provinces,
      }));
    };

    test('are two of five, each from the three provinces', async () => {
      const found = await groups();
      expect(found.map(({ members }) => members.length)).toEqual([5, 5]);
      expect(found.map(({ provinces }) => provinces)).toEqual([proposed.provinces, proposed.provinces]);
    });

    test('keep together who asks the same, and part no pair', async () => {
      const found = await groups();
      const groupOf = (who: string) => found.findIndex(({ members }) => members.includes(who));
      const [first = '', ...others] = proposed.together;
      expect(others.map(groupOf)).toEqual(others.map(() => groupOf(first)));
      for (const [one, other] of proposed.pairs)
        expect({ one, group: groupOf(one) }).toEqual({ one, group: groupOf(other) });
      expect(groupOf(proposed.alone)).not.toBe(groupOf(first));
      const shared = found.map(({ categories }) => categories.map(([, members]) => members));
      expect(shared.toSorted((a, b) => Number(b[0]) - Number(a[0]))).toEqual([
        [3, 2],
        [2, 2],
      ]);
      expect(found[groupOf(first)]?.categories[0]).toEqual(['residents-initiatives', 3]);
    });
  });

  test('thirteen decisions were taken about places, two of them assessed before', async () => {
    const { ask, recording } = context();
    expect(await admissionsOn(ask, recording.programme, '2026-09-30')).toEqual(regionalAdmissions);
  });

  test.each(Object.entries(regionalDemand))(
    'the demand in the region on %s is as it was counted',
    async (day, demand) => {
      const { ask, recording } = context();
      expect(await demandOn(ask, recording.programme, 'Groningen, Fryslân en Drenthe', day)).toEqual(demand);
    },
  );
}
