import type { Sentence } from '#domain/kernel/decision';
import { countMarks, type MarkCounts } from '#domain/progress/marks';
import type { Template } from '#domain/template/template';
import type { NamedOrganisation } from '../register/register.ts';
import { type Standing, standingOf } from '../standing/mark.ts';

/** So many trajectories of a programme that stand alike. */
export interface Counted {
  readonly programme: string;
  readonly mark: string;
  readonly count: number;
}

/** How many of something, by its key. */
export type Counts = Readonly<Record<string, number>>;

/** How far trajectories are in a line of work, together. */
export interface LineTotals extends MarkCounts {
  readonly key: string;
  readonly label: Sentence;
}

export interface Totals {
  readonly trajectories: number;
  /** By step of participation; `none` for what showed no interest and did not apply. */
  readonly participation: Counts;
  /** By computed status; `none` for who is not measured. */
  readonly status: Counts;
  /** Milestones reached, expected by the day and asked, of those that are measured. */
  readonly milestones: MarkCounts;
  /** The same for each line of work. Lines of one key in several templates are one line. */
  readonly lines: readonly LineTotals[];
  /** By layer, by where the commitment is. */
  readonly commitments: Readonly<Record<string, Counts>>;
  /** Commitments of which the next word is late. */
  readonly late: number;
}

/** The roll-up for management, and the same for each organisation, province and programme. */
export interface Summary extends Totals {
  readonly organisations: readonly (Totals & { readonly organisation: NamedOrganisation })[];
  /** Null for organisations of which the register tells no province. */
  readonly provinces: readonly (Totals & { readonly province: string | null })[];
  readonly programmes: readonly (Totals & { readonly programme: string; readonly name: string })[];
}

/** The same totals for every key, in the order in which the keys come. */
export function summed<One, Result extends object>(
  groups: readonly One[],
  keyOf: (group: One) => string,
  totals: (some: readonly One[]) => Result,
): (Result & { key: string })[] {
  const byKey = new Map<string, One[]>();
  for (const group of groups) {
    const known = byKey.get(keyOf(group));
    if (known) known.push(group);
    else byKey.set(keyOf(group), [group]);
  }
  return [...byKey].map(([key, some]) => ({ key, ...totals(some) }));
}

/** Adds up how trajectories stand. */
export function totalsOf(groups: readonly Counted[], templates: ReadonlyMap<string, Template | null>): Totals {
  const sums = new Sums();
  for (const { programme, mark, count } of groups) {
    sums.add(standingOf(mark), count, templates.get(programme) ?? undefined);
  }
  return sums.totals();
}

class Sums {
  private readonly participation = new Tally();
  private readonly status = new Tally();
  private readonly layers = new Map<string, Tally>();
  private readonly lines = new Map<string, { label: Sentence; counts: MarkCounts }>();
  private milestones: MarkCounts = nothing;
  private late = 0;

  add({ step, status, milestones, layers }: Standing, count: number, template: Template | undefined): void {
    this.participation.add(step ?? 'none', count);
    this.status.add(status ?? 'none', count);
    for (const [index, { step: of, late }] of layers.entries()) {
      this.layerOf(template?.layers[index]?.key ?? `${index}`).add(of, count);
      if (late) this.late += count;
    }
    if (status === null) return;
    this.milestones = plus(this.milestones, countMarks(milestones), count);
    for (const { key, label } of template?.lines ?? []) {
      const before = this.lines.get(key)?.counts ?? nothing;
      this.lines.set(key, { label, counts: plus(before, countMarks(milestones, placesOf(template, key)), count) });
    }
  }

  totals(): Totals {
    return {
      trajectories: this.status.total,
      participation: this.participation.counts(),
      status: this.status.counts(),
      milestones: this.milestones,
      lines: [...this.lines].map(([key, { label, counts }]) => ({ key, label, ...counts })),
      commitments: Object.fromEntries([...this.layers].map(([layer, tally]) => [layer, tally.counts()])),
      late: this.late,
    };
  }

  private layerOf(layer: string): Tally {
    const known = this.layers.get(layer) ?? new Tally();
    this.layers.set(layer, known);
    return known;
  }
}

const nothing: MarkCounts = { reached: 0, expected: 0, total: 0 };

function plus(a: MarkCounts, b: MarkCounts, times: number): MarkCounts {
  return {
    reached: a.reached + b.reached * times,
    expected: a.expected + b.expected * times,
    total: a.total + b.total * times,
  };
}

/** Where the milestones of a line stand in the template. */
function placesOf(template: Template | undefined, line: string): number[] {
  return (template?.milestones ?? []).flatMap((milestone, place) => (milestone.line === line ? [place] : []));
}

/** Counts by key, in the order of the keys: the same figures are the same bytes. */
class Tally {
  private readonly byKey = new Map<string, number>();
  total = 0;

  add(key: string, count: number): void {
    this.byKey.set(key, (this.byKey.get(key) ?? 0) + count);
    this.total += count;
  }

  counts(): Counts {
    return Object.fromEntries([...this.byKey].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
