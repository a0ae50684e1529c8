import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ChangesBetween } from '#audit/between/changes';
import { FiguresBetween } from '#audit/between/figures-between';
import { PeriodTooLarge, Stories } from '#audit/stories';
import { type Subject, subject } from '#domain/kernel/subject';
import { DaysReversed, MomentsReversed } from '#views/between/period';
import type { Answer, Basis } from '#views/query/as-of';
import type { Views } from '#views/views';
import { Engines } from '../engines.ts';
import { badRequest, fieldError, problem } from '../http/problem.ts';
import { CompareMoments, ListChanges, ListFiguresBetween } from './audit.queries.ts';
import { GetStory, type Reading } from './queries.ts';

const readerOf = ({ role, language }: Reading) => ({ role, lang: language });

/** Whether nothing of it is told at all. */
async function isUnknown(views: Pick<Views, 'story'>, about: Subject, { ordinal }: Basis): Promise<boolean> {
  const { data } = await views.story.entries(about, { limit: 1 }, { knownAt: { ordinal } });
  return data.total === 0;
}

@QueryHandler(GetStory)
export class GetStoryHandler implements IQueryHandler<GetStory> {
  constructor(private readonly engines: Engines) {}

  async execute({ kind, id, request, reading, asOf }: GetStory): Promise<Answer<unknown>> {
    const { views, vault } = this.engines.parts;
    const stories = new Stories(views, vault);
    const about = subject(kind, id);
    const answer = await stories.story(about, request, asOf, readerOf(reading));
    if (answer.data.total === 0 && (await isUnknown(views, about, answer.basis))) throw problem(404, 'not-found');
    return answer;
  }
}

@QueryHandler(CompareMoments)
export class CompareMomentsHandler implements IQueryHandler<CompareMoments> {
  constructor(private readonly engines: Engines) {}

  async execute({ kind, id, reading, moments }: CompareMoments): Promise<Answer<unknown>> {
    const { views, vault } = this.engines.parts;
    const { from, until, minPosition } = moments;
    const last = await views.basis({ knownAt: until, minPosition }, 'everything');
    const between = { from, to: until ?? { ordinal: last.ordinal } };
    const about = subject(kind, id);
    const comparison = await refusing(new Stories(views, vault).compare(about, between, readerOf(reading)));
    // "Nothing changed" would be a wrong answer about what never was.
    if (await isUnknown(views, about, comparison.to)) throw problem(404, 'not-found');
    return { basis: comparison.to, data: comparison };
  }
}

@QueryHandler(ListChanges)
export class ListChangesHandler implements IQueryHandler<ListChanges> {
  constructor(private readonly engines: Engines) {}

  async execute({ moments, request, named, reading }: ListChanges): Promise<Answer<unknown>> {
    const { views, vault } = this.engines.parts;
    const filter = { ...request.filter, named };
    const changes = new ChangesBetween(views, vault);
    return refusing(changes.page(moments, { ...request, filter }, readerOf(reading)));
  }
}

@QueryHandler(ListFiguresBetween)
export class ListFiguresBetweenHandler implements IQueryHandler<ListFiguresBetween> {
  constructor(private readonly engines: Engines) {}

  async execute({ moments, request, named, reading }: ListFiguresBetween): Promise<Answer<unknown>> {
    const { views, vault } = this.engines.parts;
    const figures = new FiguresBetween(views, new ChangesBetween(views, vault));
    const answer = await refusing(figures.page(moments, { ...request, named }, readerOf(reading)));
    if (!answer.data) throw problem(404, 'not-found');
    return answer;
  }
}

/** What is wrong with the period, said of the parameter that it is about. */
async function refusing<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof MomentsReversed) throw badRequest([fieldError('until', 'moments-reversed')]);
    if (error instanceof DaysReversed) throw badRequest([fieldError('validUntil', 'days-reversed')]);
    if (error instanceof PeriodTooLarge) {
      throw badRequest([fieldError('from', 'period-too-large', { events: error.events, most: error.most })]);
    }
    throw error;
  }
}

/** All of them, for the module. */
export const auditHandlers = [GetStoryHandler, CompareMomentsHandler, ListChangesHandler, ListFiguresBetweenHandler];
