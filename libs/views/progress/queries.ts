import { subject } from '#domain/kernel/subject';
import { networkView } from '../network/view.ts';
import { withTemplate } from '../programme/queries.ts';
import { programmeView } from '../programme/view.ts';
import type { Answer, AsOf } from '../query/as-of.ts';
import { asOfPage, type Page, type PageRequest, pageOf } from '../query/paging.ts';
import type { Reader } from '../query/reader.ts';
import type { Snapshot } from '../query/snapshot.ts';
import { itemOf, type ProgressItem, type Surroundings } from './item.ts';
import type { TrajectoryRow } from './row.ts';
import { progressView } from './view.ts';

export interface ProgressRequest extends PageRequest {
  readonly filter?: {
    readonly network?: string | undefined;
    /** A step of participation: `admitted`, `waiting`, … */
    readonly participation?: string | undefined;
    readonly category?: string | undefined;
    /** The computed status: `on-schedule`, `attention`, `behind`. */
    readonly status?: string | undefined;
  };
  /** A hyphen before it turns the order round. By name when left out. */
  readonly sort?: ProgressSort | `-${ProgressSort}` | undefined;
}

export type ProgressSort = 'name' | 'participation' | 'status' | 'reached' | 'last-contact';

/** Everything that is known of one trajectory, with what its list item says. */
export interface TrajectoryDetail {
  readonly summary: ProgressItem;
  readonly facts: TrajectoryRow;
}

/** Who is where, what was done, what comes next. */
export class ProgressQueries {
  constructor(private readonly reader: Reader) {}

  /** The trajectories of a programme; an unknown programme has none. */
  async ofProgramme(programme: string, request: ProgressRequest, asOf: AsOf): Promise<Answer<Page<ProgressItem>>> {
    const answer = await this.reader.read(asOfPage(asOf, request), { programme }, async (snapshot) => {
      const surroundings = await surroundingsOf(snapshot, programme);
      const rows = await snapshot.rows(progressView, programme);
      const items = rows.map((row) => itemOf(row, surroundings)).filter((item) => fits(item, request.filter));
      const page = pageOf(items.sort(order(request.sort)), request, snapshot.basis);
      return { page, programme: surroundings.programme };
    });
    return withTemplate({ basis: answer.basis, data: answer.data.page }, answer.data.programme);
  }

  /** One trajectory; undefined when there was none of that id. */
  async trajectory(id: string, asOf: AsOf): Promise<Answer<TrajectoryDetail | undefined>> {
    const answer = await this.reader.read(asOf, { subject: subject('trajectory', id) }, async (snapshot) => {
      const row = await snapshot.row(progressView, id);
      if (!row) return undefined;
      const surroundings = await surroundingsOf(snapshot, row.programme);
      const detail = { summary: itemOf(row, surroundings), facts: row };
      return { detail, programme: surroundings.programme };
    });
    return withTemplate({ basis: answer.basis, data: answer.data?.detail }, answer.data?.programme);
  }
}

/** What is the same for every trajectory of a programme, at this snapshot. */
async function surroundingsOf(snapshot: Snapshot, programme: string): Promise<Surroundings> {
  const networks = await snapshot.rows(networkView, programme);
  return {
    register: await snapshot.register(),
    networks: new Map(networks.map((network) => [network.network, network])),
    programme: await snapshot.row(programmeView, programme),
    validOn: snapshot.basis.validOn,
  };
}

function fits(item: ProgressItem, filter: ProgressRequest['filter'] = {}): boolean {
  const { network, participation, category, status } = filter;
  if (network !== undefined && item.network?.id !== network) return false;
  if (participation !== undefined && item.participation?.step !== participation) return false;
  if (status !== undefined && item.progress?.status !== status) return false;
  return category === undefined || item.questions.categories.includes(category);
}

const keys: Record<ProgressSort, (item: ProgressItem) => string> = {
  name: (item) => item.organisation.name,
  participation: (item) => item.participation?.step ?? '',
  status: (item) => `${['behind', 'attention', 'on-schedule', undefined].indexOf(item.progress?.status ?? undefined)}`,
  reached: (item) => `${item.progress?.reached ?? 0}`.padStart(4, '0'),
  'last-contact': (item) => item.lastContact?.on ?? '',
};

/** A whole order: what is equal otherwise, goes by name and then by id. */
function order(sort: ProgressRequest['sort'] = 'name') {
  const descending = sort.startsWith('-');
  const key = keys[(descending ? sort.slice(1) : sort) as ProgressSort];
  const turn = descending ? -1 : 1;
  return (a: ProgressItem, b: ProgressItem): number =>
    turn * key(a).localeCompare(key(b), 'nl') ||
    keys.name(a).localeCompare(keys.name(b), 'nl') ||
    a.trajectory.localeCompare(b.trajectory);
}
