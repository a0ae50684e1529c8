import { describe, expect, test } from '@jest/globals';
import { regionalNetwork } from '#domain/template/regional-network';
import { idOf, sealed } from '../../../test/support/events.ts';
import { on, programme, rowOf, setUp } from '../../../test/support/rows.ts';
import { programmeView } from '../programme/view.ts';
import { emptyRegister } from '../register/register.ts';
import { standingOf } from '../standing/mark.ts';
import { standingView } from '../standing/view.ts';
import { itemOf } from './item.ts';
import { progressView } from './view.ts';

const [trajectory = '', network = ''] = ['trajectory', 'network'].map(idOf);
const about = `trajectory:${trajectory}`;
const atNetwork = [about, `network:${network}`];

const applied = (day: string, told = day) => ({
  ...on(
    day,
    {
      type: 'trajectory.applied.v1',
      data: { trajectory, programme, organisation: idOf('Assen'), network, contactRole: 'secretary' },
    },
    ...atNetwork,
  ),
  at: `${told}T10:00:00.000Z`,
});
const withdrawn = (day: string) => on(day, { type: 'trajectory.withdrawn.v1', data: { reason: sealed('.') } }, about);
const decided = (day: string, what: string, more: object = {}) =>
  on(day, { type: `network.${what}.v1`, data: { trajectory, ...more }, occurredOn: undefined }, ...atNetwork);

const adopted = on('2025-02-01', { type: 'programme.template-adopted.v2', data: { template: regionalNetwork } });

/** What the trajectory's own page says of a day, and what lists go by. */
function saidOn(day: string, ...told: Parameters<typeof rowOf>[2]) {
  const events = [setUp, adopted, ...told];
  const row = rowOf(progressView, trajectory, events);
  const whole = rowOf(programmeView, programme, events);
  const around = { register: emptyRegister, networks: new Map(), programme: whole, validOn: day };
  const { participation, progress } = itemOf(row, around);
  const { days, marks } = rowOf(standingView, trajectory, events);
  const listed = standingOf(marks[days.findLastIndex((on) => on <= day)] ?? '');
  return { step: participation?.step, status: progress?.status, listed: [listed.step, listed.status] };
}

describe('who applies again', () => {
  const rejected = [applied('2025-03-03'), decided('2025-03-10', 'rejected', { reason: sealed('.') })];

  test('given a rejection, then it is rejected until it applies again', () => {
    const again = [...rejected, applied('2025-03-20')];
    expect(saidOn('2025-03-19', ...again)).toMatchObject({ step: 'rejected', listed: ['rejected', null] });
    expect(saidOn('2025-03-20', ...again)).toMatchObject({ step: 'applied', listed: ['applied', 'on-schedule'] });
    const placed = [...again, decided('2025-03-25', 'place-given')];
    expect(saidOn('2025-03-25', ...placed)).toMatchObject({ step: 'admitted', listed: ['admitted', 'on-schedule'] });
  });

  test('given a rejection of that very day, then the order in which they were told counts', () => {
    expect(saidOn('2025-03-10', ...rejected, applied('2025-03-10'))).toMatchObject({ step: 'applied' });
    expect(saidOn('2025-03-20', ...rejected, applied('2025-03-08', '2025-03-12'))).toMatchObject({
      step: 'applied',
      listed: ['applied', 'on-schedule'],
    });
  });

  test('given a withdrawal, of which the place was freed, then it is measured as any applicant', () => {
    const again = [
      applied('2025-03-03'),
      decided('2025-03-05', 'place-given'),
      withdrawn('2025-03-10'),
      decided('2025-03-10', 'place-freed', { cause: 'withdrawn' }),
      applied('2025-03-20'),
    ];
    expect(saidOn('2025-03-15', ...again)).toMatchObject({ step: 'withdrawn', status: null });
    expect(saidOn('2025-03-20', ...again)).toMatchObject({
      step: 'applied',
      status: 'on-schedule',
      listed: ['applied', 'on-schedule'],
    });
  });
});
