import { type EventType, registry } from '#domain/registry';
import { storedTypes } from '#log/contract/upcast';
import { type Cause, causes } from '#views/between/cause';
import type { ChangeSort, ChangesRequest, Counted, Moments } from '#views/between/changes';
import type { ChangeFilter } from '#views/between/filter';
import type { Period } from '#views/between/period';
import type { Answer } from '#views/query/as-of';
import type { Page, PageRequest } from '#views/query/paging';
import type { Views } from '#views/views';
import { type NamingViews, namesOf } from '../names.ts';
import type { Reader } from '../stories.ts';
import { inLogOrder, type Telling, tell } from '../story/line.ts';
import type { Opener } from '../story/texts.ts';
import { idsIn } from './differences.ts';
import { askedFor, type ChangeKind, changeKinds, kindOf } from './kinds.ts';
import { type ChangeLine, changeLine, type Lines } from './lines.ts';

/** Which changes are asked for, in which order and on which page. */
export interface LinesRequest extends PageRequest {
  readonly filter?: Omit<ChangeFilter, 'either'> & { readonly kinds?: readonly ChangeKind[] | undefined };
  readonly sort?: ChangeSort | undefined;
  /** Also every row that was changed, whole. */
  readonly rows?: boolean | undefined;
}

/** How many changes there are in the period of each kind, and for each cause. */
export interface ChangeCounts {
  readonly kinds: Readonly<Record<ChangeKind, number>>;
  readonly causes: Readonly<Record<Cause, number>>;
}

export interface LinesPage extends Page<ChangeLine>, Period {
  /** On the first page only. */
  readonly counts?: ChangeCounts;
}

/** What changed between two moments for everything within a filter, in words: for auditors and leads. */
export class ChangesBetween {
  constructor(
    private readonly views: NamingViews & Pick<Views, 'story' | 'between'>,
    private readonly opener: Opener,
  ) {}

  /**
   * A page of what was recorded after the one moment, up to and including the other: each event once.
   *
   * @throws MomentsReversed when the period begins after its end; BadCursor; NotThereYet as any query.
   */
  async page(moments: Moments, request: LinesRequest, reader: Reader): Promise<Answer<LinesPage>> {
    const { basis, data } = await this.views.between.between(moments, asked(request));
    const { items, period, counts, ...page } = data;
    const events = items.map(({ event }) => event);
    const around = await this.views.story.around(events, basis.ordinal);
    const known = inLogOrder(around, items);
    const named = known.map(({ event }) => event);
    const trajectories = idsIn(items.flatMap(({ rows }) => rows));
    const names = await namesOf(this.views, named, { ordinal: basis.ordinal, trajectories });
    const about = request.filter?.subject;
    const telling: Telling = { opener: this.opener, names, ...reader, ...(about !== undefined && { subject: about }) };
    const told = await tell(known, telling, items);
    const lines: Lines = {
      names,
      lang: reader.lang,
      period,
      withRows: request.rows ?? false,
      view: request.filter?.view,
    };
    const found = items.flatMap((change, i) => {
      const line = told[i];
      return line ? [changeLine(change, line, lines)] : [];
    });
    return { basis, data: { ...period, ...page, items: found, ...(counts && { counts: inKinds(counts) }) } };
  }
}

function asked({ filter, rows: _rows, ...request }: LinesRequest): ChangesRequest {
  const { kinds, ...rest } = filter ?? {};
  return { ...request, filter: { ...rest, either: kinds && askedFor(kinds) } };
}

/** By the type as it stands in the log, whatever its version. */
const newestTypes: ReadonlyMap<string, EventType> = new Map(
  ([...registry.keys()] as EventType[]).flatMap((type) => storedTypes([type]).map((stored) => [stored, type])),
);

function inKinds(counts: readonly Counted[]): ChangeCounts {
  const byKind = new Map<ChangeKind, number>();
  const byCause = new Map<Cause, number>();
  for (const { type, cause, count } of counts) {
    const newest = newestTypes.get(type);
    if (!newest) throw new Error(`The index holds ${type}, which is no type of this release`);
    const kind = kindOf(newest, cause);
    byKind.set(kind, (byKind.get(kind) ?? 0) + count);
    byCause.set(cause, (byCause.get(cause) ?? 0) + count);
  }
  return { kinds: counted(changeKinds, byKind), causes: counted(causes, byCause) };
}

function counted<K extends string>(keys: readonly K[], counts: ReadonlyMap<K, number>): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, counts.get(key) ?? 0])) as Record<K, number>;
}
