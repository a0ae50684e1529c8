import { subject } from '#domain/kernel/subject';
import type { Answer, AsOf } from '../query/as-of.ts';
import type { Reader } from '../query/reader.ts';
import { type GroupProposal, groupProposalOf } from './proposal.ts';
import { type GroupRow, groupOn, groupView } from './view.ts';

/** Groups and their members. */
export class GroupQueries {
  constructor(private readonly reader: Reader) {}

  get(id: string, asOf: AsOf): Promise<Answer<GroupRow | undefined>> {
    return this.reader.read(asOf, { subject: subject('group', id) }, async (snapshot) => {
      const row = await snapshot.row(groupView, id);
      return row && groupOn(row, snapshot.basis.validOn);
    });
  }

  /** Learning groups for a network, of at most so many members each; undefined when there is no such network. */
  proposal(network: string, size: number, asOf: AsOf): Promise<Answer<GroupProposal | undefined>> {
    return this.reader.read(asOf, { subject: subject('network', network) }, (snapshot) =>
      groupProposalOf(snapshot, network, size),
    );
  }
}
