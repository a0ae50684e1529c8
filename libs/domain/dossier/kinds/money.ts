import { z } from 'zod';
import { evidence, id, key } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { begins, ends, kind, tells } from '../kind.ts';
import { euros } from './parts.ts';

const heading = 'Geld';

/** Money per line of work, lightly: figures recorded as facts, in whole euros. */
export const budget = kind({
  kind: 'budget',
  label: { nl: 'Budget', en: 'Budget' },
  heading,
  facts: {
    'budget.set.v1': begins(
      {
        network: id.optional(),
        organisation: id.optional(),
        line: key,
        source: z.enum(['subsidy', 'contribution', 'own', 'other']),
        amount: euros,
      },
      { command: 'set-budget', path: 'budgets', words: { nl: 'Budget vastgesteld', en: 'Budget set' } },
    ),
    /** The whole sum from here on, not the difference. */
    'budget.changed.v1': tells(
      { amount: euros, reason: protectedText },
      { command: 'change-budget', path: 'budget-changes', words: { nl: 'Budget gewijzigd', en: 'Budget changed' } },
    ),
    'budget.committed.v1': tells(
      { amount: euros, evidence: evidence.optional() },
      {
        command: 'commit-budget',
        path: 'budget-commitments',
        adds: true,
        words: { nl: 'Verplichting aangegaan', en: 'Sum committed' },
      },
    ),
    'budget.spent.v1': tells(
      { amount: euros, evidence: evidence.optional() },
      { command: 'spend-budget', path: 'budget-expenses', adds: true, words: { nl: 'Uitgegeven', en: 'Sum spent' } },
    ),
    'budget.closed.v1': ends(
      { reason: protectedText.optional() },
      { command: 'close-budget', path: 'budget-closings', words: { nl: 'Budget afgesloten', en: 'Budget closed' } },
    ),
  },
});
