import { type Line, latecomer, type Moment, milestonesExpected } from './expected.ts';
import { type Municipality, municipalities } from './municipalities.ts';

/** What the answers hold that the hand-worked figures are compared with. */
interface ProgressItem {
  readonly organisation: { readonly name: string };
  readonly participation: { readonly step: string } | null;
  readonly progress: {
    readonly measured: boolean;
    readonly reached: number;
    readonly expected: number;
    readonly total: number;
    readonly status: string | null;
  } | null;
}

interface CommitmentItem {
  readonly organisation: { readonly name: string };
  readonly layer: string;
  readonly commitment: { readonly step: string };
}

interface List<T> {
  readonly basis: { readonly ordinal: number; readonly fictitious: boolean };
  readonly data: { readonly items: readonly T[] };
}

/** Asks `/v1` as the auditor. */
export type Ask = <T>(path: string) => Promise<T>;

/** The lines of the two views for all twelve, as known at the moment and as on the day. */
export async function linesOf(ask: Ask, programme: string, asOf: string): Promise<Record<string, Line>> {
  const progress = await ask<List<ProgressItem>>(`/programmes/${programme}/progress?limit=100&${asOf}`);
  const commitments = await ask<List<CommitmentItem>>(`/programmes/${programme}/commitments?limit=100&${asOf}`);
  const stepOf = (name: string, layer: string) =>
    commitments.data.items.find((item) => item.organisation.name === name && item.layer === layer)?.commitment.step ??
    'not-asked';
  return Object.fromEntries(
    progress.data.items.map(({ organisation: { name }, participation, progress: far }): [string, Line] => [
      keyOf(name),
      [
        participation?.step ?? 'none',
        far?.reached ?? -1,
        far?.status ?? 'none',
        stepOf(name, 'executive'),
        stepOf(name, 'council'),
        stepOf(name, 'officials'),
      ],
    ]),
  );
}

/** Milestones due of those asked, for the trajectories that are measured. */
export async function milestonesOf(ask: Ask, programme: string, asOf: string): Promise<Record<string, string>> {
  const { data } = await ask<List<ProgressItem>>(`/programmes/${programme}/progress?limit=100&${asOf}`);
  return Object.fromEntries(
    data.items
      .filter(({ progress }) => progress?.measured)
      .map(({ organisation, progress }) => [keyOf(organisation.name), `${progress?.expected} of ${progress?.total}`]),
  );
}

/** The same by hand. */
export function milestonesByHand(moment: Moment, measured: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    measured.map((who) => {
      const { expected, total } = (who === 'veendam' && latecomer[moment]) || {
        expected: milestonesExpected[moment],
        total: 7,
      };
      return [who, `${expected} of ${total}`];
    }),
  );
}

function keyOf(name: string): string {
  const all = Object.entries(municipalities) as [Municipality, { readonly name: string }][];
  return all.find(([, municipality]) => municipality.name === name)?.[0] ?? name;
}
