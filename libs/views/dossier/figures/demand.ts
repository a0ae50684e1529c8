import type { Sentence } from '#domain/kernel/decision';
import type { NetworkRow } from '../../network/row.ts';
import { freePlaces } from '../../network/state.ts';
import { compare, plain } from '../../query/plain.ts';
import type { AroundItem } from '../item.ts';
import { type Asked, type AskedInput, askedBy, type OpenDemand } from './asking.ts';
import { countOf, grouped } from './counting.ts';
import { type ItemOn, told } from './items-on.ts';
import { type EnoughFor, enoughFor, type Proposed, proposedIn, reasonOf, type Sizes, sizesOf } from './sizes.ts';

export type { OpenDemand } from './asking.ts';

/** How full a network of the region is. */
export interface NetworkPlaces {
  readonly network: string;
  readonly name: string;
  readonly places: number;
  readonly waiting: number;
  readonly minimum: number;
  readonly target: number;
  readonly maximum: number;
  readonly free: number;
}

export interface RegionDemand {
  readonly region: string;
  readonly interest: number;
  readonly applications: number;
  /** Items of the dossier that were placed in a network, or withdrawn. */
  readonly placed: number;
  readonly withdrawn: number;
  /** Those that still wait, the longest first. */
  readonly open: readonly OpenDemand[];
  readonly networks: readonly NetworkPlaces[];
  readonly sizes: Sizes;
  readonly enough: EnoughFor;
  /** Whether there are enough applications for a next network to begin. */
  readonly proposal: boolean;
  readonly reason: Sentence;
  /** Proposals to the lead that were made and not decided on yet. */
  readonly proposed: readonly { readonly item: string; readonly since: string }[];
}

export interface DemandFigures {
  readonly regions: readonly RegionDemand[];
  /** Who asks without that anything says in which region. */
  readonly withoutRegion: readonly OpenDemand[];
}

/** What the demand is judged by; networks as they were on the day. */
export type DemandInput = AskedInput;

/** Each region in which there is a network, a proposal or demand: that with the most applications first. */
export function demandOf(input: DemandInput, around: AroundItem): DemandFigures {
  const asked = askedBy(input, around);
  const inRegion = ({ region }: { readonly region: string | null }) => plain(region ?? '');
  const open = grouped(
    asked.filter(({ region }) => region !== null),
    inRegion,
  );
  const shown = grouped(input.demand.flatMap(shownIn), inRegion);
  const proposed = grouped(input.proposals.flatMap(proposedIn), inRegion);
  const networks = grouped(input.networks, inRegion);
  const keys = new Set([...networks.keys(), ...shown.keys(), ...open.keys(), ...proposed.keys()]);
  const regions = [...keys].map((key) =>
    regionOf(
      {
        open: open.get(key) ?? [],
        shown: shown.get(key) ?? [],
        networks: networks.get(key) ?? [],
        proposed: proposed.get(key) ?? [],
      },
      input.networks,
    ),
  );
  return {
    regions: regions.sort(
      (a, b) => b.applications - a.applications || b.interest - a.interest || compare(plain(a.region), plain(b.region)),
    ),
    withoutRegion: waitingLongest(asked.filter(({ region }) => region === null)),
  };
}

interface Shown {
  readonly region: string;
  readonly step: string;
}

interface Own {
  readonly open: readonly Asked[];
  readonly shown: readonly Shown[];
  readonly networks: readonly NetworkRow[];
  readonly proposed: readonly Proposed[];
}

function regionOf({ open, shown, networks, proposed }: Own, all: readonly NetworkRow[]): RegionDemand {
  const [named] = [...networks, ...shown, ...open, ...proposed];
  const applications = countOf(open, ({ strength }) => strength === 'application');
  const sizes = sizesOf(proposed, networks, all);
  const enough = enoughFor(applications, sizes);
  return {
    region: named?.region ?? '',
    interest: open.length - applications,
    applications,
    placed: countOf(shown, ({ step }) => step === 'placed'),
    withdrawn: countOf(shown, ({ step }) => step === 'withdrawn'),
    open: waitingLongest(open),
    networks: networks.map(placesOf).sort((a, b) => compare(a.name, b.name) || compare(a.network, b.network)),
    sizes,
    enough,
    proposal: enough !== 'none',
    reason: reasonOf(applications, sizes),
    proposed: proposed.filter(({ step }) => step === 'made').map(({ item, since }) => ({ item, since })),
  };
}

function shownIn({ now, facts }: ItemOn<'demand'>): Shown[] {
  return told(facts, 'demand.shown.v1')
    .slice(-1)
    .map(({ data: { region } }) => ({ region, step: now.step }));
}

function waitingLongest(asked: readonly Asked[]): OpenDemand[] {
  return asked
    .toSorted((a, b) => compare(a.since, b.since) || compare(idOf(a), idOf(b)))
    .map(({ region: _region, ...one }) => one);
}

function idOf({ item, trajectory }: OpenDemand): string {
  return item ?? trajectory ?? '';
}

function placesOf(row: NetworkRow): NetworkPlaces {
  const { network, name, places, waiting, minimum, target, maximum } = row;
  const free = freePlaces(row);
  return { network, name, places: places.length, waiting: waiting.length, minimum, target, maximum, free };
}
