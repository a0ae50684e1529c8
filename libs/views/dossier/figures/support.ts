import type { Support, TrajectoryRow } from '../../progress/row.ts';
import { daysOfSupport, matchOn } from '../../progress/support.ts';
import { compare } from '../../query/plain.ts';
import type { NamedOrganisation } from '../../register/register.ts';
import type { AroundItem } from '../item.ts';
import { byOrganisation } from './by-organisation.ts';
import { grouped, sum } from './counting.ts';
import { type ItemOn, told } from './items-on.ts';

/** The hours of one request, in minutes. */
export interface SupportMinutes {
  readonly planned: number;
  /** What experts entered, as it was changed since, approved or not. */
  readonly entered: number;
  readonly approved: number;
  /** What was recorded as delivered, without the expert's hours. */
  readonly delivered: number;
  /** What counts: the approved hours where there are any, and what was delivered otherwise; never both. */
  readonly counted: number;
  readonly countedFrom: 'approved' | 'delivered';
}

export interface SupportLine extends SupportMinutes {
  readonly support: string;
  readonly trajectory: string;
  readonly requestedOn: string | null;
  readonly matchedOn: string | null;
  readonly completedOn: string | null;
  readonly expert: string | null;
  /** Entries of hours about which there is a question. */
  readonly disputed: readonly string[];
}

export interface SupportFigures {
  readonly planned: number;
  readonly entered: number;
  readonly approved: number;
  readonly delivered: number;
  readonly counted: number;
  readonly requests: readonly (SupportLine & { readonly organisation: NamedOrganisation | null })[];
}

/** What became of every request for local support, with its hours, by organisation. */
export function supportOf(
  rows: readonly TrajectoryRow[],
  hours: readonly ItemOn<'support-hours'>[],
  around: AroundItem,
): SupportFigures {
  const whose = new Map(rows.map(({ trajectory, organisation }) => [trajectory, organisation]));
  const requests = supportLines(rows, hours, around.validOn).map((line) => {
    const organisation = whose.get(line.trajectory);
    return { ...line, organisation: organisation === undefined ? null : around.named(organisation) };
  });
  const all = (of: 'planned' | 'entered' | 'approved' | 'delivered' | 'counted') => sum(requests, (one) => one[of]);
  return {
    planned: all('planned'),
    entered: all('entered'),
    approved: all('approved'),
    delivered: all('delivered'),
    counted: all('counted'),
    requests: requests.sort((a, b) => byOrganisation(a, b) || compare(a.support, b.support)),
  };
}

/** Each request that was known by that day; hours of a request that nobody made have a line of their own. */
export function supportLines(
  rows: readonly TrajectoryRow[],
  hours: readonly ItemOn<'support-hours'>[],
  day: string,
): SupportLine[] {
  const entries = grouped(hours.flatMap(entryIn), ({ support }) => support);
  const requested = rows.flatMap((row) =>
    row.support
      .filter((one) => isKnownBy(one, day))
      .map((one) => lineOf(row.trajectory, one, entries.get(one.support) ?? [], day)),
  );
  const known = new Set(requested.map(({ support }) => support));
  const others = [...entries].flatMap(([support, [first, ...more]]) =>
    first && !known.has(support) ? [lineOf(first.trajectory, neverRequested(support), [first, ...more], day)] : [],
  );
  return [...requested, ...others];
}

interface Entry {
  readonly item: string;
  readonly support: string;
  readonly trajectory: string;
  readonly minutes: number;
  readonly step: string;
}

function entryIn({ row, now, facts }: ItemOn<'support-hours'>): Entry[] {
  const entered = told(facts, 'support-hours.entered.v1').at(-1);
  if (!entered) return [];
  const { support, trajectory } = entered.data;
  const minutes = told(facts, 'support-hours.changed.v1').at(-1)?.data.minutes ?? entered.data.minutes;
  return [{ item: row.item, support, trajectory, minutes, step: now.step }];
}

function isKnownBy(support: Support, day: string): boolean {
  return daysOfSupport(support).some(({ on }) => on <= day);
}

function lineOf(trajectory: string, request: Support, entries: readonly Entry[], day: string): SupportLine {
  const by = (on: string | null) => (on !== null && on <= day ? on : null);
  const match = matchOn(request, day);
  const approvedEntries = entries.filter(({ step }) => step === 'approved');
  const approved = sum(approvedEntries, ({ minutes }) => minutes);
  const delivered = sum(
    request.deliveries.filter(({ on }) => on <= day),
    ({ minutes }) => minutes,
  );
  return {
    support: request.support,
    trajectory,
    requestedOn: by(request.requestedOn),
    matchedOn: match?.on ?? null,
    completedOn: by(request.completedOn),
    expert: match?.expert ?? null,
    planned: match?.plannedMinutes ?? 0,
    entered: sum(entries, ({ minutes }) => minutes),
    approved,
    delivered,
    counted: approvedEntries.length > 0 ? approved : delivered,
    countedFrom: approvedEntries.length > 0 ? 'approved' : 'delivered',
    disputed: entries.filter(({ step }) => step === 'disputed').map(({ item }) => item),
  };
}

function neverRequested(support: string): Support {
  return { support, requestedOn: null, matches: [], deliveries: [], completedOn: null, event: '' };
}
