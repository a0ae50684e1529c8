import { z } from 'zod';
import { id, key, name } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { begins, ends, kind, moves, tells, within } from '../kind.ts';

const heading = 'Druk en besluiten';
const severity = z.enum(['low', 'medium', 'high']);

/** What may go wrong, and what was noticed. */
export const risk = kind({
  kind: 'risk',
  label: { nl: 'Risico of signaal', en: 'Risk or signal' },
  heading,
  facts: {
    'risk.raised.v1': begins(
      { ...within, sort: z.enum(['risk', 'signal']), title: name, severity, what: protectedText },
      { command: 'raise-risk', path: 'risks', words: { nl: 'Risico of signaal gemeld', en: 'Risk or signal raised' } },
    ),
    'risk.assessed.v1': tells(
      { severity, reason: protectedText },
      { command: 'assess-risk', path: 'risk-assessments', words: { nl: 'Opnieuw gewogen', en: 'Weighed again' } },
    ),
    'risk.mitigated.v1': moves(
      { what: protectedText },
      { command: 'mitigate-risk', path: 'risk-mitigations', words: { nl: 'Maatregel genomen', en: 'Measure taken' } },
    ),
    'risk.closed.v1': ends(
      { result: protectedText.optional() },
      { command: 'close-risk', path: 'risk-closings', words: { nl: 'Risico gesloten', en: 'Risk closed' } },
    ),
  },
});

/** An election, a new portfolio holder, a merger: what happens outside, and what it puts in question. */
export const externalEvent = kind({
  kind: 'external-event',
  label: { nl: 'Gebeurtenis van buiten', en: 'External event' },
  heading,
  facts: {
    'external-event.noted.v1': begins(
      {
        ...within,
        cause: z.enum(['election', 'new-portfolio-holder', 'merger', 'reorganisation', 'other']),
        title: name,
      },
      {
        command: 'note-external-event',
        path: 'external-events',
        words: { nl: 'Gebeurtenis van buiten', en: 'External event' },
      },
    ),
    'external-event.put-in-question.v1': tells(
      { what: protectedText, layers: z.array(key).max(20).optional(), trajectories: z.array(id).max(100).optional() },
      {
        command: 'put-in-question',
        path: 'external-event-questions',
        words: { nl: 'Wat ter discussie staat', en: 'What is in question' },
      },
    ),
    'external-event.settled.v1': ends(
      { result: protectedText.optional() },
      {
        command: 'settle-external-event',
        path: 'external-event-settlements',
        words: { nl: 'Weer zekerheid', en: 'Settled' },
      },
    ),
  },
});
