import { expect, it } from '@jest/globals';
import type { SupportRequest } from '../../data/answers/support.ts';
import { expertsIn } from './experts.ts';

function requestOf(expert: string | null, name: string): SupportRequest {
  const days = { requestedOn: '2026-03-01', matchedOn: null, completedOn: null };
  const organisation = { id: name, name, cbs: null, province: null };
  return { support: name, trajectory: name, organisation, ...days, expert, planned: 0, delivered: 0 };
}

it('knows experts by whom they helped, each once', () => {
  const requests = [
    requestOf('x', 'Emmen'),
    requestOf(null, 'Assen'),
    requestOf('x', 'Coevorden'),
    requestOf('y', 'Assen'),
  ];
  expect(expertsIn(requests)).toEqual([
    ['x', ['Coevorden', 'Emmen']],
    ['y', ['Assen']],
  ]);
});
