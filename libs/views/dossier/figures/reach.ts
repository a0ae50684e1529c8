import { compare } from '../../query/plain.ts';
import type { NamedOrganisation } from '../../register/register.ts';
import type { AroundItem } from '../item.ts';
import { byOrganisation } from './by-organisation.ts';
import { grouped, percentOf, sum } from './counting.ts';
import { type ItemOn, told } from './items-on.ts';

/** How many were reached, of how many there are. */
export interface Reached {
  readonly reached: number;
  readonly of: number;
  /** In whole percent; null when there is nobody to reach. */
  readonly percent: number | null;
}

export interface OrganisationReach extends Reached {
  readonly organisation: NamedOrganisation | null;
  /** The day of the last count. */
  readonly on: string;
  /** The parts that were counted by themselves: a unit of the dossier, or the whole of it where that is null. */
  readonly units: readonly (Reached & { readonly unit: string | null; readonly item: string; readonly on: string })[];
}

export interface LevelReach extends Reached {
  readonly level: string;
  readonly organisations: readonly OrganisationReach[];
}

interface Count {
  readonly item: string;
  readonly level: string;
  readonly unit: string | null;
  readonly organisation: NamedOrganisation | null;
  readonly on: string;
  readonly reached: number;
  readonly of: number;
}

/** How far it came at each level, by organisation: the last counts, by level. */
export function reachOf(items: readonly ItemOn<'reach'>[], around: AroundItem): LevelReach[] {
  const counts = items.flatMap((item) => countIn(item, around) ?? []);
  return [...grouped(counts, ({ level }) => level)]
    .map(([level, ofLevel]) => {
      const organisations = [...grouped(ofLevel, ({ organisation }) => organisation?.id ?? '').values()]
        .map(organisationReach)
        .sort(byOrganisation);
      return { level, ...together(organisations), organisations };
    })
    .sort((a, b) => compare(a.level, b.level));
}

function countIn({ row, facts }: ItemOn<'reach'>, around: AroundItem): Count | undefined {
  const begun = told(facts, 'reach.counted.v1').at(-1);
  const last = facts
    .flatMap(({ type, on, data }) =>
      type === 'reach.counted.v1' || type === 'reach.recounted.v1' ? [{ on, reached: data.reached, of: data.of }] : [],
    )
    .at(-1);
  if (!begun || !last) return undefined;
  const { level, unit = null } = begun.data;
  return { item: row.item, level, unit, organisation: around.organisationOf(row), ...last };
}

/**
 * Of each unit only the last count. A count of the whole organisation says more than its units together, of which
 * some may not have been counted.
 */
function organisationReach(counts: readonly Count[]): OrganisationReach {
  const last = [...grouped(counts, ({ unit }) => unit ?? '').values()].flatMap((ofUnit) =>
    ofUnit.toSorted((a, b) => compare(a.on, b.on) || compare(a.item, b.item)).slice(-1),
  );
  const whole = last.filter(({ unit }) => unit === null);
  const counting = whole.length > 0 ? whole : last;
  return {
    organisation: counts[0]?.organisation ?? null,
    ...together(counting),
    on:
      counting
        .map(({ on }) => on)
        .sort()
        .at(-1) ?? '',
    units: last
      .map(({ unit, item, on, reached, of }) => ({ unit, item, on, reached, of, percent: percentOf(reached, of) }))
      .sort((a, b) => compare(a.unit ?? '', b.unit ?? '')),
  };
}

function together(some: readonly Omit<Reached, 'percent'>[]): Reached {
  const reached = sum(some, (one) => one.reached);
  const of = sum(some, (one) => one.of);
  return { reached, of, percent: percentOf(reached, of) };
}
