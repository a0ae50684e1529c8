import { sql } from 'kysely';
import { withOrganisations } from '../progress/whose.ts';
import type { Snapshot } from '../query/snapshot.ts';
import { standingView } from '../standing/view.ts';
import type { AroundItem } from './item.ts';
import type { DossierItemRow } from './view.ts';

/** What is known around these items at the moment of the answer. */
export async function aroundItems(snapshot: Snapshot, rows: readonly DossierItemRow[]): Promise<AroundItem> {
  const register = await snapshot.register();
  const unnamed = rows.filter(({ organisation }) => organisation === null);
  const ofTrajectory = await organisationsOf(snapshot, [
    ...new Set(unnamed.flatMap(({ trajectory }) => trajectory ?? [])),
  ]);
  return {
    validOn: snapshot.basis.validOn,
    named: (organisation) => register.named(organisation),
    organisationOf: ({ organisation, trajectory }) => {
      const whose = organisation ?? ofTrajectory.get(trajectory ?? '');
      return whose === undefined ? null : register.named(whose);
    },
  };
}

/** Whose these trajectories are, by their ids. */
async function organisationsOf(snapshot: Snapshot, trajectories: readonly string[]): Promise<Map<string, string>> {
  if (trajectories.length === 0) return new Map();
  const { rows } = await sql<{ trajectory: string; organisation: string }>`
    SELECT key AS trajectory, organisation FROM ${snapshot.table(standingView)}
    WHERE key = ANY(${[...trajectories]}::text[]) AND ${snapshot.current}`.execute(snapshot.tx);
  const named = (await withOrganisations(snapshot, rows)).filter(({ organisation }) => organisation !== '');
  return new Map(named.map(({ trajectory, organisation }) => [trajectory, organisation]));
}
