import { type RawBuilder, sql } from 'kysely';
import type { PublicationLevel } from '#domain/dossier/publication';
import { never } from '../folding.ts';
import { isOf } from '../lists/organisations.ts';
import type { Source } from '../lists/page.ts';
import type { ListRequest, PageRequest } from '../query/paging.ts';
import { plain } from '../query/plain.ts';
import type { Snapshot } from '../query/snapshot.ts';
import type { OrganisationsAsked } from '../register/register.ts';
import { standingView } from '../standing/view.ts';
import { dossierItemView } from './view.ts';

export interface DossierFilter extends OrganisationsAsked {
  readonly kind?: string | undefined;
  /** The short name of the fact that it came to last: `chosen`. */
  readonly step?: string | undefined;
  readonly trajectory?: string | undefined;
  readonly network?: string | undefined;
  readonly meeting?: string | undefined;
  readonly group?: string | undefined;
  /** A part of its title; accents, case and punctuation do not matter. */
  readonly title?: string | undefined;
  /** Only those that this level may see by then, and no narrower one. */
  readonly publication?: PublicationLevel | undefined;
  /** Only those that are late on the day that was asked, or only those that are not. */
  readonly late?: boolean | undefined;
  /** Only those of which more is expected, or only those that have ended. */
  readonly open?: boolean | undefined;
}

/** What has no such day, or no title, comes after all others, whichever way the list is sorted. */
export type DossierSort = 'due' | 'since' | 'title';

export interface DossierRequest extends PageRequest {
  readonly filter?: DossierFilter;
  /** A hyphen before it turns the order round. By the day by which more is expected when left out. */
  readonly sort?: DossierSort | `-${DossierSort}` | undefined;
}

/** What is asked, of which programme. */
export type DossierAsked = DossierRequest & ListRequest & { readonly programme: string };

const none = sql`${never}::date`;

const sorts = {
  due: ['bigint', sql`due - '1970-01-01'::date`, sql`due = ${none}`],
  since: ['bigint', sql`since - '1970-01-01'::date`, sql`false`],
  title: ['text', sql`coalesce(title, '')`, sql`title IS NULL`],
} as const;

/** The items of a programme that fit, as they were on the day of the answer. */
export async function sourceOf(
  snapshot: Snapshot,
  { programme, filter = {}, sort = 'due' }: DossierAsked,
): Promise<Source> {
  const { validOn } = snapshot.basis;
  const descending = sort.startsWith('-');
  const [type, by, isLast] = sorts[(descending ? sort.slice(1) : sort) as DossierSort];
  const current = sql`${snapshot.current} AND programme = ${programme}::uuid`;
  return {
    select: sql`
      SELECT key AS id, CASE WHEN ${isLast} THEN 1 ELSE 0 END AS last, ${by} AS first, coalesce(title, '') AS second
      FROM (
        SELECT key, title, days[at] AS since, steps[at] AS step, states[at] AS state, dues[at] AS due, level,
          coalesce(organisation, whose) AS organisation
        FROM (
          SELECT *, width_bucket(${validOn}::date, days) AS at,
            levels[width_bucket(${validOn}::date, level_days)] AS level FROM ${snapshot.table(dossierItemView)}
          WHERE ${current} AND ${belongs(filter)}) versions
        LEFT JOIN (
          SELECT key AS trajectory, organisation AS whose FROM ${snapshot.table(standingView)} WHERE ${current}
        ) trajectories USING (trajectory)
        WHERE at > 0) items
      WHERE ${fits(filter, validOn)} AND ${isOf('organisation', await snapshot.register(), filter)}`,
    sortedBy: [
      { column: 'last', type: 'bigint' },
      { column: 'first', type, descending },
      // Sorted by title, that has its place already: a cursor that holds it twice is long for nothing.
      ...(type === 'text' ? [] : [{ column: 'second', type: 'text' } as const]),
    ],
  };
}

/** What an item is and where it belongs, whatever day it is. */
function belongs({ kind, trajectory, network, meeting, group, title }: DossierFilter): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [sql`true`];
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`);
  if (trajectory !== undefined) conditions.push(sql`trajectory = ${trajectory}`);
  if (network !== undefined) conditions.push(sql`network = ${network}`);
  if (meeting !== undefined) conditions.push(sql`meeting = ${meeting}`);
  if (group !== undefined) conditions.push(sql`group_id = ${group}`);
  if (title !== undefined) conditions.push(sql`strpos(title, ${plain(title)}) > 0`);
  return sql`${sql.join(conditions, sql` AND `)}`;
}

/** Where it is on the day of the answer. */
function fits({ step, late, open, publication }: DossierFilter, validOn: string): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [sql`true`];
  if (step !== undefined) conditions.push(sql`step = ${step}`);
  if (publication !== undefined) conditions.push(sql`level = ${publication}`);
  if (late !== undefined) conditions.push(sql`(due < ${validOn}::date) = ${late}`);
  if (open !== undefined) conditions.push(sql`(state = 'open') = ${open}`);
  return sql`${sql.join(conditions, sql` AND `)}`;
}
