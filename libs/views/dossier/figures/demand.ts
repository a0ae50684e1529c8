import type { Sentence } from '#domain/kernel/decision';
import type { NetworkRow } from '../../network/row.ts';
import { compare, plain } from '../../query/plain.ts';
import type { NamedOrganisation } from '../../register/register.ts';
import type { AroundItem } from '../item.ts';
import { countOf, grouped } from './counting.ts';
import { type ItemOn, told } from './items-on.ts';

/** An organisation that showed interest or applied, and has not been placed or withdrawn. */
export interface OpenDemand {
  readonly item: string;
  readonly organisation: NamedOrganisation | null;
  readonly contactRole: string;
  readonly strength: 'interest' | 'application';
  /** The day on which it was shown. */
  readonly since: string;
}

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

/** With how many a network can begin, and how that is known: from the region, from the programme, or as usual. */
export interface Minimum {
  readonly organisations: number;
  readonly from: 'region' | 'programme' | 'usual';
}

export interface RegionDemand {
  readonly region: string;
  readonly interest: number;
  readonly applications: number;
  readonly placed: number;
  readonly withdrawn: number;
  /** Those that still wait, the longest first. */
  readonly open: readonly OpenDemand[];
  readonly networks: readonly NetworkPlaces[];
  readonly minimum: Minimum;
  /** Whether there are enough applications for a next network. */
  readonly proposal: boolean;
  readonly reason: Sentence;
  /** Proposals to the lead that were made and not decided on yet. */
  readonly proposed: readonly { readonly item: string; readonly since: string }[];
}

/** What the demand is judged by; networks as they were on the day. */
export interface DemandInput {
  readonly demand: readonly ItemOn<'demand'>[];
  readonly proposals: readonly ItemOn<'opening-proposal'>[];
  readonly networks: readonly NetworkRow[];
}

/** With how many a network begins when no network of the programme says so. */
const usualMinimum = 8;

type Shown = OpenDemand & { readonly region: string; readonly step: string };

/** Each region in which there is a network, or demand: that with the most applications first. */
export function demandOf({ demand, proposals, networks }: DemandInput, around: AroundItem): RegionDemand[] {
  const shown = grouped(
    demand.flatMap((item) => shownIn(item, around)),
    ({ region }) => plain(region),
  );
  const proposed = grouped(proposals.flatMap(proposedIn), ({ region }) => plain(region));
  const open = grouped(networks, ({ region }) => plain(region));
  const keys = new Set([...open.keys(), ...shown.keys(), ...proposed.keys()]);
  return [...keys]
    .map((key) => {
      const own = { shown: shown.get(key) ?? [], networks: open.get(key) ?? [], proposed: proposed.get(key) ?? [] };
      const [first] = [...own.networks, ...own.shown, ...own.proposed];
      return regionOf(first?.region ?? key, own, minimumOf(own.networks, networks));
    })
    .sort(
      (a, b) => b.applications - a.applications || b.interest - a.interest || compare(plain(a.region), plain(b.region)),
    );
}

interface Own {
  readonly shown: readonly Shown[];
  readonly networks: readonly NetworkRow[];
  readonly proposed: readonly { readonly region: string; readonly item: string; readonly since: string }[];
}

function regionOf(region: string, { shown, networks, proposed }: Own, minimum: Minimum): RegionDemand {
  const waiting = shown.filter(({ step }) => step === 'shown' || step === 'strengthened');
  const applications = countOf(waiting, ({ strength }) => strength === 'application');
  return {
    region,
    interest: waiting.length - applications,
    applications,
    placed: countOf(shown, ({ step }) => step === 'placed'),
    withdrawn: countOf(shown, ({ step }) => step === 'withdrawn'),
    open: waiting
      .map(({ region: _region, step: _step, ...one }) => one)
      .sort((a, b) => compare(a.since, b.since) || compare(a.item, b.item)),
    networks: networks.map(placesOf).sort((a, b) => compare(a.name, b.name) || compare(a.network, b.network)),
    minimum,
    proposal: applications >= minimum.organisations,
    reason: reasonOf(applications, minimum),
    proposed: proposed.map(({ item, since }) => ({ item, since })),
  };
}

function shownIn({ row, now, facts }: ItemOn<'demand'>, around: AroundItem): Shown[] {
  const shown = told(facts, 'demand.shown.v1').at(-1);
  if (!shown) return [];
  const { region, contactRole, strength } = shown.data;
  const stronger = told(facts, 'demand.strengthened.v1').length > 0;
  return [
    {
      item: row.item,
      region,
      organisation: around.organisationOf(row),
      contactRole,
      strength: stronger ? 'application' : strength,
      since: shown.on,
      step: now.step,
    },
  ];
}

function proposedIn({ row, now, facts }: ItemOn<'opening-proposal'>) {
  const made = told(facts, 'opening-proposal.made.v1').at(-1);
  return made && !now.ended ? [{ region: made.data.region, item: row.item, since: made.on }] : [];
}

function placesOf({ network, name, places, waiting, minimum, target, maximum }: NetworkRow): NetworkPlaces {
  const free = Math.max(maximum - places.length, 0);
  return { network, name, places: places.length, waiting: waiting.length, minimum, target, maximum, free };
}

/** As it was set for the last network of the region, or else of the programme. */
function minimumOf(own: readonly NetworkRow[], all: readonly NetworkRow[]): Minimum {
  const ofRegion = lastOpened(own);
  if (ofRegion) return { organisations: ofRegion.minimum, from: 'region' };
  const ofProgramme = lastOpened(all);
  if (ofProgramme) return { organisations: ofProgramme.minimum, from: 'programme' };
  return { organisations: usualMinimum, from: 'usual' };
}

function lastOpened(networks: readonly NetworkRow[]): NetworkRow | undefined {
  const openedOn = ({ decisions }: NetworkRow) => decisions[0]?.on ?? '';
  return networks.toSorted((a, b) => compare(openedOn(a), openedOn(b)) || compare(a.network, b.network)).at(-1);
}

function reasonOf(applications: number, { organisations, from }: Minimum): Sentence {
  const why = {
    region: { nl: 'zoals bij het laatste netwerk in de regio', en: 'as for the last network in the region' },
    programme: {
      nl: 'zoals bij het laatste netwerk van het programma',
      en: 'as for the last network of the programme',
    },
    usual: { nl: 'zoals gebruikelijk', en: 'as is usual' },
  }[from];
  return {
    nl: `Er ${applications === 1 ? 'staat 1 aanmelding' : `staan ${applications} aanmeldingen`} open; voor een volgend netwerk zijn er ${organisations} nodig, ${why.nl}.`,
    en: `${applications === 1 ? '1 application is' : `${applications} applications are`} open; a next network needs ${organisations}, ${why.en}.`,
  };
}
