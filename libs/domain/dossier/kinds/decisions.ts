import { z } from 'zod';
import { count, evidence, id, key, name } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { day } from '../../kernel/time.ts';
import { begins, ends, kind, moves, tells, withdraws, within } from '../kind.ts';

const heading = 'Druk en besluiten';

/** What was asked of a steering group or a board, and what it decided. */
export const decision = kind({
  kind: 'decision',
  label: { nl: 'Besluit', en: 'Decision' },
  heading,
  facts: {
    /** `body` is whom it is asked of: steering-group, executive, board. */
    'decision.asked.v1': begins(
      { ...within, body: key, title: name, due: day.optional(), what: protectedText },
      { command: 'ask-decision', path: 'decisions', words: { nl: 'Besluit gevraagd', en: 'Decision asked' } },
    ),
    'decision.deferred.v1': moves(
      { to: day, reason: protectedText },
      {
        command: 'defer-decision',
        path: 'decision-deferrals',
        words: { nl: 'Besluit aangehouden', en: 'Decision deferred' },
      },
    ),
    'decision.taken.v1': ends(
      {
        outcome: z.enum(['approved', 'approved-with-changes', 'rejected']),
        what: protectedText,
        votes: z.strictObject({ inFavour: count, against: count, abstained: count }).optional(),
        evidence: evidence.optional(),
      },
      { command: 'take-decision', path: 'decisions-taken', words: { nl: 'Besluit genomen', en: 'Decision taken' } },
    ),
    'decision.withdrawn.v1': withdraws(
      { reason: protectedText },
      {
        command: 'withdraw-decision',
        path: 'decision-withdrawals',
        words: { nl: 'Vraag om besluit ingetrokken', en: 'Request withdrawn' },
      },
    ),
  },
});

/** Whether and how it goes on: the vote, the decision, and the programmes that come after each other. */
export const followUp = kind({
  kind: 'follow-up',
  label: { nl: 'Vervolg', en: 'Follow-up' },
  heading,
  facts: {
    'follow-up.proposed.v1': begins(
      { ...within, title: name, what: protectedText },
      {
        command: 'propose-follow-up',
        path: 'follow-ups',
        words: { nl: 'Vervolg voorgesteld', en: 'Follow-up proposed' },
      },
    ),
    'follow-up.voted.v1': moves(
      {
        votes: z
          .array(
            z.strictObject({
              organisation: id,
              trajectory: id.optional(),
              vote: z.enum(['in-favour', 'against', 'abstained']),
            }),
          )
          .min(1)
          .max(100),
      },
      {
        command: 'vote-on-follow-up',
        path: 'follow-up-votes',
        words: { nl: 'Gestemd over het vervolg', en: 'Voted on the follow-up' },
      },
    ),
    'follow-up.decided.v1': ends(
      { outcome: z.enum(['continued', 'continued-otherwise', 'not-continued']), reason: protectedText },
      {
        command: 'decide-on-follow-up',
        path: 'follow-up-decisions',
        words: { nl: 'Besloten over het vervolg', en: 'Follow-up decided' },
      },
    ),
    /** Told in both programmes: in this one what comes after it, in that one what came before. */
    'follow-up.linked.v1': tells(
      { successorProgramme: id.optional(), predecessorProgramme: id.optional() },
      {
        command: 'link-follow-up',
        path: 'follow-up-links',
        words: { nl: 'Verbonden programma', en: 'Programme linked' },
      },
    ),
  },
});
