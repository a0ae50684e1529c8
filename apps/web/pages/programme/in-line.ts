import type { NetworkDetail } from '../../data/answers/groups.ts';
import type { Standing } from '../../data/answers/progress.ts';

const undecided: ReadonlySet<string> = new Set(['applied', 'intake-planned', 'intake-held']);

/** Who has a place, who holds one, who waits in which order, and then whoever is still to be decided about, by name. */
export function inLine({ network, places, held, waiting }: NetworkDetail, standings: readonly Standing[]): Standing[] {
  const known = new Map(standings.map((standing) => [standing.trajectory, standing]));
  const others = standings
    .filter((one) => one.network?.id === network && undecided.has(one.participation.step))
    .toSorted((a, b) => a.organisation.name.localeCompare(b.organisation.name));
  const ids = [...places, ...held, ...waiting, ...others].map(({ trajectory }) => trajectory);
  return [...new Set(ids)].flatMap((id) => known.get(id) ?? []);
}
