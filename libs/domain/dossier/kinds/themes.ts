import { id, key, name, role } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { begins, ends, kind, moves, within } from '../kind.ts';

/** What organisations want to work on together: gathered, then chosen or parked. */
export const theme = kind({
  kind: 'theme',
  label: { nl: 'Thema', en: 'Theme' },
  heading: 'Thema’s en ideeën',
  facts: {
    'theme.gathered.v1': begins(
      { ...within, title: name, category: key.optional(), byRole: role.optional() },
      {
        command: 'gather-theme',
        path: 'themes',
        words: { nl: 'Thema opgehaald', en: 'Theme gathered' },
      },
    ),
    'theme.chosen.v1': moves(
      { reason: protectedText.optional() },
      {
        command: 'choose-theme',
        path: 'theme-choices',
        after: ['gathered', 'parked'],
        words: { nl: 'Thema gekozen', en: 'Theme chosen' },
      },
    ),
    'theme.parked.v1': moves(
      { reason: protectedText },
      {
        command: 'park-theme',
        path: 'theme-parkings',
        after: ['gathered', 'chosen'],
        words: { nl: 'Thema geparkeerd', en: 'Theme parked' },
      },
    ),
    'theme.closed.v1': ends(
      { result: protectedText.optional() },
      {
        command: 'close-theme',
        path: 'theme-closings',
        after: ['chosen'],
        words: { nl: 'Thema afgerond', en: 'Theme closed' },
      },
    ),
  },
});

/** What somebody thought of: it becomes a proposal, or it is dropped with the reason. */
export const idea = kind({
  kind: 'idea',
  label: { nl: 'Idee', en: 'Idea' },
  heading: 'Thema’s en ideeën',
  facts: {
    'idea.raised.v1': begins(
      { ...within, title: name, theme: id.optional() },
      { command: 'raise-idea', path: 'ideas', words: { nl: 'Idee geopperd', en: 'Idea raised' } },
    ),
    'idea.developed.v1': moves(
      { what: protectedText },
      { command: 'develop-idea', path: 'idea-developments', words: { nl: 'Idee uitgewerkt', en: 'Idea developed' } },
    ),
    'idea.became-proposal.v1': ends(
      { proposal: id.optional() },
      {
        command: 'turn-idea-into-proposal',
        path: 'idea-proposals',
        words: { nl: 'Idee werd voorstel', en: 'Idea became a proposal' },
      },
    ),
    'idea.dropped.v1': ends(
      { reason: protectedText },
      { command: 'drop-idea', path: 'idea-droppings', words: { nl: 'Idee losgelaten', en: 'Idea dropped' } },
    ),
  },
});
