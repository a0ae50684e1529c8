import { networkView } from '#views/network/view';
import { programmeView } from '#views/programme/view';
import { itemOf, type ProgressItem } from '#views/progress/item';
import { networkOn } from '#views/progress/networks';
import { progressView } from '#views/progress/view';
import { withOrganisations } from '#views/progress/whose';
import type { Snapshot } from '#views/query/snapshot';
import type { NamedOrganisation } from '#views/register/register';
import { changesOf, type FigureChange, type Figures, figuresOf, type Totals, totalsOf } from './figures.ts';

/** Which trajectories of which programme. */
export interface Within {
  readonly programme: string;
  readonly network?: string | undefined;
  readonly organisations?: readonly string[] | undefined;
}

/** Why a figure can differ; `any` is for either reason. */
export const differsFor = ['learned', 'happened', 'any'] as const;
export type Differs = (typeof differsFor)[number];

/** The figures of one trajectory at both ends of a period, and which of them differ for which reason. */
export interface ComparedFigures {
  readonly trajectory: string;
  readonly organisation: NamedOrganisation;
  readonly network: ProgressItem['network'];
  /** As known at the first moment, for the first day. */
  readonly before: Figures;
  /** As known at the second moment, for the first day. */
  readonly inHindsight: Figures;
  /** As known at the second moment, for the second day. */
  readonly after: Figures;
  /** From `before` to `inHindsight`: recorded late, corrected or retracted, or planned otherwise. */
  readonly learned: readonly FigureChange[];
  /** From `inHindsight` to `after`: something happened, or time went by. */
  readonly happened: readonly FigureChange[];
}

export interface ThreeTotals {
  readonly before: Totals;
  readonly inHindsight: Totals;
  readonly after: Totals;
}

export type Items = ReadonlyMap<string, ProgressItem>;

/** The trajectories within the filter, computed for each of these days; undefined when there was no such programme. */
export async function itemsOn(
  snapshot: Snapshot,
  { programme: id, network, organisations }: Within,
  days: readonly string[],
): Promise<readonly Items[] | undefined> {
  const programme = await snapshot.row(programmeView, id);
  if (!programme) return undefined;
  const networks = await snapshot.rows(networkView, id);
  const register = await snapshot.register();
  const wanted = new Set(organisations);
  const rows = (await withOrganisations(snapshot, await snapshot.rows(progressView, id))).filter(
    (row) => !organisations || wanted.has(row.organisation),
  );
  const around = { register, networks: new Map(networks.map((row) => [row.network, row])), programme };
  return days.map((validOn) => {
    const within = rows.filter((row) => network === undefined || networkOn(row, validOn) === network);
    return new Map(within.map((row) => [row.trajectory, itemOf(row, { ...around, validOn })]));
  });
}

export function linesOf(
  before: Items = new Map(),
  inHindsight: Items = new Map(),
  after: Items = new Map(),
): ComparedFigures[] {
  const all = new Map([...before, ...after]);
  const lines = [...all].map(([trajectory, { organisation, network }]) => {
    const figures = {
      before: figuresOf(before.get(trajectory)),
      inHindsight: figuresOf(inHindsight.get(trajectory)),
      after: figuresOf(after.get(trajectory)),
    };
    const learned = changesOf(figures.before, figures.inHindsight);
    const happened = changesOf(figures.inHindsight, figures.after);
    return { trajectory, organisation, network, ...figures, learned, happened };
  });
  return lines.sort(
    (a, b) => a.organisation.name.localeCompare(b.organisation.name, 'nl') || (a.trajectory < b.trajectory ? -1 : 1),
  );
}

export function differing(differs: Differs | undefined): (line: ComparedFigures) => boolean {
  return ({ learned, happened }) => {
    if (differs === undefined) return true;
    if (differs === 'any') return learned.length + happened.length > 0;
    return (differs === 'learned' ? learned : happened).length > 0;
  };
}

export function threeTotals(lines: readonly ComparedFigures[]): ThreeTotals {
  return {
    before: totalsOf(lines.map(({ before }) => before)),
    inHindsight: totalsOf(lines.map(({ inHindsight }) => inHindsight)),
    after: totalsOf(lines.map(({ after }) => after)),
  };
}
