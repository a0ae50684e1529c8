import { sql } from 'kysely';
import type { Snapshot } from '../../query/snapshot.ts';
import { type DossierItemRow, dossierItemView } from '../view.ts';
import type { ItemKindName } from './items-on.ts';

/** The rows of these kinds, of a programme or of all, in the order of their ids: asked again, an answer has the same bytes. */
export async function rowsOfKinds(
  snapshot: Snapshot,
  programme: string | undefined,
  kinds: readonly ItemKindName[],
): Promise<DossierItemRow[]> {
  const within = programme === undefined ? sql`true` : sql`programme = ${programme}::uuid`;
  const { rows } = await sql<{ row: DossierItemRow }>`
    SELECT row FROM ${snapshot.table(dossierItemView)}
    WHERE ${within} AND kind = ANY(${[...kinds]}::text[]) AND ${snapshot.current}
    ORDER BY key COLLATE "C"`.execute(snapshot.tx);
  return rows.map(({ row }) => row);
}
