import { type RawBuilder, sql } from 'kysely';
import { commitmentId } from '#domain/kernel/subject';
import type { CommitmentStep } from '#domain/trajectory/commitment';
import { never } from '../folding.ts';
import { isOf, rank, ranks } from '../lists/organisations.ts';
import { type Found, finished, pageOfSource, type Source } from '../lists/page.ts';
import { pageInProgramme } from '../programme/queries.ts';
import { progressView } from '../progress/view.ts';
import type { Answer, AsOf } from '../query/as-of.ts';
import { asOfPage, type ListRequest, type Page, type PageRequest } from '../query/paging.ts';
import type { Reader } from '../query/reader.ts';
import type { Snapshot } from '../query/snapshot.ts';
import type { OrganisationsAsked } from '../register/register.ts';
import { goesOn, standingsChosen } from '../standing/chosen.ts';
import { type CommitmentItem, commitmentItemOf } from './item.ts';
import { commitmentView } from './view.ts';

export type { CommitmentItem } from './item.ts';

export interface CommitmentFilter extends OrganisationsAsked {
  readonly network?: string | undefined;
  readonly layer?: string | undefined;
  readonly step?: CommitmentStep | undefined;
  readonly trajectory?: string | undefined;
  /** Only those that are late on the day that was asked, or only those that are not. */
  readonly late?: boolean | undefined;
}

/** `due`: what is awaited first comes first, and what is not awaited last. */
export type CommitmentSort = 'name' | 'due';

export interface CommitmentRequest extends PageRequest {
  readonly filter?: CommitmentFilter;
  /** A hyphen before it turns the order round. By name when left out. What is equal goes by name, trajectory and layer. */
  readonly sort?: CommitmentSort | `-${CommitmentSort}` | undefined;
}

/** Who has committed to what. */
export class CommitmentQueries {
  constructor(private readonly reader: Reader) {}

  /** The commitments of a programme that something had happened about by the day that is asked. */
  ofProgramme(programme: string, request: CommitmentRequest, asOf: AsOf): Promise<Answer<Page<CommitmentItem>>> {
    const asked = { ...request, list, programme };
    return pageInProgramme(this.reader, { asOf, request: asked }, (snapshot) => pageOf(snapshot, asked));
  }

  /** Those of all programmes. */
  everywhere(request: CommitmentRequest, asOf: AsOf): Promise<Answer<Page<CommitmentItem>>> {
    const asked = { ...request, list };
    return this.reader.read(asOfPage(asOf, asked), 'everything', (snapshot) => pageOf(snapshot, asked));
  }
}

const list = 'commitments';
type Asked = CommitmentRequest & ListRequest & { readonly programme?: string };

async function pageOf(snapshot: Snapshot, asked: Asked): Promise<Page<CommitmentItem>> {
  const found = await pageOfSource<Found>(snapshot, await sourceOf(snapshot, asked), asked);
  const commitments = await snapshot.rowsOf(
    commitmentView,
    found.rows.map(({ id }) => id),
  );
  const byId = new Map(commitments.map((row) => [commitmentId(row.trajectory, row.layer), row]));
  const trajectories = await snapshot.rowsOf(progressView, [...new Set(commitments.map((row) => row.trajectory))]);
  const byTrajectory = new Map(trajectories.map((row) => [row.trajectory, row]));
  const around = { register: await snapshot.register(), validOn: snapshot.basis.validOn };
  const items = found.rows.flatMap(({ id }) => {
    const row = byId.get(id);
    const trajectory = row && byTrajectory.get(row.trajectory);
    return row && trajectory ? [commitmentItemOf(row, trajectory, around)] : [];
  });
  return finished(found, items, asked, snapshot);
}

async function sourceOf(snapshot: Snapshot, { programme, filter = {}, sort = 'name' }: Asked): Promise<Source> {
  const register = await snapshot.register();
  const { validOn } = snapshot.basis;
  const awaited = await standingsChosen(snapshot, { programme, network: filter.network });
  const by = sort.endsWith('name')
    ? rank
    : sql`CASE WHEN goes_on THEN due ELSE ${never}::date END - '1970-01-01'::date`;
  return {
    select: sql`
      SELECT id, ${by} AS first, ${rank} AS second
      FROM (
        SELECT key AS id, trajectory, organisation, layer, steps[at] AS step, dues[at] AS due
        FROM (
          SELECT *, width_bucket(${validOn}::date, days) AS at FROM ${snapshot.table(commitmentView)}
          WHERE ${snapshot.current}
            AND ${programme === undefined ? sql`true` : sql`programme = ${programme}::uuid`}
            AND ${isOf('organisation', register, filter)}) versions
        WHERE at > 0) commitments
      JOIN (SELECT key AS trajectory, ${goesOn} AS goes_on FROM (${awaited}) t) trajectories USING (trajectory)
      ${ranks(register)}
      WHERE ${fits(filter, validOn)}`,
    sortedBy: [
      { column: 'first', type: 'bigint', descending: sort.startsWith('-') },
      { column: 'second', type: 'bigint' },
    ],
  };
}

function fits({ layer, step, trajectory, late }: CommitmentFilter, validOn: string): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [sql`true`];
  if (layer !== undefined) conditions.push(sql`layer = ${layer}`);
  if (step !== undefined) conditions.push(sql`step = ${step}`);
  if (trajectory !== undefined) conditions.push(sql`trajectory = ${trajectory}`);
  if (late !== undefined) conditions.push(sql`(goes_on AND due < ${validOn}::date) = ${late}`);
  return sql`${sql.join(conditions, sql` AND `)}`;
}
