import { subject } from '#domain/kernel/subject';
import { progressView } from '../progress/view.ts';
import type { Answer, AsOf } from '../query/as-of.ts';
import type { Reader } from '../query/reader.ts';
import type { Snapshot } from '../query/snapshot.ts';
import type { NamedOrganisation } from '../register/register.ts';
import { networkOn } from './state.ts';
import { type NetworkRow, networkView } from './view.ts';

/** A network, and by which names its trajectories are known. */
export interface NetworkDetail extends NetworkRow {
  /** Places that can still be given: neither given nor held on that day. */
  readonly free: number;
  /** The organisation of each trajectory that the network names. */
  readonly organisations: Readonly<Record<string, NamedOrganisation>>;
}

/** Networks: places, the waiting list in order, and what is proposed. */
export class NetworkQueries {
  constructor(private readonly reader: Reader) {}

  get(id: string, asOf: AsOf): Promise<Answer<NetworkDetail | undefined>> {
    return this.reader.read(asOf, { subject: subject('network', id) }, async (snapshot) => {
      const row = await snapshot.row(networkView, id);
      const then = row && networkOn(row, snapshot.basis.validOn);
      return then && detailOf(snapshot, then);
    });
  }

  ofProgramme(programme: string, asOf: AsOf): Promise<Answer<NetworkDetail[]>> {
    return this.reader.read(asOf, { programme }, async (snapshot) => {
      const rows = await snapshot.rows(networkView, programme);
      const then = rows.flatMap((row) => networkOn(row, snapshot.basis.validOn) ?? []);
      return Promise.all(then.map((row) => detailOf(snapshot, row)));
    });
  }
}

async function detailOf(snapshot: Snapshot, row: NetworkRow): Promise<NetworkDetail> {
  const { validOn } = snapshot.basis;
  const held = row.held.filter(({ until }) => until >= validOn);
  const lists = [row.places, held, row.waiting, row.proposals, row.rejected, row.referred];
  const named = [...new Set(lists.flat().map(({ trajectory }) => trajectory))];
  const register = await snapshot.register();
  const trajectories = await snapshot.rowsOf(progressView, named);
  const organisations = Object.fromEntries(
    trajectories.map(({ trajectory, organisation }) => [trajectory, register.named(organisation)]),
  );
  const free = Math.max(row.maximum - row.places.length - held.length, 0);
  return { ...row, held, free, organisations };
}
