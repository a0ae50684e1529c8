import { z } from 'zod';
import { count, id, key } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { day } from '../../kernel/time.ts';
import { begins, ends, kind, moves, tells, withdraws, within } from '../kind.ts';

const heading = 'Pool';
const offer = { expertise: z.array(key).min(1).max(20), minutesPerMonth: count } as const;

/** A change official who helps other organisations, by a pseudonymous id. */
export const poolMember = kind({
  kind: 'pool-member',
  label: { nl: 'Veranderambtenaar in de pool', en: 'Change official in the pool' },
  heading,
  facts: {
    'pool-member.joined.v1': begins(
      { organisation: id, person: id, ...offer },
      { command: 'join-pool', path: 'pool-members', words: { nl: 'In de pool gekomen', en: 'Joined the pool' } },
    ),
    'pool-member.changed.v1': moves(offer, {
      command: 'change-pool-offer',
      path: 'pool-member-changes',
      words: { nl: 'Aanbod gewijzigd', en: 'Offer changed' },
    }),
    'pool-member.left.v1': ends(
      { reason: protectedText.optional() },
      { command: 'leave-pool', path: 'pool-member-leavings', words: { nl: 'Uit de pool', en: 'Left the pool' } },
    ),
  },
});

/** A request to the pool: matched with somebody, worked on, done. */
export const poolRequest = kind({
  kind: 'pool-request',
  label: { nl: 'Vraag aan de pool', en: 'Request to the pool' },
  heading,
  facts: {
    'pool-request.asked.v1': begins(
      { ...within, expertise: key, minutes: count.min(1), due: day.optional(), what: protectedText },
      {
        command: 'ask-pool',
        path: 'pool-requests',
        words: { nl: 'Hulp gevraagd aan de pool', en: 'Help asked of the pool' },
      },
    ),
    'pool-request.matched.v1': moves(
      { items: z.array(id).min(1).max(10), person: id, minutes: count.min(1) },
      { command: 'match-pool-request', path: 'pool-request-matches', words: { nl: 'Gekoppeld', en: 'Matched' } },
    ),
    'pool-request.worked.v1': tells(
      { minutes: count.min(1) },
      {
        command: 'work-on-pool-request',
        path: 'pool-request-hours',
        adds: true,
        words: { nl: 'Uren gemaakt', en: 'Hours worked' },
      },
    ),
    'pool-request.completed.v1': ends(
      { result: protectedText },
      {
        command: 'complete-pool-request',
        path: 'pool-request-completions',
        words: { nl: 'Vraag afgerond', en: 'Request completed' },
      },
    ),
    'pool-request.withdrawn.v1': withdraws(
      { reason: protectedText },
      {
        command: 'withdraw-pool-request',
        path: 'pool-request-withdrawals',
        words: { nl: 'Vraag ingetrokken', en: 'Request withdrawn' },
      },
    ),
  },
});
