import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Answer } from '#views/query/as-of';
import { Engines } from '../engines.ts';
import { problem } from '../http/problem.ts';
import { AskViews } from './follow.queries.ts';

@QueryHandler(AskViews)
export class AskViewsHandler implements IQueryHandler<AskViews> {
  constructor(private readonly engines: Engines) {}

  async execute({ ask }: AskViews): Promise<Answer<unknown>> {
    const answer = await ask(this.engines.parts.views);
    if (answer.data === undefined) throw problem(404, 'not-found');
    return answer;
  }
}
