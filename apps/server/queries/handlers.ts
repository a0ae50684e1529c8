import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Answer } from '#views/query/as-of';
import type { Views } from '#views/views';
import { Engines } from '../engines.ts';
import { problem } from '../http/problem.ts';
import { auditHandlers } from './audit.handlers.ts';
import {
  type Detail,
  type DetailKind,
  FindOrganisations,
  GetDetail,
  ListCommitments,
  ListMeetings,
  ListProgrammes,
  ListProgress,
} from './queries.ts';
import { reportHandlers } from './report.handlers.ts';
import { revisionAt } from './revision.ts';

/** How each kind of detail is asked of the views. */
const details: Record<DetailKind, (views: Views, query: GetDetail) => Promise<Answer<unknown>>> = {
  programme: (views, { id, asOf }) => views.programmes.get(id, asOf),
  network: (views, { id, asOf }) => views.networks.get(id, asOf),
  trajectory: (views, { id, asOf }) => views.progress.trajectory(id, asOf),
  meeting: (views, { id, asOf }) => views.meetings.get(id, asOf),
  group: (views, { id, asOf }) => views.groups.get(id, asOf),
  import: (views, { id, asOf }) => views.imports.get(id, asOf),
};

/** A programme that is known has adopted a template; one that is not, has no lists either. */
function ofKnownProgramme<T>(answer: Answer<T>): Answer<T> {
  if (answer.basis.template === undefined) throw problem(404, 'not-found');
  return answer;
}

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

@QueryHandler(ListProgress)
export class ListProgressHandler implements IQueryHandler<ListProgress> {
  constructor(private readonly engines: Engines) {}

  async execute({ programme, request, asOf }: ListProgress): Promise<Answer<unknown>> {
    return ofKnownProgramme(await this.engines.parts.views.progress.ofProgramme(programme, request, asOf));
  }
}

@QueryHandler(ListCommitments)
export class ListCommitmentsHandler implements IQueryHandler<ListCommitments> {
  constructor(private readonly engines: Engines) {}

  async execute({ programme, request, asOf }: ListCommitments): Promise<Answer<unknown>> {
    return ofKnownProgramme(await this.engines.parts.views.commitments.ofProgramme(programme, request, asOf));
  }
}

@QueryHandler(ListMeetings)
export class ListMeetingsHandler implements IQueryHandler<ListMeetings> {
  constructor(private readonly engines: Engines) {}

  async execute({ programme, asOf }: ListMeetings): Promise<Answer<unknown>> {
    const { views } = this.engines.parts;
    ofKnownProgramme(await views.programmes.get(programme, asOf));
    return listed(await views.meetings.ofProgramme(programme, asOf));
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
  ListProgressHandler,
  ListCommitmentsHandler,
  ListMeetingsHandler,
  FindOrganisationsHandler,
  ...auditHandlers,
  ...reportHandlers,
];
