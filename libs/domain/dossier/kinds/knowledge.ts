import { z } from 'zod';
import { count, evidence, id, name } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { day } from '../../kernel/time.ts';
import { begins, ends, kind, moves, tells, withdraws, within } from '../kind.ts';
import { form } from './parts.ts';

const heading = 'Kennis';

/** What was learned in a form that others can use, where it came from and where it went. */
export const knowledgeProduct = kind({
  kind: 'knowledge-product',
  label: { nl: 'Kennisproduct', en: 'Knowledge product' },
  heading,
  facts: {
    /** `items` are those of the dossier that it came from. */
    'knowledge-product.made.v1': begins(
      { ...within, title: name, form, evidence, items: z.array(id).max(50).optional() },
      {
        command: 'make-knowledge-product',
        path: 'knowledge-products',
        words: { nl: 'Kennisproduct gemaakt', en: 'Knowledge product made' },
      },
    ),
    'knowledge-product.published.v1': moves(
      { where: name, level: z.enum(['programme', 'participants', 'public']) },
      {
        command: 'publish-knowledge-product',
        path: 'knowledge-product-publications',
        about: ['where'],
        words: { nl: 'Kennisproduct gepubliceerd', en: 'Knowledge product published' },
      },
    ),
    'knowledge-product.spread.v1': tells(
      { where: name, people: count.optional() },
      {
        command: 'spread-knowledge-product',
        path: 'knowledge-product-spreadings',
        adds: true,
        words: { nl: 'Kennis verspreid', en: 'Knowledge spread' },
      },
    ),
    'knowledge-product.withdrawn.v1': withdraws(
      { reason: protectedText },
      {
        command: 'withdraw-knowledge-product',
        path: 'knowledge-product-withdrawals',
        words: { nl: 'Kennisproduct ingetrokken', en: 'Knowledge product withdrawn' },
      },
    ),
  },
});

/** A visit to where it can be seen, with a host and guests. */
export const siteVisit = kind({
  kind: 'site-visit',
  label: { nl: 'Excursie', en: 'Site visit' },
  heading,
  facts: {
    /** `organisation` is the host. */
    'site-visit.planned.v1': begins(
      { trajectory: id.optional(), network: id.optional(), organisation: id, title: name, date: day },
      { command: 'plan-site-visit', path: 'site-visits', words: { nl: 'Excursie gepland', en: 'Site visit planned' } },
    ),
    'site-visit.held.v1': ends(
      {
        guests: z
          .array(z.strictObject({ organisation: id, people: count.min(1) }))
          .min(1)
          .max(100),
        result: protectedText.optional(),
      },
      {
        command: 'hold-site-visit',
        path: 'site-visits-held',
        words: { nl: 'Excursie gehouden', en: 'Site visit held' },
      },
    ),
    'site-visit.cancelled.v1': ends(
      { reason: protectedText },
      {
        command: 'cancel-site-visit',
        path: 'site-visit-cancellations',
        words: { nl: 'Excursie afgelast', en: 'Site visit cancelled' },
      },
    ),
  },
});
