import * as z from 'zod/mini';
import { organisation } from './basis.ts';

const named = { trajectory: z.string(), since: z.string() };

/** A network: who has a place, who holds one tentatively, who waits in which order. */
export const networkDetail = z.object({
  network: z.string(),
  name: z.string(),
  region: z.string(),
  minimum: z.number(),
  target: z.number(),
  maximum: z.number(),
  free: z.number(),
  places: z.array(z.object({ ...named, reservation: z.nullable(z.object({ decisionExpectedOn: z.string() })) })),
  held: z.array(z.object({ ...named, until: z.string() })),
  waiting: z.array(z.object(named)),
  proposals: z.array(z.object(named)),
  organisations: z.record(z.string(), organisation),
});
export type NetworkDetail = z.infer<typeof networkDetail>;

const shared = z.object({ key: z.string(), members: z.number() });

/** Learning groups that the product proposes, with what their members share. */
export const groupProposal = z.object({
  size: z.number(),
  groups: z.array(
    z.object({
      members: z.array(z.object({ trajectory: z.string() })),
      categories: z.array(shared),
      tags: z.array(shared),
      provinces: z.array(z.string()),
      sizes: z.array(z.string()),
    }),
  ),
  withoutQuestion: z.array(z.string()),
});
export type GroupProposal = z.infer<typeof groupProposal>;

/** A learning group of which the product knows the composition. */
export const learningGroup = z.object({
  group: z.string(),
  network: z.string(),
  name: z.string(),
  members: z.array(z.string()),
  frozen: z.boolean(),
});
export type LearningGroup = z.infer<typeof learningGroup>;

/** Groups of every other sort: teams, learning lines, interest groups. */
export const dossierGroups = z.object({
  groups: z.array(
    z.object({
      item: z.string(),
      sort: z.string(),
      name: z.string(),
      organisation: z.nullable(organisation),
      since: z.string(),
      endedOn: z.nullable(z.string()),
      members: z.array(z.object({ role: z.string() })),
      goals: z.array(z.unknown()),
      rounds: z.array(z.unknown()),
    }),
  ),
});
export type DossierGroup = z.infer<typeof dossierGroups>['groups'][number];
