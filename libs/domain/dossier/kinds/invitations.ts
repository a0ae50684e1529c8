import { z } from 'zod';
import { id } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { day } from '../../kernel/time.ts';
import { begins, kind, moves, tells, withdraws } from '../kind.ts';

/**
 * Who was invited to a meeting, and for which day. When the meeting is moved, the invitation tells another day than the
 * meeting has, which is missed until it is renewed.
 */
export const invitation = kind({
  kind: 'invitation',
  label: { nl: 'Uitnodiging', en: 'Invitation' },
  heading: 'Bijeenkomsten',
  facts: {
    /** Without `trajectories` everyone who is expected. */
    'invitation.sent.v1': begins(
      {
        meeting: id,
        date: day,
        trajectories: z.array(id).min(1).max(500).optional(),
        by: z.enum(['mail', 'letter', 'phone', 'calendar', 'other']),
      },
      { command: 'send-invitation', path: 'invitations', words: { nl: 'Uitgenodigd', en: 'Invited' } },
    ),
    /** The new day of a meeting that was moved. */
    'invitation.renewed.v1': moves(
      { date: day, reason: protectedText.optional() },
      {
        command: 'renew-invitation',
        path: 'invitation-renewals',
        words: { nl: 'Nieuwe datum laten weten', en: 'New day told' },
      },
    ),
    'invitation.answered.v1': tells(
      {
        trajectory: id,
        answer: z.enum(['comes', 'does-not-come', 'not-yet-known']),
        people: z.int().min(0).max(100).optional(),
      },
      {
        command: 'answer-invitation',
        path: 'invitation-answers',
        about: ['trajectory'],
        words: { nl: 'Op de uitnodiging gereageerd', en: 'Invitation answered' },
      },
    ),
    'invitation.withdrawn.v1': withdraws(
      { reason: protectedText },
      {
        command: 'withdraw-invitation',
        path: 'invitation-withdrawals',
        words: { nl: 'Uitnodiging ingetrokken', en: 'Invitation withdrawn' },
      },
    ),
  },
});
