import { best } from './best.ts';
import { type Candidate, type Group, likeness, likenessTo, newProvince, newSize } from './candidate.ts';

/** The one of which the questions are found most, and then whoever is least like those before. */
export function beginnings(all: readonly Candidate[], count: number): Group[] {
  const begun: Group[] = [];
  let left = all.map((one) => ({ one, weight: likenessTo(all, one) }));
  while (begun.length < count) {
    const next = best(left, ({ weight }) => weight)?.one;
    if (!next) break;
    begun.push([next]);
    left = left
      .filter(({ one }) => one !== next)
      .map(({ one, weight }) => ({ one, weight: weight - 100 * likeness(one, next) }));
  }
  return begun;
}

/** Somebody who has no place yet, with what each group gains by who it is, by the place of the group. */
interface Waiting {
  readonly one: Candidate;
  readonly gains: number[];
}

/** Everyone in a group, one by one: whoever fits best. Only what the group that grew would gain is worked out again. */
export function filled(begun: readonly Group[], all: readonly Candidate[], room: number): Group[] {
  const groups = [...begun];
  const gains = groups.map((group) => gainIn(group, room));
  const placed = new Set(groups.flat());
  let waiting: Waiting[] = all
    .filter((one) => !placed.has(one))
    .map((one) => ({ one, gains: gains.map((gain) => gain(one)) }));
  for (;;) {
    const place = best(waiting.map(bestPlace), ({ gain }) => gain);
    if (!place) return groups;
    const { one, at } = place;
    const grown = [...(groups[at] ?? []), one];
    const gain = gainIn(grown, room);
    groups[at] = grown;
    waiting = waiting.filter((each) => each.one !== one);
    for (const each of waiting) each.gains[at] = gain(each.one);
  }
}

function bestPlace({ one, gains }: Waiting) {
  let at = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let group = 0; group < gains.length; group += 1) {
    const gain = gains[group] ?? most;
    if (gain > most) [at, most] = [group, gain];
  }
  return { one, at, gain: most };
}

/** What a group gains by somebody: by the mean, so that a large group does not draw everyone; without room, nobody. */
function gainIn(group: Group, room: number): (one: Candidate) => number {
  if (group.length >= room) return () => Number.NEGATIVE_INFINITY;
  const provinces = new Set(group.map(({ province }) => province));
  const sizes = new Set(group.map(({ size }) => size));
  const spread = spreadOf(known(provinces), known(sizes));
  return (one) => {
    const grown = spreadOf(known(provinces, one.province), known(sizes, one.size));
    return likenessTo(group, one) / group.length + grown - spread;
  };
}

/** How many are known of these, and of one more. */
function known(values: ReadonlySet<string | undefined>, more?: string): number {
  return values.size - (values.has(undefined) ? 1 : 0) + (more === undefined || values.has(more) ? 0 : 1);
}

/** Over how many provinces and sizes a group is spread, weighed. */
function spreadOf(provinces: number, sizes: number): number {
  return newProvince * provinces + newSize * sizes;
}
