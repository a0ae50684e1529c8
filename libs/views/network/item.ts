import { progressView } from '../progress/view.ts';
import { withOrganisations } from '../progress/whose.ts';
import type { Snapshot } from '../query/snapshot.ts';
import type { NamedOrganisation } from '../register/register.ts';
import { freePlaces, networkOn } from './state.ts';
import type { NetworkRow } from './view.ts';

/** A network, and by which names its trajectories are known. */
export interface NetworkDetail extends NetworkRow {
  /** Places that can still be given: neither given nor held on that day. */
  readonly free: number;
  /** The organisation of each trajectory that the network names. */
  readonly organisations: Readonly<Record<string, NamedOrganisation>>;
}

/** The network as it was on the day of the answer; undefined when it was not open yet. */
export async function networkDetailOf(snapshot: Snapshot, now: NetworkRow): Promise<NetworkDetail | undefined> {
  const row = networkOn(now, snapshot.basis.validOn);
  if (!row) return undefined;
  const lists = [row.places, row.held, row.waiting, row.proposals, row.rejected, row.referred];
  const named = [...new Set(lists.flat().map(({ trajectory }) => trajectory))];
  const register = await snapshot.register();
  const trajectories = await withOrganisations(snapshot, await snapshot.rowsOf(progressView, named));
  const organisations = Object.fromEntries(
    trajectories.map(({ trajectory, organisation }) => [trajectory, register.named(organisation)]),
  );
  return { ...row, free: freePlaces(row), organisations };
}

/** Those of these networks that were open on the day of the answer. */
export async function networkDetailsOf(snapshot: Snapshot, rows: readonly NetworkRow[]): Promise<NetworkDetail[]> {
  const details = await Promise.all(rows.map((row) => networkDetailOf(snapshot, row)));
  return details.flatMap((detail) => detail ?? []);
}
