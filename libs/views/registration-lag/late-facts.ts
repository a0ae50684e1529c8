import { sql } from 'kysely';
import { lateAfterDays } from '#domain/kernel/facts';
import { type Found, finished, pageOfSource, type SortColumn, type Source } from '../lists/page.ts';
import { pageInProgramme } from '../programme/queries.ts';
import type { Answer, AsOf } from '../query/as-of.ts';
import { asOfPage, type ListRequest, type Page, type PageRequest } from '../query/paging.ts';
import type { Reader } from '../query/reader.ts';
import type { Snapshot } from '../query/snapshot.ts';
import { type LateRecorded, type LateRow, lateColumns, lateRecordedOf } from './late-recorded.ts';
import { type FactFilter, factsIn } from './standing-facts.ts';

export interface LateFactsFilter extends Omit<FactFilter, 'programme' | 'organisations'> {
  /** Only facts that name this organisation: its id or CBS code. A code that changed hands means all that ever had it. */
  readonly organisation?: string | undefined;
  /** Recorded at least so many days after it happened. When left out: what the product calls late. */
  readonly minDays?: number | undefined;
}

/** `days`: how many days after it happened; `recorded`: in the order of recording. */
export type LateFactsSort = 'days' | 'recorded';

export interface LateFactsRequest extends PageRequest {
  readonly filter?: LateFactsFilter;
  /** A hyphen before it turns the order round. By `-days` when left out: the worst first. */
  readonly sort?: LateFactsSort | `-${LateFactsSort}` | undefined;
}

/** Every fact that was recorded late, in pages: what the registration lag counts, and shows the worst of. */
export class LateFactsQueries {
  constructor(private readonly reader: Reader) {}

  ofProgramme(programme: string, request: LateFactsRequest, asOf: AsOf): Promise<Answer<Page<LateRecorded>>> {
    const asked = { ...request, list, programme };
    return pageInProgramme(this.reader, { asOf, request: asked }, (snapshot) => pageOf(snapshot, asked));
  }

  /** Of all programmes. */
  everywhere(request: LateFactsRequest, asOf: AsOf): Promise<Answer<Page<LateRecorded>>> {
    const asked = { ...request, list };
    return this.reader.read(asOfPage(asOf, asked), 'index', (snapshot) => pageOf(snapshot, asked));
  }
}

const list = 'late-facts';
type Asked = LateFactsRequest & ListRequest & { readonly programme?: string };

async function pageOf(snapshot: Snapshot, asked: Asked): Promise<Page<LateRecorded>> {
  const register = await snapshot.register();
  const { organisation, minDays = lateAfterDays + 1, ...filter } = asked.filter ?? {};
  const organisations = organisation === undefined ? undefined : register.called(organisation);
  const facts = factsIn(snapshot, { ...filter, programme: asked.programme, organisations });
  const source: Source = {
    select: sql`SELECT ordinal::text AS id, ${lateColumns} FROM (${facts}) f WHERE days >= ${minDays}`,
    sortedBy: sortedBy(asked.sort),
  };
  const found = await pageOfSource<Found & LateRow>(snapshot, source, asked);
  const items = found.rows.map((row) => lateRecordedOf(row, register));
  return finished(found, items, asked, snapshot);
}

/** What is as late as another comes in the order of recording. */
function sortedBy(sort: LateFactsRequest['sort'] = '-days'): SortColumn[] {
  const descending = sort.startsWith('-');
  const recorded: SortColumn = { column: 'ordinal', type: 'bigint' };
  if (sort === 'recorded' || sort === '-recorded') return [{ ...recorded, descending }];
  return [{ column: 'days', type: 'bigint', descending }, recorded];
}
