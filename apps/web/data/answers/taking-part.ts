import * as z from 'zod/mini';
import { bothLanguages } from './basis.ts';

const late = z.nullable(z.object({ days: z.number() }));

/** Dates that were proposed, and what was answered last. */
export const ownPoll = z.object({
  poll: z.string(),
  title: z.string(),
  dates: z.array(z.string()),
  due: z.nullable(z.string()),
  step: z.string(),
  date: z.nullable(z.string()),
  answer: z.nullable(z.object({ on: z.string(), possible: z.array(z.string()) })),
});
export type OwnPoll = z.infer<typeof ownPoll>;

/** What was promised or agreed, by when, and how it stands. */
const ownTask = {
  role: z.nullable(z.string()),
  due: z.nullable(z.string()),
  late,
  step: z.string(),
  what: z.nullable(z.string()),
};

const ownPledge = z.object({ pledge: z.string(), ...ownTask });
const ownAction = z.object({ action: z.string(), ...ownTask });

/** The page of somebody who takes part. */
export const ownPart = z.object({
  access: z.object({ role: z.string(), until: z.string() }),
  programme: z.object({ name: z.string(), from: z.string(), until: z.string() }),
  organisation: z.string(),
  network: z.nullable(z.string()),
  participation: z.nullable(z.string()),
  next: z.nullable(z.extend(bothLanguages, { on: z.string() })),
  milestones: z.array(
    z.object({ key: z.string(), label: bothLanguages, due: z.nullable(z.string()), reachedOn: z.nullable(z.string()) }),
  ),
  meetings: z.array(
    z.object({ meeting: z.string(), title: z.string(), kind: z.string(), date: z.string(), status: z.string() }),
  ),
  polls: z.array(ownPoll),
  pledges: z.array(ownPledge),
  actions: z.array(ownAction),
  story: z.array(z.object({ event: z.string(), on: z.string(), precision: z.string(), words: z.string() })),
});
export type OwnPart = z.infer<typeof ownPart>;

/** Access that was given to somebody who takes part. */
export const givenAccess = z.object({
  access: z.string(),
  role: z.string(),
  grantedOn: z.string(),
  until: z.string(),
  state: z.string(),
  revokedOn: z.nullable(z.string()),
  sentOn: z.array(z.string()),
});
export type GivenAccess = z.infer<typeof givenAccess>;

/** A form that is open to everybody. */
export const publicForm = z.object({
  form: z.string(),
  name: z.string(),
  client: z.string(),
  from: z.string(),
  until: z.string(),
  openUntil: z.nullable(z.string()),
  text: z.nullable(z.string()),
  networks: z.array(z.object({ network: z.string(), name: z.string(), region: z.string() })),
  categories: z.array(z.object({ key: z.string(), label: bothLanguages })),
  fictitious: z.boolean(),
});
export type PublicForm = z.infer<typeof publicForm>;

/** Who can apply. */
export const applicants = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string() })),
});
export type Applicant = z.infer<typeof applicants>['items'][number];
