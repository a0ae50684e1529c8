import { describe, expect, test } from '@jest/globals';
import { aroundOn } from '../../../test/support/dossier.ts';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { on, rowOf } from '../../../test/support/rows.ts';
import { supportOf } from '../dossier/figures/support.ts';
import { emptyRegister } from '../register/register.ts';
import { itemOf } from './item.ts';
import { progressView } from './view.ts';

const [trajectory, support, first, second] = ['trajectory', 'support', 'first expert', 'second expert'].map(idOf);
const about = [`trajectory:${trajectory}`, `organisation:${idOf('Assen')}`];
const told = (day: string, what: string, data: object = {}) =>
  on(day, { type: `trajectory.support-${what}.v1`, data: { support, ...data } }, ...about);

const requested = told('2026-01-05', 'requested', { request: sealed('.') });
const inJanuary = told('2026-01-10', 'matched', { expert: first, plannedMinutes: 600 });
const inMarch = told('2026-03-01', 'matched', { expert: second, plannedMinutes: 900 });

function lineOn(events: readonly Told[], day: string) {
  const row = rowOf(progressView, trajectory, events);
  const [line] = supportOf([row], [], aroundOn(day, ['Assen'])).requests;
  const around = { register: emptyRegister, networks: new Map(), programme: undefined, validOn: day };
  return { ...line, inTheList: itemOf(row, around).support.plannedMinutes };
}

describe.each([
  ['in the order of the days', [requested, inJanuary, inMarch]],
  ['the last one first', [requested, inMarch, inJanuary]],
] as const)('support that is matched again, recorded %s', (_order, events) => {
  test.each([
    ['2026-01-09', null, null, 0],
    ['2026-02-01', '2026-01-10', first, 600],
    ['2026-03-01', '2026-03-01', second, 900],
  ])('then on %s the expert is who was found last by then', (day, matchedOn, expert, planned) => {
    expect(lineOn(events, day)).toMatchObject({ matchedOn, expert, planned, inTheList: planned });
  });
});

test('given a completion that is told by its month, then it came after the request of that month', () => {
  const asked = told('2026-03-10', 'requested', { request: sealed('.') });
  const done = { ...told('2026-03-31', 'completed'), occurredOn: { precision: 'month', value: '2026-03' } } as Told;
  expect(rowOf(progressView, trajectory, [asked, done]).support).toMatchObject([
    { requestedOn: '2026-03-10', completedOn: '2026-03-10' },
  ]);
});
