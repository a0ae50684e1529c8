import { networkOn } from '../../network/state.ts';
import { networkView } from '../../network/view.ts';
import { progressView } from '../../progress/view.ts';
import { type DemandFigures, demandOf } from './demand.ts';
import type { ReadItems } from './read-items.ts';

/** The kinds of items in which demand is told. */
export const demandKinds = ['demand', 'opening-proposal'] as const;

/** The demand in a programme, by region, on the day of the answer; to be given the items of `demandKinds`. */
export async function demandIn({ snapshot, around, items }: ReadItems, programme: string): Promise<DemandFigures> {
  const rows = await snapshot.rows(networkView, programme);
  const networks = rows.flatMap((row) => networkOn(row, around.validOn) ?? []);
  const trajectories = await snapshot.rows(progressView, programme);
  return demandOf({ demand: items('demand'), proposals: items('opening-proposal'), networks, trajectories }, around);
}
