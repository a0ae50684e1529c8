import * as z from 'zod/mini';
import { bothLanguages, organisation } from './basis.ts';

const late = z.nullable(z.object({ due: z.string(), days: z.number() }));

/** The commitment of one layer of one organisation. */
export const commitment = z.object({
  trajectory: z.string(),
  organisation,
  layer: z.string(),
  commitment: z.object({ step: z.string() }),
  due: z.nullable(z.string()),
  late,
  facts: z.array(z.object({ on: z.string(), fact: z.string(), event: z.string() })),
});
export type Commitment = z.infer<typeof commitment>;

const party = z.object({ organisation: z.nullable(organisation), role: z.string() });

/** A pledge: who keeps it, by when, whether it is late, and the events that tell of it. */
export const pledge = z.object({
  pledge: z.string(),
  trajectory: z.nullable(z.string()),
  keeper: party,
  to: z.string(),
  state: z.object({ step: z.string() }),
  due: z.nullable(z.string()),
  firstDue: z.nullable(z.string()),
  late,
  facts: z.array(z.object({ fact: z.string(), event: z.string() })),
});
export type Pledge = z.infer<typeof pledge>;

/** A fact that should be on record and is not, with the reason in words. */
export const missingFact = z.object({
  kind: z.string(),
  about: z.string(),
  organisation: z.nullable(organisation),
  since: z.string(),
  days: z.number(),
  nl: z.string(),
  en: z.string(),
});
export type MissingFact = z.infer<typeof missingFact>;

/** An item of the dossier. */
export const dossierItem = z.object({
  item: z.string(),
  kind: z.string(),
  title: z.nullable(z.string()),
  organisation: z.nullable(organisation),
  label: bothLanguages,
  words: z.nullable(bothLanguages),
  step: z.string(),
  ended: z.boolean(),
  due: z.nullable(z.string()),
  since: z.string(),
  late,
  carrier: z.nullable(party),
  publication: z.string(),
  about: z.nullable(z.string()),
});
export type DossierItem = z.infer<typeof dossierItem>;

/** A line of a story: what happened, in words. */
export const storyLine = z.object({
  ordinal: z.number(),
  eventId: z.string(),
  type: z.string(),
  stream: z.string(),
  recordedAt: z.string(),
  occurredOn: z.nullish(z.object({ precision: z.string(), value: z.string() })),
  role: z.nullish(z.string()),
  channel: z.nullish(z.object({ kind: z.string() })),
  /** The token, the access or the form under which it was recorded. */
  grant: z.optional(z.string()),
  words: z.string(),
  reason: z.nullish(z.string()),
  texts: z.record(z.string(), z.nullable(z.string())),
  /** What a correction begins with; absent from what cannot be corrected. */
  data: z.optional(z.record(z.string(), z.unknown())),
  /** The id of the fact that it corrects or retracts. */
  corrects: z.nullish(z.string()),
});
export type StoryLine = z.infer<typeof storyLine>;

/** A line of a comparison: a story line with what kind of change it was, and why it stands in the period. */
export const changeLine = z.extend(storyLine, {
  change: z.string(),
  cause: z.string(),
  causeWords: z.string(),
  about: z.nullish(z.object({ subject: z.string(), name: z.nullish(z.string()) })),
  differences: z.optional(z.array(z.object({ view: z.string(), field: z.string(), words: z.string() }))),
});
export type ChangeLine = z.infer<typeof changeLine>;

/** Who was at a meeting, with those who were expected and of whom nothing is known. */
export const meeting = z.object({
  meeting: z.string(),
  network: z.nullable(z.string()),
  kind: z.string(),
  title: z.string(),
  state: z.string(),
  date: z.string(),
  status: z.string(),
  heldOn: z.nullable(z.string()),
  attendance: z.array(
    z.object({
      trajectory: z.string(),
      attendance: z.string(),
      roles: z.array(z.string()),
      on: z.string(),
      event: z.string(),
    }),
  ),
  invitations: z.array(
    z.object({
      item: z.string(),
      date: z.string(),
      toRenew: z.boolean(),
      invited: z.nullable(z.array(z.string())),
      answers: z.array(z.object({ trajectory: z.string(), answer: z.string() })),
    }),
  ),
});
export type Meeting = z.infer<typeof meeting>;

/** A meeting in a list, with its figures. */
export const meetingItem = z.extend(meeting, {
  figures: z.object({ expected: z.number(), present: z.number(), excused: z.number(), absent: z.number() }),
});

/** A change question that was brought in, with how many others are like it. */
export const changeQuestion = z.object({
  question: z.string(),
  trajectory: z.string(),
  category: z.string(),
  categoryLabel: z.nullable(bothLanguages),
  tags: z.array(z.string()),
  event: z.string(),
  since: z.string(),
  alike: z.object({ category: z.number() }),
});
export type ChangeQuestion = z.infer<typeof changeQuestion>;
