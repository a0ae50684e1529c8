import type { NetworkDetail } from '../../data/answers/groups.ts';
import type { Standing } from '../../data/answers/progress.ts';

/**
 * Who applied and has no place yet. Those with a place or a turn too: the answers about the network and about its people come one
 * after the other, and a row must not go away in between, with the form in it.
 */
const applied = ['applied', 'intake-planned', 'intake-held', 'waiting', 'admitted', 'admitted-with-reservation'];
/** Of whoever was turned away it can still be decided otherwise. */
const turnedAway = ['rejected', 'referred'];

/** Who has a place, who holds one, who waits in which order, then whoever is to be decided about, and was turned away, by name. */
export function inLine({ network, places, held, waiting }: NetworkDetail, standings: readonly Standing[]): Standing[] {
  const known = new Map(standings.map((standing) => [standing.trajectory, standing]));
  const own = standings
    .filter((one) => one.network?.id === network)
    .toSorted((a, b) => a.organisation.name.localeCompare(b.organisation.name));
  const at = (steps: readonly string[]) => own.filter(({ participation }) => steps.includes(participation.step));
  const ids = [...places, ...held, ...waiting, ...at(applied), ...at(turnedAway)].map(({ trajectory }) => trajectory);
  return [...new Set(ids)].flatMap((id) => known.get(id) ?? []);
}
