import { z } from 'zod';
import { name, role } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { begins, ends, kind, within } from '../kind.ts';

/** What somebody can be reminded of, as the subject that it is: `commitment:0197…/council`, `pledge:0197…`. */
export const remindedOf = /^(commitment|pledge|item|meeting|trajectory):[\w/-]{1,150}$/;

/** A friendly word to whoever is waited for. To whom is said by role; an address is never recorded. */
export const reminder = kind({
  kind: 'reminder',
  label: { nl: 'Herinnering', en: 'Reminder' },
  heading: 'Herinneringen',
  facts: {
    'reminder.sent.v1': begins(
      {
        ...within,
        about: z.string().regex(remindedOf),
        title: name,
        role,
        by: z.enum(['mail', 'phone', 'letter', 'in-person']),
        text: protectedText.optional(),
      },
      { command: 'send-reminder', path: 'reminders', words: { nl: 'Herinnering gestuurd', en: 'Reminder sent' } },
    ),
    'reminder.answered.v1': ends(
      { result: protectedText.optional() },
      {
        command: 'answer-reminder',
        path: 'reminder-answers',
        words: { nl: 'Op herinnering gereageerd', en: 'Reminder answered' },
      },
    ),
  },
});
