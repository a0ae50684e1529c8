import { describe, expect, it } from '@jest/globals';
import type { Meeting } from '../../data/answers/follow.ts';
import { standingOf } from '../../testing/rows.ts';
import { silentOf } from './invitations.ts';

const standings = ['Assen', 'Emmen', 'Meppel'].map((name) => standingOf(name));

const invitedTo = (...invitations: Partial<Meeting['invitations'][number]>[]): Meeting => ({
  meeting: 'm',
  network: 'n',
  kind: 'exchange',
  title: 'Uitwisseling',
  state: 'planned',
  date: '2026-05-14',
  status: 'agreed',
  heldOn: null,
  attendance: [],
  invitations: invitations.map((given) => ({
    item: 'i',
    date: '2026-05-14',
    toRenew: false,
    invited: null,
    answers: [],
    ...given,
  })),
});

const names = (meeting: Meeting) => silentOf(meeting, standings)?.map(({ organisation }) => organisation.name);

describe('who was invited', () => {
  it('and has not answered, is silent, whatever the others said', () => {
    expect(names(invitedTo({ answers: [{ trajectory: 't-Emmen', answer: 'does-not-come' }] }))).toEqual([
      'Assen',
      'Meppel',
    ]);
  });

  it('by name, is asked alone', () => {
    expect(names(invitedTo({ invited: ['t-Meppel'] }))).toEqual(['Meppel']);
  });

  it('is nobody without an invitation, and nobody any more once the meeting was held', () => {
    expect(names(invitedTo())).toBeUndefined();
    expect(names({ ...invitedTo({}), state: 'held' })).toBeUndefined();
  });
});
