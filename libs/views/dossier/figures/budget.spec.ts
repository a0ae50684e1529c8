import { describe, expect, test } from '@jest/globals';
import { aroundOn, dossierOf, told } from '../../../../test/support/dossier.ts';
import { idOf, sealed } from '../../../../test/support/events.ts';
import { budgetOf } from './budget.ts';
import { itemsOn } from './items-on.ts';

const network = idOf('network');
const set = (name: string, line: string, source: string, amount: number, more: object = {}) =>
  told('2025-10-01', 'budget.set.v1', name, { line, source, amount, ...more });
const committed = (day: string, name: string, amount: number) => told(day, 'budget.committed.v1', name, { amount });
const spent = (day: string, name: string, amount: number) => told(day, 'budget.spent.v1', name, { amount });

const events = [
  set('a', 'learning', 'subsidy', 10_000, { network }),
  set('b', 'learning', 'subsidy', 5_000, { network }),
  set('c', 'learning', 'own', 2_000),
  set('d', 'support', 'contribution', 1_000),
  committed('2025-10-05', 'a', 6_000),
  spent('2025-10-10', 'a', 2_500),
  spent('2025-11-10', 'a', 1_500),
  spent('2025-10-12', 'c', 2_300),
  told('2025-11-01', 'budget.changed.v1', 'b', { amount: 4_000, reason: sealed('.') }),
  told('2025-12-01', 'budget.closed.v1', 'd'),
];

const budgetOn = (day: string) => budgetOf(itemsOn('budget', dossierOf(...events), day), aroundOn(day));

describe('the budget of a programme', () => {
  test('is added up by line, network and source', () => {
    expect(budgetOn('2025-10-31').lines).toMatchObject([
      { line: 'learning', network: null, source: 'own', budgeted: 2_000, spent: 2_300, left: -300, free: -300 },
      {
        line: 'learning',
        network,
        source: 'subsidy',
        budgeted: 15_000,
        committed: 6_000,
        spent: 2_500,
        left: 12_500,
        free: 9_000,
        budgets: [{ budgeted: expect.any(Number) }, { budgeted: expect.any(Number) }],
      },
      { line: 'support', network: null, source: 'contribution', budgeted: 1_000, left: 1_000, free: 1_000 },
    ]);
  });

  test('follows what was changed, committed and spent by that day', () => {
    expect(budgetOn('2025-10-04')).toMatchObject({ budgeted: 18_000, committed: 0, spent: 0, left: 18_000 });
    // 10,000 + 4,000 + 2,000 + 1,000, of which 4,000 and 2,300 were spent.
    expect(budgetOn('2025-11-30')).toMatchObject({
      budgeted: 17_000,
      committed: 6_000,
      spent: 6_300,
      left: 10_700,
      free: 8_700,
    });
  });

  test('tells of a budget that was closed since when', () => {
    const closedOn = (day: string) => budgetOn(day).lines.at(-1)?.budgets[0]?.closedOn;
    expect([closedOn('2025-11-30'), closedOn('2025-12-01')]).toEqual([null, '2025-12-01']);
  });
});
