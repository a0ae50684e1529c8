import { compare } from '../../query/plain.ts';
import type { NamedOrganisation } from '../../register/register.ts';
import type { AroundItem } from '../item.ts';
import { byOrganisation } from './by-organisation.ts';
import { grouped, sum } from './counting.ts';
import { type ItemOn, told } from './items-on.ts';
import { namesOf } from './same-competency.ts';

/** What was measured at one moment. */
export interface Score {
  /** In whole tenths; of several groups together the mean of their people. */
  readonly tenths: number;
  readonly people: number;
  /** The last day on which it was measured. */
  readonly on: string;
  /** Since the baseline, in tenths, of the groups that were measured both times; null when there are none. */
  readonly change: number | null;
}

/** Before, on the way, at the end, and three to six months after; null where it was not measured. */
export interface Scores {
  readonly baseline: Score | null;
  readonly interim: Score | null;
  readonly end: Score | null;
  readonly after: Score | null;
}

export interface GroupScores extends Scores {
  readonly organisation: NamedOrganisation | null;
  readonly trajectory: string | null;
  readonly group: string | null;
}

export interface CompetencyGrowth extends Scores {
  readonly key: string;
  /** As its role profile calls it, or else its key. */
  readonly label: string;
  /** Under which other keys the same was measured elsewhere. */
  readonly alsoKnownAs: readonly string[];
  /** By whom was measured. */
  readonly groups: readonly GroupScores[];
}

const moments = ['baseline', 'interim', 'end', 'after'] as const;
type Moment = (typeof moments)[number];

interface Measured {
  readonly key: string;
  readonly said: string;
  readonly label: string;
  readonly whom: Omit<GroupScores, Moment>;
  readonly item: string;
  readonly moment: Moment;
  readonly tenths: number;
  readonly people: number;
  readonly on: string;
}

/** What was measured of each competency, by its key; under another name elsewhere it is the same one. */
export function competenciesOf(
  measurements: readonly ItemOn<'competency-measurement'>[],
  profiles: readonly ItemOn<'role-profile'>[],
  around: AroundItem,
): CompetencyGrowth[] {
  const names = namesOf(profiles, around);
  const measured = measurements.flatMap((item) => measuredIn(item, around)).map((one) => ({ ...one, ...names(one) }));
  return [...grouped(measured, ({ key }) => key)]
    .map(([key, of]) => ({
      key,
      label: of[0]?.label ?? key,
      alsoKnownAs: [...new Set(of.map(({ said }) => said))].filter((said) => said !== key).sort(),
      ...growthIn(of),
    }))
    .sort((a, b) => compare(a.key, b.key));
}

function measuredIn({ row, facts }: ItemOn<'competency-measurement'>, around: AroundItem): Omit<Measured, 'label'>[] {
  const taken = told(facts, 'competency-measurement.taken.v1').at(-1);
  if (!taken) return [];
  const { moment, people, scores } = taken.data;
  const whom = { organisation: around.organisationOf(row), trajectory: row.trajectory, group: row.group };
  return scores.map(({ key, tenths }) => ({
    key,
    said: key,
    whom,
    item: row.item,
    moment,
    tenths,
    people,
    on: taken.on,
  }));
}

function growthIn(measured: readonly Measured[]): Omit<CompetencyGrowth, 'key' | 'label' | 'alsoKnownAs'> {
  const ofGroups = [...grouped(measured, whomOf).values()].map(lastOfEach);
  return {
    ...scoresOf(ofGroups),
    groups: ofGroups
      .flatMap((one) => {
        const [first] = one.values();
        return first ? [{ ...first.whom, ...scoresOf([one]) }] : [];
      })
      .sort((a, b) => byOrganisation(a, b) || compare(idIn(a), idIn(b))),
  };
}

const idIn = ({ trajectory, group }: Omit<GroupScores, Moment>) => `${trajectory ?? ''} ${group ?? ''}`;
const whomOf = ({ whom }: Measured) => `${whom.organisation?.id ?? ''} ${idIn(whom)}`;

/** Of a group the last measurement of each moment counts. */
function lastOfEach(measured: readonly Measured[]): ReadonlyMap<Moment, Measured> {
  const inOrder = measured.toSorted((a, b) => compare(a.on, b.on) || compare(a.item, b.item));
  return new Map(inOrder.map((one) => [one.moment, one]));
}

function scoresOf(groups: readonly ReadonlyMap<Moment, Measured>[]): Scores {
  const at = (moment: Moment) => scoreAt(groups, moment);
  return { baseline: at('baseline'), interim: at('interim'), end: at('end'), after: at('after') };
}

function scoreAt(groups: readonly ReadonlyMap<Moment, Measured>[], moment: Moment): Score | null {
  const found = groups.flatMap((one) => one.get(moment) ?? []);
  const people = sum(found, (one) => one.people);
  if (people === 0) return null;
  return {
    tenths: Math.round(sum(found, (one) => one.tenths * one.people) / people),
    people,
    on: lastDayOf(found),
    change: moment === 'baseline' ? null : changeAt(groups, moment),
  };
}

function lastDayOf(measured: readonly Measured[]): string {
  return (
    measured
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? ''
  );
}

/** Each group is compared with itself: who joins later neither raises nor lowers what the others grew. */
function changeAt(groups: readonly ReadonlyMap<Moment, Measured>[], moment: Moment): number | null {
  const both = groups.flatMap((one) => {
    const [before, now] = [one.get('baseline'), one.get(moment)];
    return before && now ? [{ people: now.people, change: now.tenths - before.tenths }] : [];
  });
  const people = sum(both, (one) => one.people);
  return people === 0 ? null : Math.round(sum(both, (one) => one.change * one.people) / people);
}
