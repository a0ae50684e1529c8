import { describe, expect, test } from '@jest/globals';
import { aroundOn, dossierOf, told } from '../../../../test/support/dossier.ts';
import { idOf, sealed } from '../../../../test/support/events.ts';
import { assignmentsOf } from './assignments.ts';
import { itemsOn } from './items-on.ts';

const given = (name: string, more: object) =>
  told('2025-10-01', 'assignment.given.v1', name, { title: name, sort: 'homework', ...more });
const discussed = (day: string, name: string, outcome: string) =>
  told(day, 'assignment.discussed.v1', name, { outcome, result: sealed('.') });

const [trajectory, team, assen] = ['trajectory', 'team', 'Assen'].map(idOf);
const events = [
  told('2025-09-01', 'team.formed.v1', 'team', { sort: 'theme-team', name: 'Warmte', open: true }),
  given('one', { trajectory, organisation: assen, due: '2025-10-10' }),
  given('two', { trajectory, organisation: assen, due: '2025-10-12' }),
  given('three', { team, due: '2025-10-10' }),
  given('four', { team }),
  told('2025-10-08', 'assignment.handed-in.v1', 'one'),
  told('2025-10-14', 'assignment.handed-in.v1', 'two'),
  discussed('2025-10-20', 'one', 'did-not-succeed'),
  discussed('2025-10-21', 'two', 'succeeded'),
  told('2025-10-22', 'assignment.dropped.v1', 'four', { reason: sealed('.') }),
];

function assignmentsOn(day: string) {
  const rows = dossierOf(...events);
  return assignmentsOf(itemsOn('assignment', rows, day), itemsOn('team', rows, day), aroundOn(day, ['Assen']));
}

describe('the assignments of a programme', () => {
  test('are counted as they were on the day', () => {
    const counts = { given: 4, discussed: 0, succeeded: 0, partly: 0, didNotSucceed: 0, dropped: 0, open: 4 };
    expect(assignmentsOn('2025-10-09')).toMatchObject({ ...counts, handedIn: 1, overdue: 0 });
    // Of the three with a term, one was handed in before it.
    expect(assignmentsOn('2025-10-13')).toMatchObject({ ...counts, handedIn: 1, overdue: 2 });
    expect(assignmentsOn('2025-10-14')).toMatchObject({ ...counts, handedIn: 2, overdue: 1 });
    expect(assignmentsOn('2025-10-31')).toMatchObject({
      given: 4,
      handedIn: 2,
      discussed: 2,
      succeeded: 1,
      didNotSucceed: 1,
      dropped: 1,
      open: 1,
      overdue: 1,
    });
  });

  test('are counted by trajectory and by team', () => {
    const { trajectories, teams } = assignmentsOn('2025-10-31');
    expect(trajectories).toMatchObject([
      { trajectory, organisation: { name: 'Assen' }, given: 2, discussed: 2, open: 0 },
    ]);
    expect(teams).toMatchObject([{ team, name: 'Warmte', given: 2, dropped: 1, open: 1, overdue: 1 }]);
  });

  test('name what is overdue, the longest first', () => {
    expect(assignmentsOn('2025-10-13').late).toMatchObject([
      { item: idOf('three'), team, due: '2025-10-10', days: 3 },
      { item: idOf('two'), organisation: { name: 'Assen' }, due: '2025-10-12', days: 1 },
    ]);
  });
});
