import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { LinesRequest } from '#audit/between/changes';
import { type Subject, type SubjectKind, subjectKinds } from '#domain/kernel/subject';
import type { StoryRequest } from '#views/story/story';
import { PathId, SubjectId } from '../http/path-id.ts';
import { badRequest, fieldError } from '../http/problem.ts';
import { AsksList, AsksOne, asOf, pageRequest, pointInHistory, Reader } from './ask.ts';
import { ChangesDto, ComparisonDto, FiguresBetweenDto, StoryDto } from './audit.dto.ts';
import { CompareMoments, ListChanges, ListFiguresBetween, type Moments } from './audit.queries.ts';
import { GetStory, type Reading } from './queries.ts';

const Kind = () => ApiParam({ name: 'kind', enum: subjectKinds });

/** For the auditor: what happened to anything, by whom, why and by which way; and the difference between two moments. */
@ApiTags('Verhaal & vergelijking')
@Controller('v1')
export class AuditController {
  constructor(private readonly bus: QueryBus) {}

  @Kind()
  @AsksList('stories/:kind/:id', 'The story of anything, in words', 'audit')
  story(@Param('kind') kind: string, @SubjectId() id: string, @Query() query: StoryDto, @Reader() reading: Reading) {
    return this.bus.execute(new GetStory(known(kind), id, storyRequest(query), reading, asOf(query)));
  }

  @Kind()
  @AsksOne('comparisons/:kind/:id', 'What changed between two moments, with corrections and retractions', 'audit')
  compare(
    @Param('kind') kind: string,
    @SubjectId() id: string,
    @Query() query: ComparisonDto,
    @Reader() reading: Reading,
  ) {
    const moments = momentsOf({ ...query, until: query.until ?? query.to });
    return this.bus.execute(new CompareMoments(known(kind), id, reading, moments));
  }

  @AsksList('comparisons', 'Everything that changed between two moments, within a filter', 'audit')
  changes(@Query() query: ChangesDto, @Reader() reading: Reading) {
    const { organisation, province } = query;
    return this.bus.execute(
      new ListChanges(momentsOf(query), linesRequest(query), { organisation, province }, reading),
    );
  }

  @AsksList(
    'programmes/:id/figures-between',
    'Status and progress at two moments: what happened, what was learned',
    'follow',
  )
  figures(@PathId() id: string, @Query() query: FiguresBetweenDto, @Reader() reading: Reading) {
    const { network, differs, validFrom, validUntil, organisation, province } = query;
    const request = { ...pageRequest(query), programme: id, network, differs, validFrom, validUntil };
    return this.bus.execute(new ListFiguresBetween(momentsOf(query), request, { organisation, province }, reading));
  }
}

type Asked = { readonly [P in 'from' | 'until' | 'minPosition']?: string | undefined };

function momentsOf({ from, until, minPosition }: Asked): Moments {
  return { from: pointInHistory(from) ?? { ordinal: 0 }, until: pointInHistory(until), minPosition };
}

function storyRequest(query: StoryDto): StoryRequest {
  const { type, actor, role, channel, corrections, sort } = query;
  const types = type === undefined ? undefined : [type];
  const filter = { types, actor, role, channel, corrections: corrections === 'true' };
  return { ...pageRequest(query), filter, sort };
}

function linesRequest(query: ChangesDto): LinesRequest {
  const { programme, network, change, cause, type, view, actor, role, channel, sort, rows } = query;
  const filter = {
    programme,
    network,
    // The shape was checked before.
    subject: query.subject as Subject | undefined,
    kinds: change && [change],
    causes: cause && [cause],
    types: type === undefined ? undefined : [type],
    view,
    actor,
    role,
    channel,
  };
  return { ...pageRequest(query), filter, sort, rows: rows === 'true' };
}

function known(kind: string): SubjectKind {
  const found = subjectKinds.find((one) => one === kind);
  if (!found) throw badRequest([fieldError('kind', 'not-one-of', { values: subjectKinds.join(', ') })]);
  return found;
}
