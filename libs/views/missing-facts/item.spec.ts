import { describe, expect, it } from '@jest/globals';
import { missingFactOfMeeting } from './item.ts';

describe('what is missing of a meeting, in words', () => {
  it('given an invitation for another day and a meeting that never moved, then nothing is said of a move', () => {
    const missing = { kind: 'invitation', since: '2025-10-05', from: '2025-10-05', until: null } as const;
    const meeting = { meeting: 'opening', network: null, title: 'Start' };
    const around = { programme: { programme: 'p', name: 'P', template: null }, validOn: '2025-10-10' };
    const said = missingFactOfMeeting({ ...missing, neverMoved: true }, meeting, around);
    expect(said).toMatchObject({
      since: '2025-10-05',
      nl: '‘Start’: de uitnodiging noemt een andere dag, sinds 5 oktober 2025.',
      en: '‘Start’: the invitation has named another day since 5 October 2025.',
    });
    expect(missingFactOfMeeting(missing, meeting, around).nl).toContain('verzet');
  });
});
