import * as z from 'zod/mini';
import { bothLanguages, listOf, stale } from './basis.ts';

const counts = z.record(z.string(), z.number());

const attendance = { present: z.number(), excused: z.number(), absent: z.number() };

/** What the figures of a report rest on: the same ordinal and day give the same report. */
const reportBasis = z.object({
  ordinal: z.number(),
  knownAt: z.string(),
  validOn: z.string(),
  template: z.nullable(z.object({ key: z.string(), version: z.number() })),
  register: z.nullable(z.string()),
  stale: z.optional(stale),
});

const trajectory = z.object({
  trajectory: z.string(),
  organisation: z.string(),
  participation: z.string(),
  milestonesReached: z.number(),
  milestonesExpected: z.number(),
  milestones: z.number(),
  status: z.string(),
  judgement: z.nullable(z.string()),
  lastContactOn: z.nullable(z.string()),
});

/** The management report of a programme. */
export const managementReport = z.object({
  fictitious: z.boolean(),
  basis: reportBasis,
  programme: z.object({ name: z.string(), client: z.string(), from: z.string(), until: z.string() }),
  networks: z.array(
    z.object({
      network: z.string(),
      name: z.string(),
      target: z.number(),
      given: z.number(),
      withReservation: z.number(),
      free: z.number(),
      waiting: z.number(),
    }),
  ),
  participation: counts,
  status: counts,
  milestones: z.array(z.object({ key: z.string(), label: bothLanguages, reached: z.number(), due: z.number() })),
  trajectories: z.array(trajectory),
  commitments: z.record(z.string(), counts),
  lateCommitments: z.array(
    z.object({
      trajectory: z.string(),
      organisation: z.string(),
      layer: z.string(),
      due: z.string(),
      daysOver: z.number(),
    }),
  ),
  meetings: z.array(
    z.object({
      meeting: z.string(),
      title: z.string(),
      date: z.string(),
      held: z.boolean(),
      moves: z.number(),
      ...attendance,
      /** Reports that went out before it was told, do not have it. */
      state: z.optional(z.string()),
    }),
  ),
  attendance: z.object({ ...attendance, presentPerMille: z.nullable(z.number()) }),
  support: z.object({
    requested: z.number(),
    matched: z.number(),
    completed: z.number(),
    plannedMinutes: z.number(),
    deliveredMinutes: z.number(),
  }),
  questions: counts,
  recordedLate: z.array(z.unknown()),
  corrections: z.number(),
  retractions: z.number(),
  labels: z.object({ layers: z.record(z.string(), bothLanguages), categories: z.record(z.string(), bothLanguages) }),
});
export type ManagementReport = z.infer<typeof managementReport>;

/** A report that went out on schedule, and of what it was made. */
const reportRun = z.object({
  schedule: z.string(),
  due: z.string(),
  ordinal: z.number(),
  sha256: z.string(),
  size: z.number(),
});
export type ReportRun = z.infer<typeof reportRun>;
export const reportRuns = listOf(reportRun);
