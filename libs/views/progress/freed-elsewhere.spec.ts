import { expect, test } from '@jest/globals';
import { aroundOn } from '../../../test/support/dossier.ts';
import { idOf, sealed } from '../../../test/support/events.ts';
import { on, programme, rowOf } from '../../../test/support/rows.ts';
import { admissionsOf } from '../dossier/figures/admissions.ts';
import { emptyRegister } from '../register/register.ts';
import { itemOf } from './item.ts';
import { progressView } from './view.ts';

const trajectory = idOf('trajectory');
const about = (network: string) => [`trajectory:${trajectory}`, `network:${idOf(network)}`];

const applied = (day: string, network: string) => {
  const who = { trajectory, programme, organisation: idOf('Assen'), contactRole: 'secretary', network: idOf(network) };
  return on(day, { type: 'trajectory.applied.v1', data: who }, ...about(network));
};
const decided = (day: string, what: string, network: string, more: object = {}) =>
  on(day, { type: `network.${what}.v1`, data: { trajectory, ...more } }, ...about(network));

/** It left a place in Noord and got one in Oost; only then did the one in Noord come free. */
const row = rowOf(progressView, trajectory, [
  applied('2025-03-03', 'Noord'),
  decided('2025-03-10', 'place-given', 'Noord'),
  on('2025-03-12', { type: 'trajectory.withdrawn.v1', data: { reason: sealed('.') } }, ...about('Noord').slice(0, 1)),
  applied('2025-03-14', 'Oost'),
  decided('2025-03-20', 'place-given', 'Oost'),
  decided('2025-03-21', 'place-freed', 'Noord', { cause: 'withdrawn' }),
]);

test('given a place that comes free in a network that was left, then the place in the other one stands', () => {
  const around = { register: emptyRegister, networks: new Map(), programme: undefined, validOn: '2025-04-01' };
  expect(itemOf(row, around).participation).toEqual({ step: 'admitted' });
});

test('and both were decided about', () => {
  const { decisions } = admissionsOf([row], [], [], aroundOn('2025-04-01', ['Assen']));
  expect(decisions.map(({ network }) => network)).toEqual([idOf('Noord'), idOf('Oost')]);
});
