import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type SubjectKind, subjectKinds } from '#domain/kernel/subject';
import { SubjectId } from '../http/path-id.ts';
import { badRequest, fieldError } from '../http/problem.ts';
import { AsksList, AsksOne, asOf, pageRequest, pointInHistory, Reader } from './ask.ts';
import { CompareMoments, GetStory, type Reading } from './queries.ts';
import { ComparisonDto, ListDto } from './query.dto.ts';

const Kind = () => ApiParam({ name: 'kind', enum: subjectKinds });

/** For the auditor: what happened to anything, by whom, why and by which way; and the difference between two moments. */
@ApiTags('Verhaal & vergelijking')
@Controller('v1')
export class AuditController {
  constructor(private readonly bus: QueryBus) {}

  @Kind()
  @AsksList('stories/:kind/:id', 'The story of anything, in words', 'audit')
  story(@Param('kind') kind: string, @SubjectId() id: string, @Query() query: ListDto, @Reader() reading: Reading) {
    return this.bus.execute(new GetStory(known(kind), id, pageRequest(query), reading, asOf(query)));
  }

  @Kind()
  @AsksOne('comparisons/:kind/:id', 'What changed between two moments, with corrections and retractions', 'audit')
  compare(
    @Param('kind') kind: string,
    @SubjectId() id: string,
    @Query() { from, to, minPosition }: ComparisonDto,
    @Reader() reading: Reading,
  ) {
    const moments = { from: pointInHistory(from) ?? { ordinal: 0 }, to: pointInHistory(to), minPosition };
    return this.bus.execute(new CompareMoments(known(kind), id, reading, moments));
  }
}

function known(kind: string): SubjectKind {
  const found = subjectKinds.find((one) => one === kind);
  if (!found) throw badRequest([fieldError('kind', 'not-one-of', { values: subjectKinds.join(', ') })]);
  return found;
}
