import { sql } from 'kysely';
import { subject } from '#domain/kernel/subject';
import { rank, ranks } from '../lists/organisations.ts';
import { type Found, type FoundPage, finished, pageOfSource, type Source } from '../lists/page.ts';
import { networkView } from '../network/view.ts';
import { pageInProgramme, withTemplate } from '../programme/queries.ts';
import { type ProgrammeRow, programmeView } from '../programme/view.ts';
import type { Answer, AsOf } from '../query/as-of.ts';
import { asOfPage, type ListRequest, type Page, type PageRequest } from '../query/paging.ts';
import type { Reader } from '../query/reader.ts';
import type { Snapshot } from '../query/snapshot.ts';
import { part, standingsChosen, type TrajectoryFilter } from '../standing/chosen.ts';
import { itemOf, type ProgressItem } from './item.ts';
import type { TrajectoryRow } from './row.ts';
import { progressView } from './view.ts';
import { withOrganisations } from './whose.ts';

export interface ProgressRequest extends PageRequest {
  readonly filter?: Omit<TrajectoryFilter, 'programme'>;
  /** A hyphen before it turns the order round. By name when left out. What is equal goes by name, then by id. */
  readonly sort?: ProgressSort | `-${ProgressSort}` | undefined;
}

/** `participation` in the order of a course that goes well; `status` the worst first; `last-contact` the longest ago first. */
export type ProgressSort = 'name' | 'participation' | 'status' | 'reached' | 'last-contact';

/** Everything that is known of one trajectory, with what its list item says. */
export interface TrajectoryDetail {
  readonly summary: ProgressItem;
  readonly facts: TrajectoryRow;
}

/** Who is where, what was done, what comes next. */
export class ProgressQueries {
  constructor(private readonly reader: Reader) {}

  /** The trajectories of a programme that had begun by the day that is asked; an unknown programme has none. */
  ofProgramme(programme: string, request: ProgressRequest, asOf: AsOf): Promise<Answer<Page<ProgressItem>>> {
    const asked = { ...request, list, programme };
    return pageInProgramme(this.reader, { asOf, request: asked }, (snapshot) => pageOf(snapshot, asked));
  }

  /** The trajectories of all programmes. */
  everywhere(request: ProgressRequest, asOf: AsOf): Promise<Answer<Page<ProgressItem>>> {
    const asked = { ...request, list };
    return this.reader.read(asOfPage(asOf, asked), 'everything', (snapshot) => pageOf(snapshot, asked));
  }

  /** One trajectory; undefined when there was none of that id. */
  async trajectory(id: string, asOf: AsOf): Promise<Answer<TrajectoryDetail | undefined>> {
    const answer = await this.reader.read(asOf, { subject: subject('trajectory', id) }, async (snapshot) => {
      const [row] = await Promise.all([snapshot.row(progressView, id), readAround(snapshot, id)]);
      const [item] = await itemsOf(snapshot, row ? [row] : []);
      return row && item && { detail: { summary: item, facts: row }, programme: await programmeOf(snapshot, row) };
    });
    return withTemplate({ basis: answer.basis, data: answer.data?.detail }, answer.data?.programme);
  }
}

/** The programme and the network of a trajectory, with its own row and not after it: whoever waits, waits once less. */
async function readAround(snapshot: Snapshot, trajectory: string): Promise<void> {
  const { current } = snapshot;
  const named = (field: 'programme' | 'network') => sql`key = (
    SELECT row ->> ${sql.lit(field)} FROM ${snapshot.table(progressView)} WHERE key = ${trajectory} AND ${current})`;
  await Promise.all([
    snapshot.readAhead(programmeView, named('programme')),
    snapshot.readAhead(networkView, named('network')),
  ]);
}

const list = 'trajectories';
type Asked = ProgressRequest & ListRequest & { readonly programme?: string };

async function pageOf(snapshot: Snapshot, asked: Asked): Promise<Page<ProgressItem>> {
  const { programme, filter = {} } = asked;
  const isWhole = Object.values(filter).every((chosen) => chosen === undefined);
  const [source] = await Promise.all([
    sourceOf(snapshot, asked),
    // Nearly all of them are named by one row or another of a page of everything.
    programme && isWhole && snapshot.readAhead(networkView, sql`programme = ${programme}::uuid`),
  ]);
  const found: FoundPage<Found> = await pageOfSource(snapshot, source, asked);
  const rows = new Map(
    (
      await snapshot.rowsOf(
        progressView,
        found.rows.map(({ id }) => id),
      )
    ).map((row) => [row.trajectory, row]),
  );
  const items = await itemsOf(
    snapshot,
    found.rows.flatMap(({ id }) => rows.get(id) ?? []),
  );
  return finished(found, items, asked, snapshot);
}

const epoch = '1970-01-01';

const sorts: Record<ProgressSort, ReturnType<typeof sql>> = {
  name: rank,
  participation: part('step'),
  status: sql`3 - ${part('status')}`,
  reached: part('reached'),
  'last-contact': sql`coalesce(contact - ${sql.lit(epoch)}::date, -1000000)`,
};

async function sourceOf(snapshot: Snapshot, { filter, sort = 'name', programme }: Asked): Promise<Source> {
  const descending = sort.startsWith('-');
  const by = sorts[(descending ? sort.slice(1) : sort) as ProgressSort];
  const chosen = await standingsChosen(snapshot, { ...filter, programme });
  return {
    select: sql`
      SELECT key AS id, ${by} AS first, ${rank} AS second
      FROM (${chosen}) chosen ${ranks(await snapshot.register())}`,
    sortedBy: [
      { column: 'first', type: 'bigint', descending },
      { column: 'second', type: 'bigint' },
    ],
  };
}

/** The rows with what is known of their programmes, their networks and the register, as on the day of the answer. */
export async function itemsOf(snapshot: Snapshot, rows: readonly TrajectoryRow[]): Promise<ProgressItem[]> {
  const concerned = rows.flatMap(({ course, places }) => [...course, ...places].flatMap(networkIn));
  const [named, register, networks, programmes] = await Promise.all([
    withOrganisations(snapshot, rows),
    snapshot.register(),
    snapshot.rowsOf(networkView, [...new Set(concerned)]),
    snapshot.rowsOf(programmeView, [...new Set(rows.map(({ programme }) => programme))]),
  ]);
  const byProgramme = new Map(programmes.map((programme) => [programme.programme, programme]));
  const around = { register, networks: new Map(networks.map((network) => [network.network, network])) };
  const { validOn } = snapshot.basis;
  return named.map((row) => itemOf(row, { ...around, programme: byProgramme.get(row.programme), validOn }));
}

function programmeOf(snapshot: Snapshot, { programme }: TrajectoryRow): Promise<ProgrammeRow | undefined> {
  return snapshot.row(programmeView, programme);
}

function networkIn({ network }: { readonly network?: string | null }): readonly string[] {
  return network ? [network] : [];
}
