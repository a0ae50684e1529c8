import * as z from 'zod/mini';
import { bothLanguages, organisation } from './basis.ts';

const keyed = z.object({ key: z.string(), label: bothLanguages });

/** A network of a programme: a region with its places. */
export const networkName = z.object({ network: z.string(), name: z.string(), region: z.string() });

/** A programme in the list of programmes. */
export const programmeItem = z.object({
  programme: z.string(),
  name: z.string(),
  from: z.string(),
  until: z.string(),
  client: organisation,
  networks: z.array(networkName),
});
export type ProgrammeItem = z.infer<typeof programmeItem>;

/** A meeting as the programme tells it. */
export const plannedMeeting = z.object({
  meeting: z.string(),
  network: z.nullable(z.string()),
  kind: z.string(),
  title: z.string(),
  date: z.string(),
  status: z.string(),
  heldOn: z.nullable(z.string()),
  cancelled: z.boolean(),
});
export type PlannedMeeting = z.infer<typeof plannedMeeting>;

/** When a report goes out: on which day of the week (1 is Monday) or of the month, at what time in the Netherlands. */
export const reportSchedule = z.object({
  schedule: z.string(),
  report: z.string(),
  every: z.string(),
  day: z.number(),
  time: z.string(),
});
export type ReportSchedule = z.infer<typeof reportSchedule>;

/** A programme with its template: the lines of work, the layers of commitment, the categories of questions. */
export const programmeDetail = z.object({
  programme: z.string(),
  name: z.string(),
  from: z.string(),
  until: z.string(),
  client: organisation,
  template: z.object({
    label: bothLanguages,
    lines: z.array(keyed),
    layers: z.array(keyed),
    categories: z.array(keyed),
    limits: z.object({ contactWithinDays: z.number() }),
  }),
  networks: z.array(networkName),
  meetings: z.array(plannedMeeting),
  schedules: z.array(reportSchedule),
});
export type ProgrammeDetail = z.infer<typeof programmeDetail>;

const region = z.object({
  region: z.string(),
  interest: z.number(),
  applications: z.number(),
  networks: z.array(
    z.object({
      network: z.string(),
      name: z.string(),
      places: z.number(),
      waiting: z.number(),
      minimum: z.number(),
      target: z.number(),
      maximum: z.number(),
      free: z.number(),
    }),
  ),
  reason: bothLanguages,
});

/** Demand by region, with places and waiting lists. */
export const demand = z.object({ regions: z.array(region) });
export type Region = z.infer<typeof region>;
