import { describe, expect, it } from '@jest/globals';
import { type CommitmentFact, commitmentOf } from '../trajectory/commitment.ts';
import { firstDueOf, latenessOn } from './lateness.ts';

describe('the lateness of a commitment', () => {
  it.each([
    [{ step: 'asked', due: '2025-11-01' }, 2],
    [{ step: 'on-agenda', agendaOn: '2025-12-01', due: '2025-11-01' }, 2],
    [{ step: 'given-with-reservation', decisionExpectedOn: '2025-11-02' }, 1],
    [
      {
        step: 'on-agenda',
        agendaOn: '2025-12-01',
        due: undefined,
        before: { step: 'given-with-reservation', decisionExpectedOn: '2025-11-02' },
      },
      1,
    ],
    [{ step: 'in-question', cause: 'election', due: '2025-11-03' }, undefined],
    [{ step: 'under-pressure', before: { step: 'given-with-reservation', decisionExpectedOn: '2025-11-01' } }, 2],
    [{ step: 'confirmed' }, undefined],
  ] as const)('%o', (commitment, days) => {
    expect(latenessOn(commitment, '2025-11-03')?.days).toBe(days);
  });
});

describe('the first term of a commitment', () => {
  const asked: CommitmentFact = { on: '2025-09-01', fact: 'asked', due: '2025-09-15' };
  const moved: CommitmentFact = { on: '2025-09-10', fact: 'due-moved', to: '2025-10-01' };
  const movedAgain: CommitmentFact = { on: '2025-09-20', fact: 'due-moved', to: '2025-10-15' };
  const given: CommitmentFact = { on: '2025-10-12', fact: 'given' };
  const doubted: CommitmentFact = { on: '2026-03-18', fact: 'put-in-question', cause: 'election', due: '2026-05-01' };
  const reserved: CommitmentFact = { on: '2025-10-12', fact: 'given', decisionExpectedOn: '2025-11-01' };
  const tabled: CommitmentFact = { on: '2025-10-20', fact: 'put-on-agenda', agendaOn: '2025-11-10' };
  const refused: CommitmentFact = { on: '2025-09-12', fact: 'refused' };
  const askedAgain: CommitmentFact = { on: '2026-01-05', fact: 'asked', due: '2026-02-01' };

  it.each<[string, CommitmentFact[], string | undefined]>([
    ['is the one that was asked', [asked], '2025-09-15'],
    ['stays when it is moved, however often', [asked, moved, movedAgain], '2025-09-15'],
    ['is none when nothing is awaited', [asked, moved, given], undefined],
    ['is the one of the doubt', [asked, moved, given, doubted], '2026-05-01'],
    ['is the decision that a reservation waits for', [asked, moved, reserved], '2025-11-01'],
    ['stays that of the reservation on the agenda', [asked, moved, reserved, tabled], '2025-11-01'],
    ['begins anew when it is asked again', [asked, refused, askedAgain], '2026-02-01'],
  ])('%s', (_, facts, first) => {
    expect(firstDueOf(facts, commitmentOf(facts))).toBe(first);
  });
});
