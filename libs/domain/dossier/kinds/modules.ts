import { z } from 'zod';
import { count, id, key, name } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { day } from '../../kernel/time.ts';
import { begins, ends, kind, moves, within } from '../kind.ts';

const heading = 'Leren';

/** A module of a learning track, with its topics and the forms in which is learned. */
export const learningModule = kind({
  kind: 'module',
  label: { nl: 'Module', en: 'Module' },
  heading,
  facts: {
    'module.planned.v1': begins(
      {
        ...within,
        title: name,
        track: key.optional(),
        topics: z.array(key).min(1).max(20),
        forms: z
          .array(z.enum(['theory', 'practice', 'knowledge', 'skill', 'exercise']))
          .min(1)
          .max(5),
        from: day,
        until: day.optional(),
      },
      { command: 'plan-module', path: 'modules', words: { nl: 'Module gepland', en: 'Module planned' } },
    ),
    'module.started.v1': moves(
      { participants: count },
      { command: 'start-module', path: 'module-starts', words: { nl: 'Module begonnen', en: 'Module started' } },
    ),
    'module.completed.v1': ends(
      { completed: count, participants: count },
      {
        command: 'complete-module',
        path: 'module-completions',
        words: { nl: 'Module afgerond', en: 'Module completed' },
      },
    ),
    'module.cancelled.v1': ends(
      { reason: protectedText },
      {
        command: 'cancel-module',
        path: 'module-cancellations',
        words: { nl: 'Module vervallen', en: 'Module cancelled' },
      },
    ),
  },
});

/** A moment in which was learned, outside any module. */
export const informalLearning = kind({
  kind: 'informal-learning',
  label: { nl: 'Informeel leermoment', en: 'Informal learning moment' },
  heading,
  facts: {
    'informal-learning.noted.v1': begins(
      { ...within, title: name, people: count.optional(), what: protectedText },
      {
        command: 'note-informal-learning',
        path: 'informal-learning',
        words: { nl: 'Informeel geleerd', en: 'Learned informally' },
      },
    ),
  },
});

/** Individual plans stay with the employee: only how many were made is kept. */
export const learningPlans = kind({
  kind: 'learning-plans',
  label: { nl: 'Persoonlijke leerplannen', en: 'Individual learning plans' },
  heading,
  facts: {
    'learning-plans.made.v1': begins(
      { trajectory: id.optional(), organisation: id.optional(), unit: id.optional(), made: count.min(1) },
      {
        command: 'make-learning-plans',
        path: 'learning-plans',
        words: { nl: 'Leerplannen gemaakt', en: 'Learning plans made' },
      },
    ),
  },
});
