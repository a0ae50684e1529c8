import type { Lateness } from '#domain/progress/lateness';
import { compare } from '../../query/plain.ts';
import type { NamedOrganisation } from '../../register/register.ts';
import { type AroundItem, latenessOf } from '../item.ts';
import { byOrganisation } from './by-organisation.ts';
import { countOf, sum } from './counting.ts';
import { type ItemOn, told } from './items-on.ts';

/** A change official in the pool, by a pseudonymous id. */
export interface PoolMember {
  readonly item: string;
  readonly person: string;
  readonly organisation: NamedOrganisation | null;
  readonly expertise: readonly string[];
  readonly minutesPerMonth: number;
  readonly since: string;
  /** Minutes that were matched to this person and are not completed or withdrawn. */
  readonly minutesMatched: number;
}

export interface PoolRequest {
  readonly item: string;
  readonly expertise: string;
  readonly trajectory: string | null;
  readonly organisation: NamedOrganisation | null;
  readonly state: 'asked' | 'matched' | 'completed' | 'withdrawn';
  readonly askedOn: string;
  readonly due: string | null;
  readonly late: Lateness | null;
  readonly minutesAsked: number;
  readonly minutesMatched: number;
  readonly minutesWorked: number;
  readonly people: readonly string[];
}

export interface PoolFigures {
  /** Of those who had joined and not left. */
  readonly minutesPerMonth: number;
  readonly members: readonly PoolMember[];
  readonly asked: number;
  readonly matched: number;
  readonly completed: number;
  readonly withdrawn: number;
  readonly minutesAsked: number;
  readonly minutesMatched: number;
  readonly minutesWorked: number;
  /** What was asked first comes first. */
  readonly requests: readonly PoolRequest[];
}

/** A request with the minutes that each person was matched for. */
type Matched = PoolRequest & { readonly minutesOf: ReadonlyMap<string, number> };

/** Who is in the pool for how much, what was asked of it, and what came of that. */
export function poolOf(
  members: readonly ItemOn<'pool-member'>[],
  requests: readonly ItemOn<'pool-request'>[],
  around: AroundItem,
): PoolFigures {
  const asked = requests
    .flatMap((item) => requestOf(item, around) ?? [])
    .sort((a, b) => compare(a.askedOn, b.askedOn) || compare(a.item, b.item));
  const present = members
    .flatMap((item) => memberOf(item, asked, around) ?? [])
    .sort((a, b) => byOrganisation(a, b) || compare(a.item, b.item));
  const inState = (state: PoolRequest['state']) => countOf(asked, (one) => one.state === state);
  return {
    minutesPerMonth: sum(present, ({ minutesPerMonth }) => minutesPerMonth),
    members: present,
    asked: inState('asked'),
    matched: inState('matched'),
    completed: inState('completed'),
    withdrawn: inState('withdrawn'),
    minutesAsked: sum(asked, ({ minutesAsked }) => minutesAsked),
    minutesMatched: sum(asked, ({ minutesMatched }) => minutesMatched),
    minutesWorked: sum(asked, ({ minutesWorked }) => minutesWorked),
    requests: asked.map(({ minutesOf: _minutesOf, ...request }) => request),
  };
}

function memberOf(
  { row, now, facts }: ItemOn<'pool-member'>,
  requests: readonly Matched[],
  around: AroundItem,
): PoolMember | undefined {
  const joined = told(facts, 'pool-member.joined.v1').at(-1);
  if (!joined || now.ended) return undefined;
  const { person } = joined.data;
  const { expertise, minutesPerMonth } = told(facts, 'pool-member.changed.v1').at(-1)?.data ?? joined.data;
  const busyWith = requests.filter(({ state }) => state === 'matched');
  return {
    item: row.item,
    person,
    organisation: around.organisationOf(row),
    expertise,
    minutesPerMonth,
    since: joined.on,
    minutesMatched: sum(busyWith, ({ minutesOf }) => minutesOf.get(person) ?? 0),
  };
}

function requestOf({ row, now, facts }: ItemOn<'pool-request'>, around: AroundItem): Matched | undefined {
  const asked = told(facts, 'pool-request.asked.v1').at(-1);
  if (!asked) return undefined;
  // Somebody who is matched again is matched for what was said last.
  const minutesOf = new Map(
    told(facts, 'pool-request.matched.v1').map(({ data: { person, minutes } }) => [person, minutes]),
  );
  return {
    item: row.item,
    expertise: asked.data.expertise,
    trajectory: row.trajectory,
    organisation: around.organisationOf(row),
    state: stateOf(now.step),
    askedOn: asked.on,
    due: now.due,
    late: latenessOf(now, around.validOn),
    minutesAsked: asked.data.minutes,
    minutesMatched: sum([...minutesOf.values()], (minutes) => minutes),
    minutesWorked: sum(told(facts, 'pool-request.worked.v1'), ({ data }) => data.minutes),
    people: [...minutesOf.keys()],
    minutesOf,
  };
}

function stateOf(step: string): PoolRequest['state'] {
  return step === 'matched' || step === 'completed' || step === 'withdrawn' ? step : 'asked';
}
