import { expect, it } from '@jest/globals';
import type { NetworkDetail } from '../../data/answers/groups.ts';
import { standingOf } from '../../testing/rows.ts';
import { inLine } from './in-line.ts';

const since = '2026-01-10';
const network: NetworkDetail = {
  network: 'n',
  name: 'Noord',
  region: 'Noord',
  minimum: 1,
  target: 2,
  maximum: 3,
  free: 1,
  places: [{ trajectory: 't-D', since, reservation: null }],
  held: [{ trajectory: 't-B', since, until: '2026-02-01' }],
  waiting: [
    { trajectory: 't-C', since },
    { trajectory: 't-B', since },
  ],
  proposals: [],
  organisations: {},
};

it('names who has a place first, then who holds one and who waits, then who applied for this network, then who was turned away', () => {
  const at = (name: string, step: string, id = 'n') =>
    standingOf(name, { participation: { step }, network: { id, name: id } });
  const standings = [
    at('F', 'applied'),
    at('A', 'intake-held'),
    at('B', 'waiting'),
    at('C', 'waiting'),
    at('D', 'started'),
    at('E', 'applied', 'else'),
    at('G', 'rejected'),
    at('H', 'withdrawn'),
    // Given a place a moment ago: the network has not told it yet.
    at('I', 'admitted'),
  ];
  expect(inLine(network, standings).map(({ organisation }) => organisation.name)).toEqual([
    'D',
    'B',
    'C',
    'A',
    'F',
    'I',
    'G',
  ]);
});
