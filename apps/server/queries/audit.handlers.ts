import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { MomentsReversed, Stories } from '#audit/stories';
import { subject } from '#domain/kernel/subject';
import type { Answer } from '#views/query/as-of';
import { Engines } from '../engines.ts';
import { badRequest, fieldError, problem } from '../http/problem.ts';
import { CompareMoments, GetStory, type Reading } from './queries.ts';

const readerOf = ({ role, language }: Reading) => ({ role, lang: language });

@QueryHandler(GetStory)
export class GetStoryHandler implements IQueryHandler<GetStory> {
  constructor(private readonly engines: Engines) {}

  async execute({ kind, id, request, reading, asOf }: GetStory): Promise<Answer<unknown>> {
    const { views, vault } = this.engines.parts;
    const stories = new Stories(views, vault);
    const answer = await stories.story(subject(kind, id), request, asOf, readerOf(reading));
    if (answer.data.total === 0) throw problem(404, 'not-found');
    return answer;
  }
}

@QueryHandler(CompareMoments)
export class CompareMomentsHandler implements IQueryHandler<CompareMoments> {
  constructor(private readonly engines: Engines) {}

  async execute({ kind, id, reading, moments }: CompareMoments): Promise<Answer<unknown>> {
    const { views, vault } = this.engines.parts;
    const { from, to, minPosition } = moments;
    const until = await views.basis({ knownAt: to, minPosition }, 'everything');
    const between = { from, to: to ?? { ordinal: until.ordinal } };
    const about = subject(kind, id);
    try {
      const comparison = await new Stories(views, vault).compare(about, between, readerOf(reading));
      const { data: story } = await views.story.entries(about, { limit: 1 }, { knownAt: between.to });
      // "Nothing changed" would be a wrong answer about what never was.
      if (story.total === 0) throw problem(404, 'not-found');
      return { basis: comparison.to, data: comparison };
    } catch (error) {
      if (error instanceof MomentsReversed) throw badRequest([fieldError('to', 'moments-reversed')]);
      throw error;
    }
  }
}

/** All of them, for the module. */
export const auditHandlers = [GetStoryHandler, CompareMomentsHandler];
