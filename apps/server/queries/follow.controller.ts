import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { usualSize } from '#domain/group/proposal';
import type { Answer } from '#views/query/as-of';
import type { Views } from '#views/views';
import { PathId } from '../http/path-id.ts';
import { AsksList, AsksOne, asOf } from './ask.ts';
import * as dto from './follow.dto.ts';
import { AskViews } from './follow.queries.ts';
import {
  commitmentsAsked,
  lateFactsAsked,
  missingAsked,
  questionsAsked,
  trajectoriesAsked,
} from './follow.requests.ts';
import { ofKnownProgramme } from './known-programme.ts';

/** What leads and managers follow, in one programme and across all. */
@Controller('v1')
export class FollowController {
  constructor(private readonly bus: QueryBus) {}

  @ApiTags('Deelnames')
  @AsksList('trajectories', 'How each trajectory stands, in all programmes', 'follow')
  trajectories(@Query() query: dto.TrajectoriesDto) {
    return this.ask((views) => views.progress.everywhere(trajectoriesAsked(query), asOf(query)));
  }

  @ApiTags('Deelnames')
  @AsksList('programmes/:id/progress', 'How each trajectory of the programme stands', 'follow')
  progress(@PathId() id: string, @Query() query: dto.TrajectoriesDto) {
    return this.ask(async (views) =>
      ofKnownProgramme(await views.progress.ofProgramme(id, trajectoriesAsked(query), asOf(query))),
    );
  }

  @ApiTags('Commitment')
  @AsksList('commitments', 'Commitments of all layers of all trajectories, in all programmes', 'follow')
  everyCommitment(@Query() query: dto.CommitmentListDto) {
    return this.ask((views) => views.commitments.everywhere(commitmentsAsked(query), asOf(query)));
  }

  @ApiTags('Commitment')
  @AsksList('programmes/:id/commitments', 'Commitments of all layers of all trajectories', 'follow')
  commitments(@PathId() id: string, @Query() query: dto.CommitmentListDto) {
    return this.ask(async (views) =>
      ofKnownProgramme(await views.commitments.ofProgramme(id, commitmentsAsked(query), asOf(query))),
    );
  }

  @ApiTags('Deelnames')
  @AsksList('questions', 'Questions that were brought in, in all programmes', 'follow')
  everyQuestion(@Query() query: dto.QuestionsDto) {
    return this.ask((views) => views.questions.everywhere(questionsAsked(query), asOf(query)));
  }

  @ApiTags('Deelnames')
  @AsksList('programmes/:id/questions', 'Questions that were brought in, and how many others have them', 'follow')
  questions(@PathId() id: string, @Query() query: dto.QuestionsDto) {
    return this.ask(async (views) =>
      ofKnownProgramme(await views.questions.ofProgramme(id, questionsAsked(query), asOf(query))),
    );
  }

  @ApiTags('Deelnames')
  @AsksOne('questions/:id', 'A question: category, tags, since when, and who else has it', 'follow')
  question(@PathId() id: string, @Query() query: dto.QuestionDto) {
    return this.ask((views) => views.questions.get(id, asOf(query), query.everywhere === 'true'));
  }

  @ApiTags('Groepen')
  @AsksOne('networks/:id/group-proposal', 'Learning groups that the product proposes, with the reasons', 'follow')
  groupProposal(@PathId() id: string, @Query() query: dto.GroupProposalDto) {
    const size = query.size === undefined ? usualSize : Number(query.size);
    return this.ask((views) => views.groups.proposal(id, size, asOf(query)));
  }

  @ApiTags("Programma's")
  @AsksList('missing-facts', 'What should be on record and is not, in all programmes', 'follow')
  everythingMissing(@Query() query: dto.MissingFactsDto) {
    return this.ask((views) => views.missingFacts.everywhere(missingAsked(query), asOf(query)));
  }

  @ApiTags("Programma's")
  @AsksList('programmes/:id/missing-facts', 'What should be on record and is not, with the reason', 'follow')
  missing(@PathId() id: string, @Query() query: dto.MissingFactsDto) {
    return this.ask(async (views) =>
      ofKnownProgramme(await views.missingFacts.ofProgramme(id, missingAsked(query), asOf(query))),
    );
  }

  @ApiTags("Programma's")
  @AsksOne(
    'summary',
    'All programmes together: steps, status, milestones, commitments; by organisation and province',
    'follow',
  )
  everySummary(@Query() query: dto.SummaryDto) {
    const { network, search, province } = query;
    return this.ask((views) => views.summaries.everywhere({ network, search, province }, asOf(query)));
  }

  @ApiTags("Programma's")
  @AsksOne(
    'programmes/:id/summary',
    'The programme in figures: steps, status, milestones by line, commitments',
    'follow',
  )
  summary(@PathId() id: string, @Query() query: dto.SummaryDto) {
    const { network, search, province } = query;
    return this.ask((views) => views.summaries.ofProgramme(id, { network, search, province }, asOf(query)));
  }

  @ApiTags("Programma's")
  @AsksOne('registration-lag', 'How long after they happened facts were recorded, in all programmes', 'follow')
  everyLag(@Query() query: dto.RegistrationLagDto) {
    const { from, until } = query;
    return this.ask((views) => views.registrationLag.get({ from, until }, asOf(query)));
  }

  @ApiTags("Programma's")
  @AsksOne('programmes/:id/registration-lag', 'How long after they happened facts were recorded', 'follow')
  lag(@PathId() id: string, @Query() query: dto.RegistrationLagDto) {
    const { from, until } = query;
    return this.ask((views) => views.registrationLag.get({ programme: id, from, until }, asOf(query)));
  }

  @ApiTags("Programma's")
  @AsksList('registration-lag/facts', 'Facts that were recorded late, in all programmes', 'follow')
  everyLateFact(@Query() query: dto.LateFactsDto) {
    return this.ask((views) => views.lateFacts.everywhere(lateFactsAsked(query), asOf(query)));
  }

  @ApiTags("Programma's")
  @AsksList('programmes/:id/registration-lag/facts', 'Facts that were recorded late, the worst first', 'follow')
  lateFacts(@PathId() id: string, @Query() query: dto.LateFactsDto) {
    return this.ask(async (views) =>
      ofKnownProgramme(await views.lateFacts.ofProgramme(id, lateFactsAsked(query), asOf(query))),
    );
  }

  private ask(ask: (views: Views) => Promise<Answer<unknown>>): Promise<Answer<unknown>> {
    return this.bus.execute(new AskViews(ask));
  }
}
