import * as z from 'zod/mini';
import { organisation } from './basis.ts';

const ownedBy = { item: z.string(), organisation: z.nullable(organisation) };

const product = z.object({
  ...ownedBy,
  title: z.string(),
  form: z.string(),
  trajectory: z.nullable(z.string()),
  madeOn: z.string(),
  state: z.string(),
  published: z.array(z.object({ on: z.string(), where: z.string(), level: z.string() })),
  spread: z.array(z.object({ on: z.string(), where: z.string(), people: z.nullable(z.number()) })),
  people: z.number(),
});
export type KnowledgeProduct = z.infer<typeof product>;

const visit = z.object({
  item: z.string(),
  title: z.string(),
  host: z.nullable(organisation),
  date: z.string(),
  state: z.string(),
  guests: z.array(z.object({ organisation, people: z.number() })),
  people: z.number(),
});
export type SiteVisit = z.infer<typeof visit>;

/** What was made of what was learned and where it went; and who went to see it. */
export const knowledge = z.object({
  made: z.number(),
  published: z.number(),
  spreadings: z.number(),
  people: z.number(),
  products: z.array(product),
  visitsPlanned: z.number(),
  visitsHeld: z.number(),
  guests: z.number(),
  visits: z.array(visit),
});

const measurement = z.nullable(z.object({ value: z.number(), on: z.string() }));

const indicator = z.object({
  key: z.string(),
  label: z.string(),
  unit: z.nullable(z.string()),
  target: z.nullable(z.number()),
  baseline: measurement,
  interim: measurement,
  end: measurement,
  after: measurement,
  reached: z.nullable(z.boolean()),
});
export type Indicator = z.infer<typeof indicator>;

const outcome = z.object({
  ...ownedBy,
  title: z.string(),
  state: z.string(),
  since: z.string(),
  indicators: z.array(indicator),
});
export type Outcome = z.infer<typeof outcome>;

/** What was to be different, and what was measured of it. */
export const outcomes = z.object({
  intended: z.number(),
  achieved: z.number(),
  notAchieved: z.number(),
  outcomes: z.array(outcome),
});

const reached = { reached: z.number(), of: z.number(), percent: z.nullable(z.number()) };

/** How many were reached, by level and organisation. */
export const reach = z.object({
  levels: z.array(
    z.object({
      level: z.string(),
      ...reached,
      organisations: z.array(z.object({ organisation: z.nullable(organisation), on: z.string(), ...reached })),
    }),
  ),
});

const poolRequest = z.object({
  ...ownedBy,
  expertise: z.string(),
  state: z.string(),
  askedOn: z.string(),
  due: z.nullable(z.string()),
  late: z.nullable(z.object({ days: z.number() })),
  minutesAsked: z.number(),
  minutesMatched: z.number(),
  minutesWorked: z.number(),
});
export type PoolRequest = z.infer<typeof poolRequest>;

/** Who offers how much, and what was asked. */
export const pool = z.object({
  minutesPerMonth: z.number(),
  members: z.array(z.object({ ...ownedBy, expertise: z.array(z.string()), minutesPerMonth: z.number() })),
  minutesAsked: z.number(),
  minutesMatched: z.number(),
  minutesWorked: z.number(),
  requests: z.array(poolRequest),
});

const money = { budgeted: z.number(), committed: z.number(), spent: z.number(), left: z.number(), free: z.number() };
export const budget = z.object({
  ...money,
  lines: z.array(z.object({ line: z.string(), network: z.nullable(z.string()), source: z.string(), ...money })),
});
export type Money = { readonly [figure in keyof typeof money]: number };
