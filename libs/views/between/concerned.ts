import { sql } from 'kysely';
import type { EventType } from '#domain/registry';
import { storedTypes } from '#log/contract/upcast';
import { networkView } from '../network/view.ts';
import { progressView } from '../progress/view.ts';
import type { Snapshot } from '../query/snapshot.ts';
import { asSubjects, type ChangeFilter } from './filter.ts';
import { organisationsWithin } from './organisations.ts';
import type { Period } from './period.ts';
import { lastVersions } from './versions.ts';

/**
 * The subjects of which a change must name at least one, for a filter by network or by organisation: an event about a
 * trajectory does not name its network, and a decision of a network does not name the organisation. Undefined when the
 * filter asks for neither; with both, only what belongs to both.
 */
export async function concernedBy(
  snapshot: Snapshot,
  period: Period,
  { network, named }: ChangeFilter,
): Promise<readonly string[] | undefined> {
  const ofNetwork = network === undefined ? undefined : await subjectsOfNetwork(snapshot, period, network);
  const organisations = named && organisationsWithin(await snapshot.register(), named);
  const ofOrganisations = organisations && (await subjectsOfOrganisations(snapshot, organisations));
  if (!ofNetwork || !ofOrganisations) return ofNetwork ?? ofOrganisations;
  const both = new Set(ofOrganisations);
  return ofNetwork.filter((subject) => both.has(subject));
}

/** The network itself, and the trajectories that were of it at any time in the period. */
async function subjectsOfNetwork(snapshot: Snapshot, { from }: Period, network: string): Promise<readonly string[]> {
  const row = (await lastVersions(snapshot, networkView, [network])).get(network);
  const own = asSubjects('network', [network]);
  if (!row) return own;
  const { rows } = await sql<{ key: string }>`
    SELECT DISTINCT key FROM ${snapshot.table(progressView)}
    WHERE programme = ${row.programme}::uuid AND from_ordinal <= ${snapshot.ordinal}
      AND (until_ordinal IS NULL OR until_ordinal > ${from.ordinal})
      AND row ->> 'network' = ${network}`.execute(snapshot.tx);
  const trajectories = rows.map(({ key }) => key);
  return [...own, ...asSubjects('trajectory', trajectories)];
}

/** What makes a trajectory of an organisation: other events name an organisation for other reasons. */
const registrations = ['trajectory.interest-shown.v1', 'trajectory.applied.v1'] as const satisfies readonly EventType[];

async function subjectsOfOrganisations(snapshot: Snapshot, ids: readonly string[]): Promise<readonly string[]> {
  const own = asSubjects('organisation', ids);
  const { rows } = await sql<{ subject: string }>`
    SELECT DISTINCT named AS subject FROM views.entry e CROSS JOIN LATERAL unnest(e.subjects) named
    WHERE e.subjects && ${own}::text[] AND e.type = ANY(${[...storedTypes(registrations)]}::text[])
      AND e.ordinal <= ${snapshot.ordinal} AND named LIKE 'trajectory:%'`.execute(snapshot.tx);
  return [...own, ...rows.map(({ subject }) => subject)];
}
