import type { TrajectoriesAsked } from '../../data/ask.ts';
import { statuses } from '../../ui/filters.tsx';

const orders = ['name', '-name', 'participation', '-participation', 'status', '-status'] as const;

/** What of the trajectories is shown, as it stands in the address. */
export interface TrajectoriesSearch {
  readonly zoek?: string;
  readonly status?: (typeof statuses)[number];
  readonly volgorde?: (typeof orders)[number];
}

/** Reads it from an address; what is not known is left out. */
export function readSearch({ zoek, status, volgorde }: Record<string, unknown>): TrajectoriesSearch {
  const known = statuses.find((one) => one === status);
  const order = orders.find((one) => one === volgorde);
  return {
    ...(typeof zoek === 'string' && zoek !== '' && { zoek }),
    ...(known !== undefined && { status: known }),
    ...(order !== undefined && { volgorde: order }),
  };
}

/** What the API is asked. */
export function askedOf({ zoek, status, volgorde }: TrajectoriesSearch): TrajectoriesAsked {
  return {
    ...(zoek !== undefined && { search: zoek }),
    ...(status !== undefined && { status }),
    ...(volgorde !== undefined && { sort: volgorde }),
  };
}
