import type { BothLanguages } from '../../data/answers/basis.ts';
import type { Commitment, MissingFact, Pledge } from '../../data/answers/follow.ts';
import type { Standing } from '../../data/answers/progress.ts';

/** Something that asks for the lead's attention, with its reason. The texts are made where it is shown. */
export type Matter =
  | {
      readonly about: 'commitment';
      readonly name: string;
      readonly trajectory: string;
      readonly layer: string;
      readonly days: number;
    }
  | {
      readonly about: 'pledge';
      readonly pledge: string;
      readonly name: string;
      readonly trajectory: string | null;
      readonly role: string;
      readonly days: number;
    }
  | {
      readonly about: 'status';
      readonly name: string;
      readonly trajectory: string;
      readonly status: string;
      readonly reason: BothLanguages;
    };

interface Known {
  readonly standings: readonly Standing[];
  readonly commitments: readonly Commitment[];
  readonly pledges: readonly Pledge[];
}

const most = 5;

/**
 * What to look at first, at most five: late commitments, then who is behind, then late pledges, then who needs attention;
 * within each the longest first. An organisation that stands in it already is not named again for its status.
 */
export function mattersOf({ standings, commitments, pledges }: Known): Matter[] {
  const late = commitments.filter((commitment) => commitment.late !== null).sort(byDays);
  const latePledges = pledges.filter((pledge) => pledge.late !== null).sort(byDays);
  const named = new Set(late.map(({ trajectory }) => trajectory));
  const behind = ofStatus(standings, 'behind', named);
  const attention = ofStatus(standings, 'attention', named);
  return [...late.map(ofCommitment), ...behind, ...latePledges.map(ofPledge), ...attention].slice(0, most);
}

function byDays(a: Pick<Commitment, 'late'>, b: Pick<Commitment, 'late'>): number {
  return (b.late?.days ?? 0) - (a.late?.days ?? 0);
}

function ofCommitment({ trajectory, organisation, layer, late }: Commitment): Matter {
  return { about: 'commitment', name: organisation.name, trajectory, layer, days: late?.days ?? 0 };
}

function ofPledge({ pledge, trajectory, keeper, late }: Pledge): Matter {
  return {
    about: 'pledge',
    pledge,
    name: keeper.organisation?.name ?? '',
    trajectory,
    role: keeper.role,
    days: late?.days ?? 0,
  };
}

function ofStatus(standings: readonly Standing[], status: string, named: ReadonlySet<string>): Matter[] {
  return standings.flatMap(({ trajectory, organisation, progress }) => {
    if (!progress.measured || progress.status !== status || named.has(trajectory)) return [];
    const reason = progress.reasons.find((given) => given.status === status) ?? progress.reasons[0];
    return reason === undefined ? [] : [{ about: 'status', name: organisation.name, trajectory, status, reason }];
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
