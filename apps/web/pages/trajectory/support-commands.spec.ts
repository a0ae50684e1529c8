import { expect, it } from '@jest/globals';
import type { SupportRequest } from '../../data/answers/support.ts';
import { hoursIn } from '../../ui/hours.ts';
import { supportCommands, supportState } from './support-commands.ts';

const asked: SupportRequest = {
  support: 's',
  trajectory: 't',
  organisation: null,
  requestedOn: '2026-03-01',
  matchedOn: null,
  completedOn: null,
  expert: null,
  planned: 0,
  delivered: 0,
};

it('a request is asked, matched, delivered and completed, and offers what comes next first', () => {
  const matched = { ...asked, matchedOn: '2026-03-05', planned: 600 };
  const delivered = { ...matched, delivered: 120 };
  const completed = { ...delivered, completedOn: '2026-06-01' };
  const next = [asked, matched, delivered, completed].map((one) => [supportState(one), supportCommands(one)[0]?.key]);
  expect(next).toEqual([
    ['requested', 'do.matchSupport'],
    ['matched', 'do.deliverSupport'],
    ['delivered', 'do.deliverSupport'],
    ['completed', 'do.deliverSupport'],
  ]);
});

it('given minutes of support, then they are told in hours', () => {
  expect([480, 420, 90, 50, 0].map(hoursIn)).toEqual([8, 7, 1.5, 0.8, 0]);
});
