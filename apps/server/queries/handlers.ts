import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Answer } from '#views/query/as-of';
import type { Views } from '#views/views';
import { Engines } from '../engines.ts';
import { problem } from '../http/problem.ts';
import { auditHandlers } from './audit.handlers.ts';
import { AskViewsHandler } from './follow.handlers.ts';
import { pledgeQueryHandlers } from './pledges.handlers.ts';
import { type Detail, type DetailKind, FindOrganisations, GetDetail, ListProgrammes } from './queries.ts';
import { reportHandlers } from './report.handlers.ts';
import { revisionAt } from './revision.ts';

/** How each kind of detail is asked of the views. */
const details: Record<DetailKind, (views: Views, query: GetDetail) => Promise<Answer<unknown>>> = {
  programme: (views, { id, asOf }) => views.programmes.get(id, asOf),
  network: (views, { id, asOf }) => views.networks.get(id, asOf),
  trajectory: (views, { id, asOf }) => views.progress.trajectory(id, asOf),
  meeting: (views, { id, asOf }) => views.meetings.get(id, asOf),
  group: (views, { id, asOf }) => views.groups.get(id, asOf),
  pledge: (views, { id, asOf }) => views.pledges.get(id, asOf),
  item: (views, { id, asOf }) => views.dossier.get(id, asOf),
  import: (views, { id, asOf }) => views.imports.get(id, asOf),
};

@QueryHandler(GetDetail)
export class GetDetailHandler implements IQueryHandler<GetDetail> {
  constructor(private readonly engines: Engines) {}

  async execute(query: GetDetail): Promise<Detail> {
    const { views } = this.engines.parts;
    const answer = await details[query.kind](views, query);
    if (answer.data === undefined) throw problem(404, 'not-found');
    const revision = await revisionAt(views.db, query, answer.basis.ordinal);
    return { answer, revision };
  }
}

@QueryHandler(ListProgrammes)
export class ListProgrammesHandler implements IQueryHandler<ListProgrammes> {
  constructor(private readonly engines: Engines) {}

  async execute({ asOf }: ListProgrammes): Promise<Answer<unknown>> {
    return listed(await this.engines.parts.views.programmes.list(asOf));
  }
}

@QueryHandler(FindOrganisations)
export class FindOrganisationsHandler implements IQueryHandler<FindOrganisations> {
  constructor(private readonly engines: Engines) {}

  async execute({ request, asOf }: FindOrganisations): Promise<Answer<unknown>> {
    return this.engines.parts.views.organisations.find(request, asOf);
  }
}

/** A list that fits on one page, in the form of a page. */
function listed<T>({ basis, data }: Answer<readonly T[]>): Answer<{ items: readonly T[]; total: number }> {
  return { basis, data: { items: data, total: data.length } };
}

/** All of them, for the module. */
export const queryHandlers = [
  GetDetailHandler,
  ListProgrammesHandler,
  FindOrganisationsHandler,
  AskViewsHandler,
  ...pledgeQueryHandlers,
  ...auditHandlers,
  ...reportHandlers,
];
