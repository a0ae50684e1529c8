import { z } from 'zod';
import { id, role } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { kind, tells } from '../kind.ts';
import { inHand } from './parts.ts';

/** What can be told of an item of any kind. */
export const common = kind({
  kind: 'item',
  label: { nl: 'Dossierstuk', en: 'Dossier item' },
  heading: 'Dossier',
  facts: {
    /** From here on this role, of this organisation when one is named, is the one to look after it. */
    'item.transferred.v1': tells(
      { role, organisation: id.optional(), reason: protectedText.optional() },
      {
        command: 'transfer-item',
        path: 'transfers',
        says: inHand,
        words: { nl: 'Overgedragen', en: 'Transferred' },
      },
    ),
    /** Who may see it. Access itself follows the level that was last told. */
    'item.publication-set.v1': tells(
      { level: z.enum(['programme', 'participants', 'public']), reason: protectedText.optional() },
      {
        command: 'set-item-publication',
        path: 'publication-levels',
        words: { nl: 'Publicatieniveau bepaald', en: 'Publication level set' },
      },
    ),
    /** Two items belong together: a note and what it became, an idea and its proposal. */
    'item.linked.v1': tells(
      { items: z.array(id).min(1).max(50), reason: protectedText.optional() },
      {
        command: 'link-item',
        path: 'links',
        words: { nl: 'Verbonden met een ander stuk', en: 'Linked to another item' },
      },
    ),
  },
});
