import type { BothLanguages } from '../../data/answers/basis.ts';
import type { Commitment, MissingFact, Pledge } from '../../data/answers/follow.ts';
import type { Standing } from '../../data/answers/progress.ts';

/** A reason to look at an organisation. The texts are made where it is shown. */
export type Matter =
  | { readonly about: 'commitment'; readonly layer: string; readonly days: number }
  | { readonly about: 'pledge'; readonly pledge: Pledge; readonly days: number }
  | { readonly about: 'status'; readonly status: string; readonly reason: BothLanguages };

/** An organisation that asks for the lead's attention, the gravest reason first. */
export interface Concern {
  readonly key: string;
  readonly name: string;
  /** Of whoever takes part; another can only be late with a pledge. */
  readonly trajectory: string | null;
  readonly matters: readonly Matter[];
}

interface Known {
  readonly standings: readonly Standing[];
  readonly commitments: readonly Commitment[];
  readonly pledges: readonly Pledge[];
}

type Found = Omit<Concern, 'matters'> & { readonly matter: Matter };

/** What a late commitment that is named itself says already, with its layer and by how much. */
const saidByCommitment = 'commitment-late';

/**
 * Who to look at, each once with all reasons, the gravest first: late commitments, then who is behind, then late pledges,
 * then who needs attention; what is late within each the longest first.
 */
export function concernsOf({ standings, commitments, pledges }: Known): Concern[] {
  const late = commitments.filter((commitment) => commitment.late !== null).sort(byDays);
  const latePledges = pledges.filter((pledge) => pledge.late !== null).sort(byDays);
  const asked = late.map(ofCommitment);
  const said = new Set(asked.map(({ key }) => key));
  const behind = ofStatus(standings, 'behind', said);
  const attention = ofStatus(standings, 'attention', said);
  return together([...asked, ...behind, ...latePledges.map(ofPledge), ...attention]);
}

/** The reasons of the same organisation under each other, in the place of the first. */
function together(found: readonly Found[]): Concern[] {
  const concerns = new Map<string, Concern>();
  for (const { matter, ...who } of found) {
    const before = concerns.get(who.key)?.matters ?? [];
    concerns.set(who.key, { ...who, matters: [...before, matter] });
  }
  return [...concerns.values()];
}

function byDays(a: Pick<Commitment, 'late'>, b: Pick<Commitment, 'late'>): number {
  return (b.late?.days ?? 0) - (a.late?.days ?? 0);
}

/** Who took over a pledge of another stands by itself: it is not the organisation of that trajectory. */
const keyOf = (trajectory: string | null, organisation: string) => `${trajectory} ${organisation}`;

function ofCommitment({ trajectory, organisation, layer, late }: Commitment): Found {
  const matter = { about: 'commitment', layer, days: late?.days ?? 0 } as const;
  return { key: keyOf(trajectory, organisation.id), name: organisation.name, trajectory, matter };
}

function ofPledge(pledge: Pledge): Found {
  const { trajectory, keeper, late } = pledge;
  const matter = { about: 'pledge', pledge, days: late?.days ?? 0 } as const;
  const key = keyOf(trajectory, keeper.organisation?.id ?? pledge.pledge);
  return { key, name: keeper.organisation?.name ?? '', trajectory, matter };
}

/** The reasons of that gravity, of everyone who is measured; `said` has those whose late commitments are named. */
function ofStatus(standings: readonly Standing[], status: string, said: ReadonlySet<string>): Found[] {
  return standings.flatMap(({ trajectory, organisation, progress }) => {
    if (!progress.measured) return [];
    const key = keyOf(trajectory, organisation.id);
    return progress.reasons
      .filter((reason) => reason.status === status && !(reason.code === saidByCommitment && said.has(key)))
      .map((reason) => ({ key, name: organisation.name, trajectory, matter: { about: 'status', status, reason } }));
  });
}

/** The counts of the sentence of the day, over the trajectories that are measured. */
export function countsOf(standings: readonly Standing[]) {
  const statuses = standings.flatMap(({ progress }) => (progress.measured ? [progress.status] : []));
  const count = (status: string) => statuses.filter((given) => given === status).length;
  return {
    total: statuses.length,
    onSchedule: count('on-schedule'),
    attention: count('attention'),
    behind: count('behind'),
  };
}

/** The contacts that are missing, the longest silence first. */
export function silencesOf(missing: readonly MissingFact[]): MissingFact[] {
  return missing.filter(({ kind }) => kind === 'contact').sort((a, b) => b.days - a.days);
}
