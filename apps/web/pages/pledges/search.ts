import type { PledgeSort } from '../../data/ask.ts';
import { type PledgeFilter, pledgeFilters } from '../../ui/pledges.ts';

/** What of the pledges is shown, and in which order, as it stands in the address: `?toon=late`. */
export interface PledgesSearch {
  readonly toon?: PledgeFilter;
  readonly volgorde?: PledgeSort;
}

const orders = ['due', '-due', 'first-due', '-first-due', 'name', '-name'] as const satisfies readonly PledgeSort[];

/** Reads it from an address; what is not known is left out. */
export function readSearch({ toon, volgorde }: Record<string, unknown>): PledgesSearch {
  const known = pledgeFilters.find((filter) => filter === toon);
  const order = orders.find((one) => one === volgorde);
  return { ...(known !== undefined && { toon: known }), ...(order !== undefined && { volgorde: order }) };
}
