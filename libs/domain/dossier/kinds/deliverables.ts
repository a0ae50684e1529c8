import { z } from 'zod';
import { evidence, id, key, name } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { begins, ends, kind, moves, withdraws, within } from '../kind.ts';
import { form } from './parts.ts';

const heading = 'Resultaten';
const audience = z.array(key).min(1).max(20);

/** A proposal or deliverable in any form, and what the board decided on it. */
export const proposal = kind({
  kind: 'proposal',
  label: { nl: 'Voorstel', en: 'Proposal' },
  heading,
  facts: {
    'proposal.begun.v1': begins(
      { ...within, team: id.optional(), theme: id.optional(), title: name, form },
      { command: 'begin-proposal', path: 'proposals', words: { nl: 'Voorstel begonnen', en: 'Proposal begun' } },
    ),
    'proposal.delivered.v1': moves(
      { evidence },
      {
        command: 'deliver-proposal',
        path: 'proposal-deliveries',
        words: { nl: 'Voorstel opgeleverd', en: 'Proposal delivered' },
      },
    ),
    'proposal.presented.v1': moves(
      { where: name, audience, public: z.boolean() },
      {
        command: 'present-proposal',
        path: 'proposal-presentations',
        words: { nl: 'Voorstel gepresenteerd', en: 'Proposal presented' },
      },
    ),
    'proposal.decided-on.v1': ends(
      {
        body: key,
        outcome: z.enum(['adopted', 'adopted-with-changes', 'rejected', 'noted']),
        reason: protectedText.optional(),
      },
      {
        command: 'decide-on-proposal',
        path: 'proposal-decisions',
        words: { nl: 'Besloten over het voorstel', en: 'Proposal decided on' },
      },
    ),
    'proposal.withdrawn.v1': withdraws(
      { reason: protectedText },
      {
        command: 'withdraw-proposal',
        path: 'proposal-withdrawals',
        words: { nl: 'Voorstel ingetrokken', en: 'Proposal withdrawn' },
      },
    ),
  },
});

/** What was presented at the end, where, and to whom. */
export const closing = kind({
  kind: 'closing',
  label: { nl: 'Afsluiting', en: 'Closing' },
  heading,
  facts: {
    'closing.held.v1': begins(
      { ...within, title: name, presented: z.array(name).min(1).max(50), where: name, audience },
      { command: 'hold-closing', path: 'closings', words: { nl: 'Afsluiting gehouden', en: 'Closing held' } },
    ),
  },
});
