import { compare, plain } from '../../query/plain.ts';
import type { NamedOrganisation } from '../../register/register.ts';
import type { AroundItem } from '../item.ts';
import { countOf } from './counting.ts';
import { type FactOf, type ItemOn, told } from './items-on.ts';

type OutcomeFact = FactOf<'outcome'>;
type Intended = Extract<OutcomeFact, { readonly type: 'outcome.intended.v1' }>['data'];
type Measured = Extract<OutcomeFact, { readonly type: 'outcome.measured.v1' }>;

/** A value that was measured, in the unit of the indicator. */
export interface Measurement {
  readonly value: number;
  readonly on: string;
  /** The size of the group that was measured; null when it was not told. */
  readonly people: number | null;
  readonly event: string;
}

export interface IndicatorFigures {
  readonly key: string;
  readonly label: string;
  /** Null when it was measured without having been intended. */
  readonly unit: string | null;
  readonly target: number | null;
  /** Before it was adjusted. */
  readonly firstTarget: number | null;
  readonly baseline: Measurement | null;
  /** The last one on the way. */
  readonly interim: Measurement | null;
  readonly end: Measurement | null;
  readonly after: Measurement | null;
  /** From the baseline to the last value after it; null when either is missing. */
  readonly change: number | null;
  /** Whether the last value came as far as the target or further, seen from the baseline; null when that is unknown. */
  readonly reached: boolean | null;
}

export interface OutcomeLine {
  readonly item: string;
  readonly title: string;
  readonly side: Intended['side'];
  readonly trajectory: string | null;
  readonly network: string | null;
  readonly organisation: NamedOrganisation | null;
  readonly state: 'intended' | 'achieved' | 'not-achieved';
  readonly since: string;
  readonly indicators: readonly IndicatorFigures[];
}

export interface OutcomeFigures {
  readonly intended: number;
  readonly achieved: number;
  readonly notAchieved: number;
  /** By title. */
  readonly outcomes: readonly OutcomeLine[];
}

/** What was to be different, and what was measured of it. `intended` counts all, also those with a result. */
export function outcomesOf(items: readonly ItemOn<'outcome'>[], around: AroundItem): OutcomeFigures {
  const outcomes = items
    .flatMap((item) => outcomeOf(item, around) ?? [])
    .sort((a, b) => compare(plain(a.title), plain(b.title)) || compare(a.item, b.item));
  return {
    intended: outcomes.length,
    achieved: countOf(outcomes, ({ state }) => state === 'achieved'),
    notAchieved: countOf(outcomes, ({ state }) => state === 'not-achieved'),
    outcomes,
  };
}

function outcomeOf({ row, now, facts }: ItemOn<'outcome'>, around: AroundItem): OutcomeLine | undefined {
  const intended = told(facts, 'outcome.intended.v1').at(-1);
  if (!intended) return undefined;
  return {
    item: row.item,
    title: intended.data.title,
    side: intended.data.side,
    trajectory: row.trajectory,
    network: row.network,
    organisation: around.organisationOf(row),
    state: now.step === 'achieved' || now.step === 'not-achieved' ? now.step : 'intended',
    since: intended.on,
    indicators: indicatorsOf(intended.data, facts),
  };
}

function indicatorsOf({ indicators }: Intended, facts: readonly OutcomeFact[]): IndicatorFigures[] {
  const measured = told(facts, 'outcome.measured.v1');
  const adjusted = told(facts, 'outcome.adjusted.v1');
  const known = new Set(indicators.map(({ key }) => key));
  const others = new Set(
    [...measured, ...adjusted].flatMap(({ data: { indicator } }) => (known.has(indicator) ? [] : [indicator])),
  );
  const all = [...indicators, ...[...others].map((key) => ({ key, label: key, unit: null, target: null }))];
  return all.map(({ key, label, unit, target: firstTarget }) => {
    const target = adjusted.findLast(({ data }) => data.indicator === key)?.data.target ?? firstTarget;
    const values = valuesOf(measured.filter(({ data }) => data.indicator === key));
    return { key, label, unit, target, firstTarget, ...values, ...changeOf(values, target) };
  });
}

type Values = Pick<IndicatorFigures, 'baseline' | 'interim' | 'end' | 'after'>;

/** Of each moment the last that was measured. */
function valuesOf(measured: readonly Measured[]): Values {
  const last = (moment: Measured['data']['moment']): Measurement | null => {
    const found = measured.findLast(({ data }) => data.moment === moment);
    if (!found) return null;
    const { value, people = null } = found.data;
    return { value, on: found.on, people, event: found.event };
  };
  return { baseline: last('baseline'), interim: last('interim'), end: last('end'), after: last('after') };
}

function changeOf(values: Values, target: number | null): Pick<IndicatorFigures, 'change' | 'reached'> {
  const last = values.after ?? values.end ?? values.interim;
  if (!values.baseline || !last) return { change: null, reached: null };
  const change = last.value - values.baseline.value;
  if (target === null) return { change, reached: null };
  const upwards = target >= values.baseline.value;
  return { change, reached: upwards ? last.value >= target : last.value <= target };
}
