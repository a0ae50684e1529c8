import { z } from 'zod';
import { count, evidence, role } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { day } from '../../kernel/time.ts';
import { begins, ends, kind, moves, withdraws, within } from '../kind.ts';

/** What an organisation contributes: a case, a host, hours, a room. `amount` is in hours or euros, as its sort says. */
export const contribution = kind({
  kind: 'contribution',
  label: { nl: 'Bijdrage', en: 'Contribution' },
  heading: 'Commitment en bijdragen',
  facts: {
    'contribution.promised.v1': begins(
      {
        ...within,
        sort: z.enum(['case', 'host', 'hours', 'room', 'money', 'other']),
        role,
        amount: count.optional(),
        due: day.optional(),
        what: protectedText,
      },
      {
        command: 'promise-contribution',
        path: 'contributions',
        words: { nl: 'Bijdrage toegezegd', en: 'Contribution promised' },
      },
    ),
    'contribution.partly-delivered.v1': moves(
      { amount: count.optional(), evidence: evidence.optional() },
      {
        command: 'deliver-contribution-partly',
        path: 'contribution-partial-deliveries',
        adds: true,
        words: { nl: 'Bijdrage deels geleverd', en: 'Contribution partly delivered' },
      },
    ),
    'contribution.delivered.v1': ends(
      { amount: count.optional(), evidence: evidence.optional() },
      {
        command: 'deliver-contribution',
        path: 'contribution-deliveries',
        words: { nl: 'Bijdrage geleverd', en: 'Contribution delivered' },
      },
    ),
    'contribution.withdrawn.v1': withdraws(
      { reason: protectedText },
      {
        command: 'withdraw-contribution',
        path: 'contribution-withdrawals',
        words: { nl: 'Bijdrage ingetrokken', en: 'Contribution withdrawn' },
      },
    ),
  },
});
