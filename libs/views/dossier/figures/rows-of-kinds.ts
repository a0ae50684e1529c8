import { sql } from 'kysely';
import type { Snapshot } from '../../query/snapshot.ts';
import { type DossierItemRow, dossierItemView } from '../view.ts';
import type { ItemKindName } from './items-on.ts';

/** The rows of a programme of these kinds, in the order of their ids: asked again, an answer has the same bytes. */
export async function rowsOfKinds(
  snapshot: Snapshot,
  programme: string,
  kinds: readonly ItemKindName[],
): Promise<DossierItemRow[]> {
  const { rows } = await sql<{ row: DossierItemRow }>`
    SELECT row FROM ${snapshot.table(dossierItemView)}
    WHERE programme = ${programme}::uuid AND kind = ANY(${[...kinds]}::text[]) AND ${snapshot.current}
    ORDER BY key COLLATE "C"`.execute(snapshot.tx);
  return rows.map(({ row }) => row);
}
