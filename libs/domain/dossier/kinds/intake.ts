import { z } from 'zod';
import { evidence, id, name, role } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { begins, ends, kind, moves, tells, within } from '../kind.ts';
import { labelled } from './parts.ts';

const heading = 'Intake';
const stage = z.enum(['idea', 'preparation', 'under-way', 'embedded']);

/** The change at home that a participant brings in, followed over time. */
export const localChange = kind({
  kind: 'local-change',
  label: { nl: 'Lokaal verandertraject', en: 'Local change' },
  heading,
  facts: {
    'local-change.brought-in.v1': begins(
      { ...within, name, stage, ownerRole: role },
      {
        command: 'follow-local-change',
        path: 'local-changes',
        words: { nl: 'Lokaal verandertraject ingebracht', en: 'Local change brought in' },
      },
    ),
    /** With what changed since the last time. */
    'local-change.stage-moved.v1': moves(
      { stage, what: protectedText },
      {
        command: 'move-local-change',
        path: 'local-change-stages',
        words: { nl: 'Lokaal verandertraject in een andere fase', en: 'Local change at another stage' },
      },
    ),
    'local-change.owner-changed.v1': tells(
      { ownerRole: role, reason: protectedText.optional() },
      {
        command: 'change-owner-of-local-change',
        path: 'local-change-owners',
        words: { nl: 'Andere trekker', en: 'Another owner' },
      },
    ),
    'local-change.ended.v1': ends(
      { result: protectedText },
      {
        command: 'end-local-change',
        path: 'local-change-endings',
        words: { nl: 'Lokaal verandertraject beëindigd', en: 'Local change ended' },
      },
    ),
  },
});

/** "The same question as…": questions of different organisations that belong together. */
export const lineage = kind({
  kind: 'lineage',
  label: { nl: 'Zelfde vraag als', en: 'The same question as' },
  heading,
  facts: {
    'lineage.traced.v1': begins(
      { trajectory: id.optional(), question: id, sameAs: id, reason: protectedText },
      {
        command: 'trace-lineage',
        path: 'lineages',
        words: { nl: 'Zelfde vraag herkend', en: 'Same question recognised' },
      },
    ),
    'lineage.broken.v1': ends(
      { reason: protectedText },
      {
        command: 'break-lineage',
        path: 'lineage-endings',
        words: { nl: 'Toch een andere vraag', en: 'A different question after all' },
      },
    ),
  },
});

/** What an organisation needs, and the programme that was fitted to it. */
export const needsAnalysis = kind({
  kind: 'needs-analysis',
  label: { nl: 'Behoefteanalyse', en: 'Needs analysis' },
  heading,
  facts: {
    'needs-analysis.begun.v1': begins(
      { ...within, method: name, byRole: role },
      {
        command: 'begin-needs-analysis',
        path: 'needs-analyses',
        words: { nl: 'Behoefteanalyse begonnen', en: 'Needs analysis begun' },
      },
    ),
    'needs-analysis.found.v1': moves(
      {
        needs: z
          .array(z.strictObject({ ...labelled, priority: z.int().min(1).max(5) }))
          .min(1)
          .max(30),
        evidence: evidence.optional(),
      },
      { command: 'find-needs', path: 'needs-findings', words: { nl: 'Behoeften in kaart', en: 'Needs found' } },
    ),
    'needs-analysis.programme-fitted.v1': ends(
      { summary: protectedText, evidence: evidence.optional() },
      {
        command: 'fit-programme',
        path: 'fitted-programmes',
        after: ['found'],
        words: { nl: 'Programma op maat vastgesteld', en: 'Programme fitted' },
      },
    ),
  },
});
