import { subject } from '#domain/kernel/subject';
import { isAwaitedOn } from '#domain/progress/lateness';
import { pageInProgramme } from '../programme/queries.ts';
import type { TrajectoryRow } from '../progress/row.ts';
import { progressView } from '../progress/view.ts';
import type { Answer, AsOf } from '../query/as-of.ts';
import { type Page, type PageRequest, pageOf } from '../query/paging.ts';
import { compare, nullsLast, plain } from '../query/plain.ts';
import type { Reader } from '../query/reader.ts';
import type { Snapshot } from '../query/snapshot.ts';
import type { OrganisationsAsked, Register } from '../register/register.ts';
import { isStillAwaited, type PledgeItem, pledgeItemOf } from './item.ts';
import { type PledgeRow, pledgeView } from './view.ts';

/** What has no such day, or no name, comes after all others, whichever way the list is sorted. */
export type PledgeSort = 'due' | 'first-due' | 'name';

export interface PledgeRequest extends PageRequest {
  readonly filter?: {
    readonly trajectory?: string | undefined;
    /** Who pledged, or who is to keep it on the day that was asked: a CBS code or an id. */
    readonly organisation?: string | undefined;
    readonly step?: string | undefined;
    /** Only those that are late on the day that was asked, or only those that are not. */
    readonly late?: boolean | undefined;
  } & OrganisationsAsked;
  /** A hyphen before it turns the order round. By the day by which they are due when left out. */
  readonly sort?: PledgeSort | `-${PledgeSort}` | undefined;
}

/** Who promised what, to whom and by when. */
export class PledgeQueries {
  constructor(private readonly reader: Reader) {}

  /** The pledges of a programme. */
  ofProgramme(programme: string, request: PledgeRequest, asOf: AsOf): Promise<Answer<Page<PledgeItem>>> {
    const asked = { ...request, list: 'pledges', programme };
    return pageInProgramme(this.reader, { asOf, request: asked }, async (snapshot) => {
      const rows = await snapshot.rows(pledgeView, programme);
      const parties = partiesAsked(await snapshot.register(), request.filter);
      const items = (await itemsOf(snapshot, rows)).filter((item) => fits(item, parties, request.filter));
      return pageOf(items.sort(order(request.sort)), asked, snapshot);
    });
  }

  /** One pledge; undefined when there was none of that id, or when nothing was told of it by the day that is asked. */
  get(id: string, asOf: AsOf): Promise<Answer<PledgeItem | undefined>> {
    return this.reader.read(asOf, { subject: subject('pledge', id) }, async (snapshot) => {
      const row = await snapshot.row(pledgeView, id);
      return row && (await itemsOf(snapshot, [row]))[0];
    });
  }
}

export async function itemsOf(snapshot: Snapshot, rows: readonly PledgeRow[]): Promise<PledgeItem[]> {
  const { validOn } = snapshot.basis;
  const register = await snapshot.register();
  const ids = [...new Set(rows.flatMap(({ trajectory }) => trajectory ?? []))];
  const trajectories = await snapshot.rowsOf(progressView, ids);
  const ended = new Map(
    trajectories
      .filter((row) => hasEnded(row, validOn))
      .map(({ trajectory, organisation }) => [trajectory, organisation]),
  );
  const named = (organisation: string) => register.named(organisation);
  return rows.flatMap((row) => {
    const awaited = isStillAwaited(row, ended, validOn);
    return pledgeItemOf(row, { named, awaited, validOn }) ?? [];
  });
}

function hasEnded(trajectory: TrajectoryRow, validOn: string): boolean {
  return !isAwaitedOn(trajectory, validOn);
}

type Filter = NonNullable<PledgeRequest['filter']>;

/** The organisations that are asked for, each way by itself; by a code, several that had it one after the other. */
function partiesAsked(register: Register, filter: Filter = {}): readonly ReadonlySet<string>[] {
  const { organisation } = filter;
  const coded = register.organisations.filter(({ id, cbs }) => id === organisation || cbs === organisation);
  const found = register.matching(filter);
  return [
    ...(organisation === undefined ? [] : [new Set(coded.map(({ id }) => id))]),
    ...(found === undefined ? [] : [new Set(found)]),
  ];
}

function fits(
  item: PledgeItem,
  asked: readonly ReadonlySet<string>[],
  { trajectory, step, late }: Filter = {},
): boolean {
  if (trajectory !== undefined && item.trajectory !== trajectory) return false;
  if (late !== undefined && (item.late !== null) !== late) return false;
  if (step !== undefined && item.state.step !== step) return false;
  const parties = [item.by, item.keeper].flatMap((party) => party?.organisation.id ?? []);
  return asked.every((organisations) => parties.some((id) => organisations.has(id)));
}

const keys: Record<PledgeSort, (item: PledgeItem) => string | null> = {
  due: (item) => item.due,
  'first-due': (item) => item.firstDue,
  name: ({ by }) => (by ? plain(by.organisation.name) : null),
};

/** A whole order: what is equal otherwise, goes by name and then by id. */
function order(sort: PledgeRequest['sort'] = 'due') {
  const descending = sort.startsWith('-');
  const key = keys[(descending ? sort.slice(1) : sort) as PledgeSort];
  return (a: PledgeItem, b: PledgeItem): number =>
    nullsLast(key(a), key(b), descending ? -1 : 1) ||
    nullsLast(keys.name(a), keys.name(b), 1) ||
    compare(a.pledge, b.pledge);
}
