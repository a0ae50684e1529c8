import { z } from 'zod';
import { count, evidence, id, key, name } from '../../kernel/names.ts';
import { protectedText } from '../../kernel/text.ts';
import { day } from '../../kernel/time.ts';
import { begins, ends, kind, moves, tells, within } from '../kind.ts';
import { labelled, moment, reachedOf } from './parts.ts';

const heading = 'Resultaten';
/** In the unit of the indicator. */
const value = z.int().min(-1_000_000_000).max(1_000_000_000);

/** What should be different afterwards, for whom, and by what one would see it. */
export const outcome = kind({
  kind: 'outcome',
  label: { nl: 'Beoogd resultaat', en: 'Intended outcome' },
  heading,
  facts: {
    'outcome.intended.v1': begins(
      {
        ...within,
        title: name,
        side: z.enum(['organisation', 'resident', 'partner']),
        indicators: z
          .array(z.strictObject({ ...labelled, unit: key, target: value }))
          .min(1)
          .max(20),
      },
      {
        command: 'intend-outcome',
        path: 'outcomes-intended',
        words: { nl: 'Resultaat beoogd', en: 'Outcome intended' },
      },
    ),
    /** Of a group; `people` is its size. */
    'outcome.measured.v1': tells(
      { indicator: key, moment, value, people: count.min(5).optional(), evidence: evidence.optional() },
      {
        command: 'measure-outcome',
        path: 'outcome-measurements',
        about: ['indicator', 'moment'],
        words: { nl: 'Resultaat gemeten', en: 'Outcome measured' },
      },
    ),
    'outcome.adjusted.v1': tells(
      { indicator: key, target: value, reason: protectedText },
      {
        command: 'adjust-outcome',
        path: 'outcome-adjustments',
        words: { nl: 'Streefwaarde aangepast', en: 'Target adjusted' },
      },
    ),
    'outcome.achieved.v1': ends(
      { result: protectedText, evidence: evidence.optional() },
      {
        command: 'achieve-outcome',
        path: 'outcome-achievements',
        words: { nl: 'Resultaat gerealiseerd', en: 'Outcome achieved' },
      },
    ),
    'outcome.not-achieved.v1': ends(
      { result: protectedText },
      {
        command: 'miss-outcome',
        path: 'outcome-misses',
        words: { nl: 'Resultaat niet gerealiseerd', en: 'Outcome not achieved' },
      },
    ),
  },
});

/** How far it came, through levels and departments, against how many there are. */
export const reach = kind({
  kind: 'reach',
  label: { nl: 'Bereik', en: 'Reach' },
  heading,
  facts: {
    'reach.counted.v1': begins(
      { ...within, unit: id.optional(), level: key, ...reachedOf },
      { command: 'count-reach', path: 'reach-counts', words: { nl: 'Bereik geteld', en: 'Reach counted' } },
    ),
    'reach.recounted.v1': moves(reachedOf, {
      command: 'recount-reach',
      path: 'reach-recounts',
      words: { nl: 'Bereik opnieuw geteld', en: 'Reach counted again' },
    }),
  },
});

/** Whether what was learned is still there, some months later. */
export const relapseCheck = kind({
  kind: 'relapse-check',
  label: { nl: 'Terugvalcontrole', en: 'Relapse check' },
  heading,
  facts: {
    'relapse-check.planned.v1': begins(
      { ...within, title: name, due: day },
      {
        command: 'plan-relapse-check',
        path: 'relapse-checks',
        words: { nl: 'Terugvalcontrole gepland', en: 'Relapse check planned' },
      },
    ),
    'relapse-check.held.v1': ends(
      { outcome: z.enum(['held', 'partly-relapsed', 'relapsed']), result: protectedText },
      {
        command: 'hold-relapse-check',
        path: 'relapse-checks-held',
        words: { nl: 'Terugvalcontrole gedaan', en: 'Relapse check held' },
      },
    ),
  },
});
