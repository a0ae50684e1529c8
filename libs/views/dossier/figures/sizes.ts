import type { Sentence } from '#domain/kernel/decision';
import type { NetworkRow } from '../../network/row.ts';
import { compare } from '../../query/plain.ts';
import { type ItemOn, told } from './items-on.ts';

/** With how many a network can begin and how many it aims at, and by what that is known. */
export interface Sizes {
  readonly minimum: number;
  readonly target: number;
  readonly from: 'proposal' | 'region' | 'programme' | 'usual';
}

/** A proposal for a next network, as it stood on the day. */
export interface Proposed {
  readonly item: string;
  readonly region: string;
  readonly minimum: number;
  readonly target: number;
  readonly since: string;
  readonly step: string;
}

/** With how many a network begins, and at how many it aims, when nothing in the programme says so. */
const usual: Sizes = { minimum: 8, target: 10, from: 'usual' };

export function proposedIn({ row, now, facts }: ItemOn<'opening-proposal'>): Proposed[] {
  const made = told(facts, 'opening-proposal.made.v1').at(-1);
  if (!made) return [];
  const { region, minimum, target } = made.data;
  return [{ item: row.item, region, minimum, target, since: made.on, step: now.step }];
}

/**
 * As the last proposal for the region has it that was not declined, or else the last network of the region, or else that
 * of the programme. A template says nothing of sizes.
 */
export function sizesOf(proposed: readonly Proposed[], own: readonly NetworkRow[], all: readonly NetworkRow[]): Sizes {
  const proposal = proposed
    .filter(({ step }) => step !== 'declined')
    .toSorted((a, b) => compare(a.since, b.since) || compare(a.item, b.item))
    .at(-1);
  if (proposal) return { minimum: proposal.minimum, target: proposal.target, from: 'proposal' };
  const ofRegion = lastOpened(own);
  if (ofRegion) return { minimum: ofRegion.minimum, target: ofRegion.target, from: 'region' };
  const ofProgramme = lastOpened(all);
  return ofProgramme ? { minimum: ofProgramme.minimum, target: ofProgramme.target, from: 'programme' } : usual;
}

function lastOpened(networks: readonly NetworkRow[]): NetworkRow | undefined {
  const openedOn = ({ decisions }: NetworkRow) => decisions[0]?.on ?? '';
  return networks.toSorted((a, b) => compare(openedOn(a), openedOn(b)) || compare(a.network, b.network)).at(-1);
}

/** Enough for what: nothing yet, to begin, or all that was aimed at. */
export type EnoughFor = 'none' | 'minimum' | 'target';

export function enoughFor(applications: number, { minimum, target }: Sizes): EnoughFor {
  if (applications < minimum || applications === 0) return 'none';
  return applications < target ? 'minimum' : 'target';
}

export function reasonOf(applications: number, sizes: Sizes): Sentence {
  const { minimum, target, from } = sizes;
  const meaning = {
    none: {
      nl: `te weinig voor een volgend netwerk: daarvoor zijn er ${minimum} nodig (streefaantal ${target})`,
      en: `too few for a next network, which needs ${minimum} (target ${target})`,
    },
    minimum: {
      nl: `genoeg voor het minimum van ${minimum}, nog niet voor het streefaantal van ${target}`,
      en: `enough for the minimum of ${minimum}, not yet for the target of ${target}`,
    },
    target: {
      nl: `genoeg voor het streefaantal van ${target}`,
      en: `enough for the target of ${target}`,
    },
  }[enoughFor(applications, sizes)];
  return {
    nl: `Er ${applications === 1 ? 'staat 1 aanmelding' : `staan ${applications} aanmeldingen`} open; dat is ${meaning.nl}, ${because[from].nl}.`,
    en: `${applications === 1 ? '1 application is' : `${applications} applications are`} open; that is ${meaning.en}, ${because[from].en}.`,
  };
}

const because: Readonly<Record<Sizes['from'], Sentence>> = {
  proposal: { nl: 'zoals voorgesteld voor deze regio', en: 'as was proposed for this region' },
  region: { nl: 'zoals bij het laatste netwerk in de regio', en: 'as for the last network in the region' },
  programme: { nl: 'zoals bij het laatste netwerk van het programma', en: 'as for the last network of the programme' },
  usual: { nl: 'zoals gebruikelijk', en: 'as is usual' },
};
