import { sql } from 'kysely';
import { demandIn, demandKinds } from '../dossier/figures/demand-in.ts';
import { readItems } from '../dossier/figures/read-items.ts';
import type { PageRequest } from '../query/paging.ts';
import { compare, plain } from '../query/plain.ts';
import type { Snapshot } from '../query/snapshot.ts';
import { type NetworkDetail, networkDetailsOf } from './item.ts';
import { type NetworkRow, networkView } from './view.ts';

/** A network in a list, with how much is asked where it is. */
export interface NetworkListItem extends NetworkDetail {
  /** Who still asks for a place in its region, as the figures about demand count them: networks of one region share it. */
  readonly demand: { readonly applications: number; readonly interest: number };
}

export type NetworkSort = 'name' | 'region' | 'free' | 'waiting';

export interface NetworkRequest extends PageRequest {
  readonly filter?: {
    /** The whole name of the region; accents and case do not matter, here and in `search`. */
    readonly region?: string | undefined;
    /** A part of the name. */
    readonly search?: string | undefined;
    /** Only those with a place that can still be given on the day that is asked, or only those without. */
    readonly free?: boolean | undefined;
    /** Only those where somebody waits on the day that is asked, or only those where nobody does. */
    readonly waiting?: boolean | undefined;
  };
  /** A hyphen before it turns the order round. By name when left out. */
  readonly sort?: NetworkSort | `-${NetworkSort}` | undefined;
}

/**
 * All that is asked for, in order. Name and region never change, so those are chosen by in the database; how many places
 * are free and who waits depends on the day, so that is chosen by here: a programme has few networks.
 */
export async function networksAsked(
  snapshot: Snapshot,
  programme: string,
  { filter = {}, sort }: NetworkRequest,
): Promise<NetworkListItem[]> {
  const details = await networkDetailsOf(snapshot, await rowsNamed(snapshot, programme, filter));
  const fitting = details.filter((network) => fits(network, filter));
  const demand = await demandByRegion(snapshot, programme);
  return fitting.map((network) => ({ ...network, demand: demand(network.region) })).sort(order(sort));
}

async function rowsNamed(
  snapshot: Snapshot,
  programme: string,
  { region, search }: NonNullable<NetworkRequest['filter']>,
): Promise<NetworkRow[]> {
  const within = region === undefined ? sql`true` : sql`sort_region = ${plain(region)}`;
  const named = search === undefined ? sql`true` : sql`strpos(sort_name, ${plain(search)}) > 0`;
  const { rows } = await sql<{ row: NetworkRow }>`
    SELECT row FROM ${snapshot.table(networkView)}
    WHERE programme = ${programme}::uuid AND ${within} AND ${named} AND ${snapshot.current}`.execute(snapshot.tx);
  return rows.map(({ row }) => row);
}

async function demandByRegion(snapshot: Snapshot, programme: string) {
  const { regions } = await demandIn(await readItems(snapshot, programme, demandKinds), programme);
  const counts = new Map(
    regions.map(({ region, applications, interest }) => [plain(region), { applications, interest }]),
  );
  return (region: string) => counts.get(plain(region)) ?? { applications: 0, interest: 0 };
}

function fits(network: NetworkDetail, { free, waiting }: NonNullable<NetworkRequest['filter']>): boolean {
  if (free !== undefined && network.free > 0 !== free) return false;
  return waiting === undefined || network.waiting.length > 0 === waiting;
}

type Comparison = (a: NetworkListItem, b: NetworkListItem) => number;

const byName: Comparison = (a, b) => compare(plain(a.name), plain(b.name));

const comparisons: Record<NetworkSort, Comparison> = {
  name: byName,
  region: (a, b) => compare(plain(a.region), plain(b.region)),
  free: (a, b) => a.free - b.free,
  waiting: (a, b) => a.waiting.length - b.waiting.length,
};

/** A whole order: what is equal otherwise, goes by name and then by id. */
function order(sort: NetworkRequest['sort'] = 'name'): Comparison {
  const descending = sort.startsWith('-');
  const by = comparisons[(descending ? sort.slice(1) : sort) as NetworkSort];
  const turn = descending ? -1 : 1;
  return (a, b) => turn * by(a, b) || byName(a, b) || compare(a.network, b.network);
}
