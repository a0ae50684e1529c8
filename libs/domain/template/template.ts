import { z } from 'zod';
import { count, key, name } from '../kernel/names.ts';
import { meetingKind } from '../meeting/events.ts';

const label = z.strictObject({ nl: name, en: name });

/** When a milestone is due: a number of days after (or, negative, before) an anchor. */
export const due = z.strictObject({
  anchor: z.enum(['programme-start', 'programme-end', 'opening', 'exchange', 'closing']),
  /** Which of several meetings of that kind, from 1. */
  number: count.min(1).default(1),
  days: z.int().min(-1000).max(1000),
});

/** A milestone can ask for this many facts of one type, and no more. */
export const mostTold = 20;

/** What a milestone can ask of a fact beside its type: which of these a fact says is kept with it. */
export const askedOfFacts = ['level', 'moment', 'phase', 'round'] as const;

const asked = z.enum(askedOfFacts);
/** What facts can be told apart by: the item that they are about, or what they say of it. */
const apart = z.enum(['item', ...askedOfFacts]);

const itemFact = z
  .string()
  .max(100)
  .regex(/^[a-z-]+\.[a-z-]+\.v\d+$/);

/** What must have happened for a milestone to be reached. */
export const reached = z.discriminatedUnion('when', [
  z.strictObject({ when: z.literal('intake-held') }),
  z.strictObject({ when: z.literal('place-given') }),
  z.strictObject({ when: z.literal('question-brought-in') }),
  z.strictObject({ when: z.literal('commitments-given'), layers: z.array(key).min(1) }),
  z.strictObject({
    when: z.literal('attended'),
    kind: meetingKind,
    count: count.min(1),
  }),
  z.strictObject({ when: z.literal('support-completed') }),
  z.strictObject({ when: z.literal('started') }),
  z.strictObject({ when: z.literal('completed') }),
  /**
   * So many facts of that type (`module.completed.v1`) about items of the dossier that name the trajectory. Each item
   * counts once, or, where `different` says so, each level, phase, round or moment; `within` asks that these are of one
   * and the same item (and round), `where` leaves out what says something else. "A full round" is four different
   * phases within one round of one team.
   */
  z.strictObject({
    when: z.literal('told'),
    fact: itemFact,
    count: count.min(1).max(mostTold),
    different: apart.optional(),
    within: z.array(apart).max(3).optional(),
    where: z.partialRecord(asked, z.union([key, count])).optional(),
  }),
]);

export const milestone = z.strictObject({
  key,
  label,
  /** The line of work that it belongs to. */
  line: key,
  weight: count.min(1),
  due,
  reached,
});

/**
 * A shape of programme as data: lines of work, milestones, layers of commitment, categories of questions, limits. How many
 * of each is bounded, because how a trajectory stands in all of them is kept for every day on which it changes.
 */
export const template = z.strictObject({
  key,
  version: count.min(1),
  label,
  /** What a lane is, where people look at a programme: by default an organisation. */
  lane: z.enum(['organisation', 'unit', 'team']).optional(),
  lines: z.array(z.strictObject({ key, label })).min(1),
  milestones: z.array(milestone).min(1).max(200),
  layers: z.array(z.strictObject({ key, label })).min(1).max(20),
  categories: z.array(z.strictObject({ key, label })).min(1).max(200),
  limits: z.strictObject({
    /** A milestone this many days over its due date makes a trajectory behind; before that it asks for attention. */
    behindAfterDays: count,
    /** No contact for this many days asks for attention. */
    contactWithinDays: count,
  }),
});

export type Template = z.infer<typeof template>;
export type Milestone = z.infer<typeof milestone>;
export type Told = Extract<Milestone['reached'], { when: 'told' }>;
