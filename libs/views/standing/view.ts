import { eachChange } from '#domain/progress/course-of-days';
import type { Plan } from '#domain/progress/inputs';
import { type Missing, MissingFacts } from '#domain/progress/missing';
import { Periods } from '#domain/progress/periods';
import type { Template } from '#domain/template/template';
import { defineDerived } from '../engine/derived.ts';
import { never } from '../folding.ts';
import { type PlannedMeeting, type ProgrammeRow, programmeView } from '../programme/view.ts';
import { planOf, progressFactsOf } from '../progress/measure.ts';
import { type NetworkSpan, networkSpans } from '../progress/networks.ts';
import type { TrajectoryRow } from '../progress/row.ts';
import { progressView } from '../progress/view.ts';
import { type Mark, markOf, numberOf } from './mark.ts';

/** How a trajectory stands on every day, and what is missing of it: what lists are chosen, counted and sorted by. */
export interface StandingRow {
  readonly trajectory: string;
  readonly programme: string;
  readonly organisation: string;
  /** The last one. */
  readonly network: string | null;
  /** One after the other, where it was in several. */
  readonly networks: readonly NetworkSpan[];
  /** Beside each other: from each of the days on it stands as the mark says, until the next day. */
  readonly days: readonly string[];
  readonly marks: readonly Mark[];
  /** The days on which it was spoken to. */
  readonly contacts: readonly string[];
  readonly missing: readonly Missing[];
}

function standingOf(row: TrajectoryRow, programme: ProgrammeRow | undefined): StandingRow {
  const periods = new Periods();
  const missing = new MissingFacts(intakesWithoutReport(row));
  const networks = networkSpans(row);
  const facts = progressFactsOf(row, programme?.meetings ?? []);
  const visit: Visit = (seen, on, findings) => {
    periods.add(seen, on, findings);
    missing.add(seen, on, findings);
  };
  if (networks.length === 0) eachChange(facts, planFor(row.network, programme), visit);
  networks.forEach(({ network }, index) => {
    eachChange(facts, planFor(network, programme), visitWithin(networks, index, visit));
  });
  const isMeasured = programme?.template !== null && programme !== undefined;
  return {
    trajectory: row.trajectory,
    programme: row.programme,
    organisation: row.organisation,
    network: row.network,
    networks,
    days: periods.found.map(({ on }) => on),
    marks: periods.found.map((period) => markOf(isMeasured ? period : { ...period, status: null })),
    contacts: row.contacts.map(({ on }) => on),
    missing: missing.found(),
  };
}

/** An intake that was told once more, with its report, is the same one: both are of that day. */
function intakesWithoutReport({ course }: TrajectoryRow): { on: string; event: string }[] {
  const intakes = course.filter(({ fact }) => fact === 'intake-held');
  const reported = new Set(intakes.filter((intake) => intake.reported).map(({ on }) => on));
  return intakes.filter(({ on }) => !reported.has(on));
}

type Visit = Parameters<typeof eachChange>[2];

/** Each day by the network of that day: of a course by the plan of one, only the days count on which it was in that one. */
function visitWithin(spans: readonly NetworkSpan[], index: number, visit: Visit): Visit {
  const from = index === 0 ? '' : (spans[index]?.from ?? '');
  const until = spans[index + 1]?.from;
  return (seen, on, findings) => {
    if (on >= from && (until === undefined || on < until)) visit(seen, on, findings);
  };
}

function planFor(network: string | null, programme: ProgrammeRow | undefined): Plan {
  if (!programme?.template) return withoutTemplate;
  const plans = plansKnown.get(programme) ?? new Map<string | null, Plan>();
  plansKnown.set(programme, plans);
  const plan = plans.get(network) ?? planOf(programme, programme.template, network);
  plans.set(network, plan);
  return plan;
}

/** By network: all trajectories of one are judged by the same plan as long as the row of the programme stays as it is. */
const plansKnown = new WeakMap<ProgrammeRow, Map<string | null, Plan>>();

/** As long as a programme has no template, nothing is asked of its trajectories. */
const withoutTemplate: Plan = {
  template: {
    key: 'none',
    version: 1,
    label: { nl: 'geen', en: 'none' },
    lines: [],
    milestones: [],
    layers: [],
    categories: [],
    limits: { behindAfterDays: 0, contactWithinDays: 36_500 },
  },
  from: never,
  until: never,
  meetings: [],
};

/** Whether anything changed of a programme that its trajectories are judged by. */
function isPlannedOtherwise(before: ProgrammeRow | undefined, after: ProgrammeRow | undefined): boolean {
  if (!before || !after) return before !== after;
  if (before.from !== after.from || before.until !== after.until) return true;
  return (
    !isSame(before.template, after.template) ||
    before.meetings.length !== after.meetings.length ||
    !before.meetings.every(isAsIn(after))
  );
}

/** What did not change is mostly the very same object. */
function isSame(before: Template | null, after: Template | null): boolean {
  return before === after || JSON.stringify(before) === JSON.stringify(after);
}

/** That a meeting is agreed upon, or held when it was planned, changes nothing: only its day counts, and whether it goes on. */
function isAsIn({ meetings }: ProgrammeRow): (meeting: PlannedMeeting, index: number) => boolean {
  return (before, index) => {
    const after = meetings[index];
    if (before === after) return true;
    return after !== undefined && judgedBy.every((part) => part(before) === part(after));
  };
}

const judgedBy: readonly ((meeting: PlannedMeeting) => unknown)[] = [
  ({ meeting }) => meeting,
  ({ network }) => network,
  ({ kind }) => kind,
  ({ heldOn, date }) => heldOn ?? date,
  ({ heldOn, cancelled }) => cancelled && heldOn === null,
];

/** One row for each trajectory. Nothing in it depends on today: what will come if nothing happens has its day too. */
export const standingView = defineDerived({
  name: 'standing',
  version: 7,
  each: progressView,
  among: { programmes: programmeView },
  concerns: { programmes: (before, after) => (isPlannedOtherwise(before, after) ? 'all' : []) },
  of: (row: TrajectoryRow, { programmes }) => standingOf(row, programmes.get(row.programme)),
  columns: {
    organisation: { type: 'text', of: ({ organisation }) => organisation },
    network: { type: 'text', of: ({ network }) => network },
    network_days: { type: 'date[]', of: ({ networks }) => networks.map(({ from }) => from) },
    /** An empty text for none. */
    networks: { type: 'text[]', of: ({ networks }) => networks.map(({ network }) => network ?? '') },
    days: { type: 'date[]', of: ({ days }) => days },
    marks: { type: 'text[]', of: ({ marks }) => marks },
    standings: { type: 'bigint[]', of: ({ marks }) => marks.map(numberOf) },
    contacts: { type: 'date[]', of: ({ contacts }) => contacts },
    missing_kinds: { type: 'text[]', of: ({ missing }) => missing.map(({ kind }) => kind) },
    missing_since: { type: 'date[]', of: ({ missing }) => missing.map(({ since }) => since) },
    missing_from: { type: 'date[]', of: ({ missing }) => missing.map(({ from }) => from) },
    missing_until: { type: 'date[]', of: ({ missing }) => missing.map(({ until }) => until ?? never) },
  },
});
