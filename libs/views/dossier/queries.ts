import { sql } from 'kysely';
import { subject } from '#domain/kernel/subject';
import { type Found, finished, pageOfSource } from '../lists/page.ts';
import { pageInProgramme, withTemplate } from '../programme/queries.ts';
import { programmeView } from '../programme/view.ts';
import type { Answer, AsOf } from '../query/as-of.ts';
import type { Page } from '../query/paging.ts';
import type { Reader } from '../query/reader.ts';
import type { Snapshot } from '../query/snapshot.ts';
import { aroundItems } from './around.ts';
import { type DossierItem, type DossierItemDetail, dossierDetailOf, dossierItemOf } from './item.ts';
import { type DossierAsked, type DossierRequest, sourceOf } from './source.ts';
import { type DossierItemRow, dossierItemView } from './view.ts';

export type { DossierFilter, DossierRequest, DossierSort } from './source.ts';

/** The dossier of a programme: everything with a course of its own, of whatever kind. */
export class DossierQueries {
  constructor(private readonly reader: Reader) {}

  /** The items of a programme that had been brought in by the day that is asked. */
  ofProgramme(programme: string, request: DossierRequest, asOf: AsOf): Promise<Answer<Page<DossierItem>>> {
    const asked = { ...request, list: 'dossier', programme };
    return pageInProgramme(this.reader, { asOf, request: asked }, (snapshot) => pageOf(snapshot, asked));
  }

  /** One item; undefined when there was none of that id, or when it was not brought in by the day that is asked. */
  async get(id: string, asOf: AsOf): Promise<Answer<DossierItemDetail | undefined>> {
    const answer = await this.reader.read(asOf, { subject: subject('item', id) }, async (snapshot) => {
      const row = await snapshot.row(dossierItemView, id);
      if (!row) return undefined;
      const item = dossierDetailOf(row, await namingRows(snapshot, row), await aroundItems(snapshot, [row]));
      return { item, programme: await snapshot.row(programmeView, row.programme) };
    });
    return withTemplate({ basis: answer.basis, data: answer.data?.item }, answer.data?.programme);
  }
}

async function pageOf(snapshot: Snapshot, asked: DossierAsked): Promise<Page<DossierItem>> {
  const found = await pageOfSource<Found>(snapshot, await sourceOf(snapshot, asked), asked);
  const ids = found.rows.map(({ id }) => id);
  const rows = await snapshot.rowsOf(dossierItemView, ids);
  const around = await aroundItems(snapshot, rows);
  const items = new Map(rows.flatMap((row) => [[row.item, dossierItemOf(row, around)] as const]));
  return finished(
    found,
    ids.flatMap((id) => items.get(id) ?? []),
    asked,
    snapshot,
  );
}

/** The items of the same programme that name this one, in the order of their ids. */
async function namingRows(snapshot: Snapshot, { item, programme }: DossierItemRow): Promise<DossierItemRow[]> {
  const { rows } = await sql<{ row: DossierItemRow }>`
    SELECT row FROM ${snapshot.table(dossierItemView)}
    WHERE names @> ARRAY[${item}]::text[] AND programme = ${programme}::uuid AND ${snapshot.current}
    ORDER BY key COLLATE "C"`.execute(snapshot.tx);
  return rows.map(({ row }) => row);
}
