import { describe, expect, test } from '@jest/globals';
import { aroundOn, dossierOf, told } from '../../../../test/support/dossier.ts';
import { idOf, sealed } from '../../../../test/support/events.ts';
import { on, rowOf } from '../../../../test/support/rows.ts';
import { progressView } from '../../progress/view.ts';
import { itemsOn } from './items-on.ts';
import { supportOf } from './support.ts';

const [trajectory, expert] = [idOf('trajectory'), idOf('expert')];
const about = [`trajectory:${trajectory}`, `organisation:${idOf('Assen')}`];
const support = (day: string, type: string, which: string, data: object) =>
  on(day, { type: `trajectory.support-${type}.v1`, data: { support: idOf(which), ...data } }, ...about);
const hours = (day: string, item: string, which: string, minutes: number) =>
  told(day, 'support-hours.entered.v1', item, { trajectory, support: idOf(which), expert, minutes });

const rows = [
  rowOf(progressView, trajectory, [
    support('2025-11-01', 'requested', 'coaching', { request: sealed('.') }),
    support('2025-11-10', 'matched', 'coaching', { expert, plannedMinutes: 480 }),
    support('2025-11-20', 'delivered', 'coaching', { minutes: 240 }),
    support('2025-12-01', 'requested', 'advice', { request: sealed('.') }),
    support('2025-12-05', 'delivered', 'advice', { minutes: 90 }),
  ]),
];

const items = dossierOf(
  hours('2025-11-20', 'first', 'coaching', 240),
  told('2025-11-21', 'support-hours.disputed.v1', 'first', { reason: sealed('.') }),
  told('2025-11-22', 'support-hours.changed.v1', 'first', { minutes: 210 }),
  told('2025-11-25', 'support-hours.approved.v1', 'first', { byRole: 'lead' }),
  hours('2025-12-10', 'second', 'coaching', 60),
);

const supportOn = (day: string) => supportOf(rows, itemsOn('support-hours', items, day), aroundOn(day, ['Assen']));

describe('the hours of local support', () => {
  test('are planned, entered, approved and delivered, request by request', () => {
    expect(supportOn('2025-12-10').requests).toMatchObject(
      [
        {
          support: idOf('advice'),
          planned: 0,
          entered: 0,
          approved: 0,
          delivered: 90,
          counted: 90,
          countedFrom: 'delivered',
        },
        { support: idOf('coaching'), planned: 480, entered: 270, approved: 210, delivered: 240, counted: 210, expert },
      ].sort((a, b) => (a.support < b.support ? -1 : 1)),
    );
  });

  test('count once: those that were approved where there are any, and what was delivered otherwise', () => {
    expect(supportOn('2025-11-24')).toMatchObject({ entered: 210, approved: 0, delivered: 240, counted: 240 });
    expect(supportOn('2025-11-25')).toMatchObject({ approved: 210, delivered: 240, counted: 210 });
    expect(supportOn('2025-12-10')).toMatchObject({ delivered: 330, counted: 300 });
  });

  test('about which there is a question are named', () => {
    expect(supportOn('2025-11-21').requests[0]?.disputed).toEqual([idOf('first')]);
    expect(supportOn('2025-11-22').requests[0]?.disputed).toEqual([]);
  });

  test('of a request that nobody made are told all the same', () => {
    const unasked = dossierOf(hours('2025-11-20', 'alone', 'unknown', 30));
    const { requests } = supportOf([], itemsOn('support-hours', unasked, '2025-11-20'), aroundOn('2025-11-20'));
    expect(requests).toMatchObject([{ support: idOf('unknown'), requestedOn: null, entered: 30, organisation: null }]);
  });

  test('are not there before they were asked for', () => {
    expect(supportOn('2025-10-31').requests).toEqual([]);
  });
});
