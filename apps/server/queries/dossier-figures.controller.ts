import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { action } from '#domain/dossier/kinds/actions';
import { assessment, demand } from '#domain/dossier/kinds/admission';
import { roleProfile } from '#domain/dossier/kinds/growth';
import { knowledgeProduct } from '#domain/dossier/kinds/knowledge';
import { budget } from '#domain/dossier/kinds/money';
import { outcome } from '#domain/dossier/kinds/outcomes';
import { poolMember } from '#domain/dossier/kinds/pool';
import { supportHours } from '#domain/dossier/kinds/support';
import { team } from '#domain/dossier/kinds/teams';
import type { DossierFigures } from '#views/dossier/figures/queries';
import type { Answer } from '#views/query/as-of';
import { PathId } from '../http/path-id.ts';
import { AsksOne, asOf } from './ask.ts';
import { AskViews } from './follow.queries.ts';
import { ofKnownProgramme } from './known-programme.ts';
import { AsOfDto } from './query.dto.ts';

/** What the items of the dossier come to together, in one programme. */
@Controller('v1')
export class DossierFiguresController {
  constructor(private readonly bus: QueryBus) {}

  @ApiTags(team.heading)
  @AsksOne(
    'programmes/:id/groups',
    'Groups of every sort: members on the day, goals, rounds, cross-section over time',
    'follow',
  )
  groups(@PathId() id: string, @Query() query: AsOfDto) {
    return this.ask((figures) => figures.groups(id, asOf(query)));
  }

  @ApiTags(demand.heading)
  @AsksOne('programmes/:id/demand', 'Demand by region, and where there is enough of it for a next network', 'follow')
  demand(@PathId() id: string, @Query() query: AsOfDto) {
    return this.ask((figures) => figures.demand(id, asOf(query)));
  }

  @ApiTags(assessment.heading)
  @AsksOne(
    'programmes/:id/admissions',
    'Decisions about places, each with the assessment, the criteria and the mandate that it rested on',
    'follow',
  )
  admissions(@PathId() id: string, @Query() query: AsOfDto) {
    return this.ask((figures) => figures.admissions(id, asOf(query)));
  }

  @ApiTags(action.heading)
  @AsksOne(
    'programmes/:id/assignments',
    'Assignments: given, handed in, discussed, overdue; by trajectory and team',
    'follow',
  )
  assignments(@PathId() id: string, @Query() query: AsOfDto) {
    return this.ask((figures) => figures.assignments(id, asOf(query)));
  }

  @ApiTags(outcome.heading)
  @AsksOne(
    'programmes/:id/outcomes',
    'Intended outcomes: target, what was measured when, change, by indicator',
    'follow',
  )
  outcomes(@PathId() id: string, @Query() query: AsOfDto) {
    return this.ask((figures) => figures.outcomes(id, asOf(query)));
  }

  @ApiTags(roleProfile.heading)
  @AsksOne(
    'programmes/:id/growth',
    'Growth: competencies from baseline to after, modules, evaluations and relapse checks',
    'follow',
  )
  growth(@PathId() id: string, @Query() query: AsOfDto) {
    return this.ask((figures) => figures.growth(id, asOf(query)));
  }

  @ApiTags(outcome.heading)
  @AsksOne('programmes/:id/reach', 'How many were reached, of how many, by level and organisation', 'follow')
  reach(@PathId() id: string, @Query() query: AsOfDto) {
    return this.ask((figures) => figures.reach(id, asOf(query)));
  }

  @ApiTags(action.heading)
  @AsksOne('programmes/:id/actions', 'Actions: open, late, done, by who is to do them', 'follow')
  actions(@PathId() id: string, @Query() query: AsOfDto) {
    return this.ask((figures) => figures.actions(id, asOf(query)));
  }

  @ApiTags(knowledgeProduct.heading)
  @AsksOne('programmes/:id/knowledge', 'Knowledge products, where they went and to how many; site visits', 'follow')
  knowledge(@PathId() id: string, @Query() query: AsOfDto) {
    return this.ask((figures) => figures.knowledge(id, asOf(query)));
  }

  @ApiTags(supportHours.heading)
  @AsksOne(
    'programmes/:id/support',
    'Local support by request: hours planned, entered by the expert, approved, delivered, and what counts',
    'follow',
  )
  support(@PathId() id: string, @Query() query: AsOfDto) {
    return this.ask((figures) => figures.support(id, asOf(query)));
  }

  @ApiTags(poolMember.heading)
  @AsksOne(
    'programmes/:id/pool',
    'The pool: who offers how much, requests by state, minutes matched and worked',
    'follow',
  )
  pool(@PathId() id: string, @Query() query: AsOfDto) {
    return this.ask((figures) => figures.pool(id, asOf(query)));
  }

  @ApiTags(budget.heading)
  @AsksOne(
    'programmes/:id/budget',
    'Money by line of work, network and source: budgeted, committed, spent, left',
    'follow',
  )
  budget(@PathId() id: string, @Query() query: AsOfDto) {
    return this.ask((figures) => figures.budget(id, asOf(query)));
  }

  private ask(ask: (figures: DossierFigures) => Promise<Answer<unknown>>): Promise<Answer<unknown>> {
    return this.bus.execute(new AskViews(async (views) => ofKnownProgramme(await ask(views.dossierFigures))));
  }
}
