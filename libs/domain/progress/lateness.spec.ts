import { describe, expect, it } from '@jest/globals';
import { latenessOn } from './lateness.ts';

describe('the lateness of a commitment', () => {
  it.each([
    [{ step: 'asked', due: '2025-11-01' }, 2],
    [{ step: 'on-agenda', agendaOn: '2025-12-01', due: '2025-11-01' }, 2],
    [{ step: 'given-with-reservation', decisionExpectedOn: '2025-11-02' }, 1],
    [{ step: 'in-question', cause: 'election', due: '2025-11-03' }, undefined],
    [{ step: 'under-pressure', before: { step: 'given-with-reservation', decisionExpectedOn: '2025-11-01' } }, 2],
    [{ step: 'confirmed' }, undefined],
  ] as const)('%o', (commitment, days) => {
    expect(latenessOn(commitment, '2025-11-03')?.days).toBe(days);
  });
});
