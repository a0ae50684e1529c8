import type { NetworkRow } from '../../network/row.ts';
import { participationOn } from '../../progress/item.ts';
import type { TrajectoryRow } from '../../progress/row.ts';
import { compare, plain } from '../../query/plain.ts';
import type { NamedOrganisation } from '../../register/register.ts';
import type { AroundItem } from '../item.ts';
import { grouped } from './counting.ts';
import { type ItemOn, told } from './items-on.ts';

/** By what it is known that an organisation wants to take part in a next network. */
export type AskedBy = 'demand' | 'interest' | 'application' | 'waiting-list';

/** An organisation that showed interest or applied, and has not been placed or withdrawn. */
export interface OpenDemand {
  readonly organisation: NamedOrganisation | null;
  readonly contactRole: string;
  readonly strength: 'interest' | 'application';
  /** The day on which it was first shown. */
  readonly since: string;
  /** One organisation can ask in more than one way, and is counted once. */
  readonly by: readonly AskedBy[];
  /** The item of the dossier, when it stands in one. */
  readonly item: string | null;
  /** Its trajectory, when there is one. */
  readonly trajectory: string | null;
}

/** What an organisation asked, in which region; null when neither the dossier nor the register says which. */
export type Asked = OpenDemand & { readonly region: string | null };

/** Where demand is told. */
export interface AskedInput {
  readonly demand: readonly ItemOn<'demand'>[];
  readonly proposals: readonly ItemOn<'opening-proposal'>[];
  readonly networks: readonly NetworkRow[];
  readonly trajectories: readonly TrajectoryRow[];
}

/** Of every organisation what it asks in a region, once: the strongest, since the first day. */
export function askedBy(input: AskedInput, around: AroundItem): Asked[] {
  const inDossier = input.demand.flatMap((item) => openIn(item, around));
  const regionOf = regionsOf(inDossier, input.proposals);
  const rows = new Map(input.trajectories.map((row) => [row.trajectory, row]));
  const networks = new Map(input.networks.map((network) => [network.network, network]));
  const all = [
    ...inDossier,
    ...input.networks.flatMap((network) => waitingIn(network, rows, around)),
    ...input.trajectories.flatMap((row) => withoutNetwork(row, networks, regionOf, around)),
  ];
  const keyOf = ({ region, organisation, item, trajectory }: Asked) =>
    `${plain(region ?? '')} ${organisation?.id ?? item ?? trajectory ?? ''}`;
  return [...grouped(all, keyOf).values()].map(together);
}

function together(asked: readonly Asked[]): Asked {
  const [first, ...others] = asked.toSorted((a, b) => compare(a.since, b.since));
  if (!first) throw new Error('Nobody asked.');
  return {
    ...first,
    strength: asked.some(({ strength }) => strength === 'application') ? 'application' : 'interest',
    by: [...new Set(asked.flatMap(({ by }) => by))].sort(),
    item: first.item ?? others.find(({ item }) => item !== null)?.item ?? null,
    trajectory: first.trajectory ?? others.find(({ trajectory }) => trajectory !== null)?.trajectory ?? null,
  };
}

function openIn({ row, now, facts }: ItemOn<'demand'>, around: AroundItem): Asked[] {
  const shown = told(facts, 'demand.shown.v1').at(-1);
  if (!shown || (now.step !== 'shown' && now.step !== 'strengthened')) return [];
  const { region, contactRole, strength } = shown.data;
  const stronger = told(facts, 'demand.strengthened.v1').length > 0;
  return [
    {
      region,
      organisation: around.organisationOf(row),
      contactRole,
      strength: stronger ? 'application' : strength,
      since: shown.on,
      by: ['demand'],
      item: row.item,
      trajectory: null,
    },
  ];
}

/** Who waits for a place in a full network may want one in the next. */
function waitingIn(
  { region, waiting }: NetworkRow,
  rows: ReadonlyMap<string, TrajectoryRow>,
  around: AroundItem,
): Asked[] {
  return waiting.flatMap(({ trajectory, since }) => {
    const row = rows.get(trajectory);
    return row ? [{ ...ofTrajectory(row, 'waiting-list', around), region, since }] : [];
  });
}

/** Interest, or an application, that no network was named for. */
function withoutNetwork(
  row: TrajectoryRow,
  networks: ReadonlyMap<string, NetworkRow>,
  regionOf: ReadonlyMap<string, string>,
  around: AroundItem,
): Asked[] {
  if (row.network !== null) return [];
  const now = participationOn(row, networks, around.validOn);
  const by = now && asksFor.get(now.step);
  const [first] = row.course;
  if (!by || !first) return [];
  const own = ofTrajectory(row, by, around);
  return [{ ...own, region: regionOf.get(row.organisation) ?? own.organisation?.province ?? null, since: first.on }];
}

/** From the first word until a place was decided about. */
const asksFor: ReadonlyMap<string, AskedBy> = new Map([
  ['interested', 'interest'],
  ['applied', 'application'],
  ['intake-planned', 'application'],
  ['intake-held', 'application'],
]);

function ofTrajectory(row: TrajectoryRow, by: AskedBy, around: AroundItem): Omit<Asked, 'region' | 'since'> {
  return {
    organisation: around.named(row.organisation),
    contactRole: row.contactRole,
    strength: by === 'interest' ? 'interest' : 'application',
    by: [by],
    item: null,
    trajectory: row.trajectory,
  };
}

/** The region that the dossier names for an organisation: where it asks, or else where a network for it was proposed. */
function regionsOf(
  asked: readonly Asked[],
  proposals: readonly ItemOn<'opening-proposal'>[],
): ReadonlyMap<string, string> {
  const proposed = proposals.flatMap(({ facts }) => told(facts, 'opening-proposal.made.v1').slice(-1));
  return new Map([
    ...proposed.flatMap(({ data }) => data.organisations.map((one) => [one, data.region] as const)),
    ...asked.flatMap(({ organisation, region }) =>
      organisation && region ? [[organisation.id, region] as const] : [],
    ),
  ]);
}
