import { best } from './best.ts';
import { type Candidate, type Group, likeness, likenessTo, newProvince, newSize } from './candidate.ts';

/** How often members are exchanged, at most: each exchange makes the whole better, so it mostly ends by itself. */
const mostExchanges = 200;

/**
 * How many exchanges of two members are tried, at most, so that whoever asks for a proposal keeps nobody waiting. In
 * groups of six, three hundred members never come to it; of a thousand, the most places that a network takes, all are
 * tried in the first round (half a million) and some forty exchanges follow. The first round is always made. A number,
 * and no time: the proposal must not differ from one machine to another.
 */
export const mostTries = 1_000_000;

export interface Exchanged {
  readonly groups: readonly Group[];
  readonly tries: number;
}

/** Two groups, by their places. */
type Pair = readonly [i: number, j: number];

interface Exchange {
  readonly pair: Pair;
  readonly one: Candidate;
  readonly two: Candidate;
  /** How much better the whole is by it. */
  readonly gain: number;
}

/**
 * Members of different groups change places, each time the two by which the whole gets better most, until no exchange
 * makes it better. An exchange alters two groups: only what can be exchanged with these is tried again.
 */
export function exchanged(begun: readonly Group[], most: number = mostTries): Exchanged {
  const groups = [...begun];
  const pairs = pairsOf(groups.length);
  const found = new Map<Pair, Exchange | undefined>();
  let altered = pairs;
  let tries = 0;
  for (let times = 0; times < mostExchanges; times += 1) {
    const more = triesIn(groups, altered);
    if (times > 0 && tries + more > most) break;
    tries += more;
    for (const pair of altered) found.set(pair, bestBetween(groups, pair));
    const exchange = best(found.values(), (each) => each?.gain ?? 0);
    if (!exchange || exchange.gain <= 0) break;
    const { pair, one, two } = exchange;
    for (const at of pair) groups[at] = swapped(groups[at] ?? [], one, two);
    altered = pairs.filter(([i, j]) => pair.includes(i) || pair.includes(j));
  }
  return { groups, tries };
}

function pairsOf(count: number): Pair[] {
  const places = Array.from({ length: count }, (_, at) => at);
  return places.flatMap((i) => places.slice(i + 1).map((j): Pair => [i, j]));
}

function triesIn(groups: readonly Group[], pairs: readonly Pair[]): number {
  return pairs.reduce((sum, [i, j]) => sum + (groups[i]?.length ?? 0) * (groups[j]?.length ?? 0), 0);
}

function swapped(group: Group, one: Candidate, two: Candidate): Group {
  return group.map((each) => {
    if (each === one) return two;
    return each === two ? one : each;
  });
}

function bestBetween(groups: readonly Group[], pair: Pair): Exchange | undefined {
  const [group = [], other = []] = pair.map((at) => groups[at]);
  const ones = group.map((one) => moveOf(one, group, other));
  const twos = other.map((two) => moveOf(two, other, group));
  let found: Exchange | undefined;
  for (const one of ones) {
    for (const two of twos) {
      const gain = gainOf(one, two);
      if (!found || gain > found.gain) found = { pair, one: one.who, two: two.who, gain };
    }
  }
  return found;
}

/** What changes when somebody goes to another group: in likeness, and in provinces and sizes, weighed. */
interface Move {
  readonly who: Candidate;
  readonly likeness: number;
  readonly province: number;
  readonly size: number;
}

function moveOf(who: Candidate, from: Group, to: Group): Move {
  return {
    who,
    likeness: likenessTo(to, who) - likenessTo(from, who),
    province: newProvince * (adds('province', who, to) - adds('province', who, from)),
    size: newSize * (adds('size', who, to) - adds('size', who, from)),
  };
}

/** 1 when somebody has a province (or size) that no other in the group has. */
function adds(field: 'province' | 'size', who: Candidate, group: Group): number {
  const value = who[field];
  return value === undefined || group.some((other) => other !== who && other[field] === value) ? 0 : 1;
}

/** What two gain by changing places. They do not meet there; and where they have the same, nothing changes. */
function gainOf(one: Move, two: Move): number {
  return (
    one.likeness +
    two.likeness -
    2 * likeness(one.who, two.who) +
    (one.who.province === two.who.province ? 0 : one.province + two.province) +
    (one.who.size === two.who.size ? 0 : one.size + two.size)
  );
}
