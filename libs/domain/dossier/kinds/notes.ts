import { z } from 'zod';
import { id } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { begins, ends, kind, moves, within } from '../kind.ts';

/** One text with a date and a subject, captured quickly; later it becomes something, and the link is kept. */
export const note = kind({
  kind: 'note',
  label: { nl: 'Aantekening', en: 'Note' },
  heading: 'Aantekeningen',
  facts: {
    'note.captured.v1': begins(
      { ...within, text: protectedText },
      { command: 'capture-note', path: 'notes', words: { nl: 'Aantekening gemaakt', en: 'Note captured' } },
    ),
    /** `subject` is what it became, or what it was added to: `pledge:0197…`; `event` is the fact that it became. */
    'note.turned.v1': moves(
      {
        into: z.enum(['contact-moment', 'pledge', 'action', 'fact', 'question', 'risk', 'decision', 'other']),
        subject: z
          .string()
          .regex(/^[a-z-]+:[\w/-]{1,150}$/)
          .optional(),
        event: id.optional(),
      },
      {
        command: 'turn-note',
        path: 'note-turnings',
        words: { nl: 'Aantekening verwerkt', en: 'Note turned into something' },
      },
    ),
    'note.discarded.v1': ends(
      { reason: protectedText.optional() },
      {
        command: 'discard-note',
        path: 'note-discardings',
        words: { nl: 'Aantekening afgedaan', en: 'Note discarded' },
      },
    ),
  },
});
