import { subject } from '#domain/kernel/subject';
import { pageInProgramme } from '../programme/queries.ts';
import type { Answer, AsOf } from '../query/as-of.ts';
import { type Page, pageOf } from '../query/paging.ts';
import type { Reader } from '../query/reader.ts';
import { type NetworkDetail, networkDetailOf, networkDetailsOf } from './item.ts';
import { type NetworkListItem, type NetworkRequest, networksAsked } from './list.ts';
import { networkView } from './view.ts';

/** Networks: places, the waiting list in order, and what is proposed. */
export class NetworkQueries {
  constructor(private readonly reader: Reader) {}

  /** One network; undefined when there was none of that id, or when it was not open by the day that is asked. */
  get(id: string, asOf: AsOf): Promise<Answer<NetworkDetail | undefined>> {
    return this.reader.read(asOf, { subject: subject('network', id) }, async (snapshot) => {
      const row = await snapshot.row(networkView, id);
      return row && networkDetailOf(snapshot, row);
    });
  }

  /** Every network of a programme at once, in the order of their ids. */
  all(programme: string, asOf: AsOf): Promise<Answer<NetworkDetail[]>> {
    return this.reader.read(asOf, { programme }, async (snapshot) =>
      networkDetailsOf(snapshot, await snapshot.rows(networkView, programme)),
    );
  }

  /** The networks of a programme that were open by the day that is asked, each with the demand in its region. */
  ofProgramme(programme: string, request: NetworkRequest, asOf: AsOf): Promise<Answer<Page<NetworkListItem>>> {
    const asked = { ...request, list: 'networks', programme };
    return pageInProgramme(this.reader, { asOf, request: asked }, async (snapshot) => {
      const items = await networksAsked(snapshot, programme, request);
      return pageOf(items, asked, snapshot);
    });
  }
}
