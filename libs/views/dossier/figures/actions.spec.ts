import { describe, expect, test } from '@jest/globals';
import { aroundOn, dossierOf, told } from '../../../../test/support/dossier.ts';
import { idOf, sealed } from '../../../../test/support/events.ts';
import { actionsOf } from './actions.ts';
import { itemsOn } from './items-on.ts';

const [assen, emmen] = ['Assen', 'Emmen'].map(idOf);
const agreed = (name: string, role: string, due: string, more: object = { organisation: assen }) =>
  told('2025-10-01', 'action.agreed.v1', name, { role, due, what: sealed('.'), ...more });

const events = [
  agreed('one', 'lead', '2025-10-10'),
  agreed('two', 'lead', '2025-10-20'),
  agreed('three', 'secretary', '2025-10-15'),
  agreed('four', 'expert', '2025-10-05', {}),
  told('2025-10-09', 'action.done.v1', 'one'),
  told('2025-10-14', 'action.postponed.v1', 'three', { to: '2025-11-15', reason: sealed('.') }),
  told('2025-11-14', 'action.postponed.v1', 'three', { to: '2025-12-15', reason: sealed('.') }),
  told('2025-10-16', 'action.handed-over.v1', 'two', { role: 'clerk', organisation: emmen }),
  told('2025-10-17', 'item.transferred.v1', 'two', { role: 'mayor' }),
  told('2025-10-18', 'action.dropped.v1', 'four', { reason: sealed('.') }),
];

const actionsOn = (day: string) =>
  actionsOf(itemsOn('action', dossierOf(...events), day), aroundOn(day, ['Assen', 'Emmen']));

describe('the actions of a programme', () => {
  test('are counted as they were on the day; what is late is open too', () => {
    expect(actionsOn('2025-10-06')).toMatchObject({ open: 4, late: 1, done: 0, dropped: 0, postponements: 0 });
    expect(actionsOn('2025-10-14')).toMatchObject({ open: 3, late: 1, done: 1, dropped: 0, postponements: 1 });
    expect(actionsOn('2025-12-16')).toMatchObject({ open: 2, late: 2, done: 1, dropped: 1, postponements: 2 });
  });

  test('are counted by who is to do them on the day', () => {
    const ownersOn = (day: string) =>
      actionsOn(day).owners.map(({ role, organisation, open }) => [organisation?.name, role, open]);
    expect(ownersOn('2025-10-15')).toEqual([
      ['Assen', 'lead', 1],
      ['Assen', 'secretary', 1],
      [undefined, 'expert', 1],
    ]);
    expect(ownersOn('2025-10-16')).toContainEqual(['Emmen', 'clerk', 1]);
    // Transferred without naming another organisation.
    expect(ownersOn('2025-10-17')).toContainEqual(['Emmen', 'mayor', 1]);
    expect(actionsOn('2025-10-31').roles).toMatchObject([
      { role: 'expert', open: 0, dropped: 1 },
      { role: 'lead', open: 0, done: 1 },
      { role: 'mayor', open: 1, late: 1 },
      { role: 'secretary', open: 1, late: 0, postponements: 1 },
    ]);
  });

  test('are listed while they are open, with the first day by which they were due', () => {
    expect(actionsOn('2025-11-20').openActions).toMatchObject([
      { item: idOf('two'), due: '2025-10-20', firstDue: '2025-10-20', late: { days: 31 } },
      { item: idOf('three'), due: '2025-12-15', firstDue: '2025-10-15', late: null },
    ]);
  });
});
