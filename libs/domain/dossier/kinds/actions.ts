import { z } from 'zod';
import { evidence, id, name, role } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { day } from '../../kernel/time.ts';
import { begins, ends, kind, moves, tells, within } from '../kind.ts';
import { inHand } from './parts.ts';

const heading = 'Acties en opdrachten';

/** What was agreed to be done, by which role and by when. Moving the term is one fact, and the first day stays. */
export const action = kind({
  kind: 'action',
  label: { nl: 'Actiepunt', en: 'Action' },
  heading,
  facts: {
    'action.agreed.v1': begins(
      { ...within, role, due: day, what: protectedText },
      { command: 'agree-action', path: 'actions-agreed', words: { nl: 'Actie afgesproken', en: 'Action agreed' } },
    ),
    'action.handed-over.v1': tells(
      { role, organisation: id.optional(), reason: protectedText.optional() },
      {
        command: 'hand-action-over',
        path: 'action-handovers',
        says: inHand,
        words: { nl: 'Actie overgedragen', en: 'Action handed over' },
      },
    ),
    'action.postponed.v1': moves(
      { to: day, reason: protectedText },
      {
        command: 'postpone-action',
        path: 'action-postponements',
        words: { nl: 'Actie verschoven', en: 'Action postponed' },
      },
    ),
    'action.done.v1': ends(
      { result: protectedText.optional(), evidence: evidence.optional() },
      { command: 'do-action', path: 'action-completions', words: { nl: 'Actie gedaan', en: 'Action done' } },
    ),
    'action.dropped.v1': ends(
      { reason: protectedText },
      { command: 'drop-action', path: 'action-droppings', words: { nl: 'Actie vervallen', en: 'Action dropped' } },
    ),
  },
});

/** Given in a session, handed in and discussed. That it did not succeed is a full result, with what was learned. */
export const assignment = kind({
  kind: 'assignment',
  label: { nl: 'Opdracht', en: 'Assignment' },
  heading,
  facts: {
    'assignment.given.v1': begins(
      {
        ...within,
        team: id.optional(),
        module: id.optional(),
        title: name,
        sort: z.enum(['homework', 'practice', 'reading', 'other']),
        due: day.optional(),
      },
      {
        command: 'give-assignment',
        path: 'assignments-given',
        words: { nl: 'Opdracht gegeven', en: 'Assignment given' },
      },
    ),
    'assignment.handed-in.v1': moves(
      { evidence: evidence.optional(), result: protectedText.optional() },
      {
        command: 'hand-assignment-in',
        path: 'assignment-submissions',
        words: { nl: 'Opdracht ingeleverd', en: 'Assignment handed in' },
      },
    ),
    'assignment.discussed.v1': ends(
      { outcome: z.enum(['succeeded', 'partly', 'did-not-succeed']), result: protectedText },
      {
        command: 'discuss-assignment',
        path: 'assignment-discussions',
        words: { nl: 'Opdracht besproken', en: 'Assignment discussed' },
      },
    ),
    'assignment.dropped.v1': ends(
      { reason: protectedText },
      {
        command: 'drop-assignment',
        path: 'assignment-droppings',
        words: { nl: 'Opdracht vervallen', en: 'Assignment dropped' },
      },
    ),
  },
});
