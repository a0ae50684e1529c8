import { withTemplate } from '../../programme/queries.ts';
import { programmeView } from '../../programme/view.ts';
import { progressView } from '../../progress/view.ts';
import type { Answer, AsOf } from '../../query/as-of.ts';
import type { Reader } from '../../query/reader.ts';
import { type ActionFigures, actionsOf } from './actions.ts';
import { type AdmissionFigures, admissionsOf } from './admissions.ts';
import { type AssignmentFigures, assignmentsOf } from './assignments.ts';
import { type BudgetFigures, budgetOf } from './budget.ts';
import type { DemandFigures } from './demand.ts';
import { demandIn, demandKinds } from './demand-in.ts';
import { type GroupsFigures, groupsOf } from './groups.ts';
import { type GrowthFigures, growthOf } from './growth.ts';
import type { ItemKindName } from './items-on.ts';
import { type KnowledgeFigures, knowledgeOf } from './knowledge.ts';
import { type OutcomeFigures, outcomesOf } from './outcomes.ts';
import { type PoolFigures, poolOf } from './pool.ts';
import { type LevelReach, reachOf } from './reach.ts';
import { type ReadItems, readItems } from './read-items.ts';
import { type SupportFigures, supportOf } from './support.ts';

/** What the items of a programme come to together, kind by kind, on the day that is asked. */
export class DossierFigures {
  constructor(private readonly reader: Reader) {}

  /** Groups of whatever sort: who is in them, their goals, rounds and composition. */
  groups(programme: string, asOf: AsOf): Promise<Answer<GroupsFigures>> {
    return this.figures(programme, asOf, ['team'], ({ items, around }) => groupsOf(items('team'), around));
  }

  /** Demand by region, and where a next network can begin. */
  demand(programme: string, asOf: AsOf): Promise<Answer<DemandFigures>> {
    return this.figures(programme, asOf, demandKinds, (read) => demandIn(read, programme));
  }

  /** Decisions about places, each with the assessment, the criteria and the mandate that it rested on. */
  admissions(programme: string, asOf: AsOf): Promise<Answer<AdmissionFigures>> {
    return this.figures(programme, asOf, ['assessment', 'admission-rule'], async ({ items, around, snapshot }) =>
      admissionsOf(await snapshot.rows(progressView, programme), items('assessment'), items('admission-rule'), around),
    );
  }

  assignments(programme: string, asOf: AsOf): Promise<Answer<AssignmentFigures>> {
    return this.figures(programme, asOf, ['assignment', 'team'], ({ items, around }) =>
      assignmentsOf(items('assignment'), items('team'), around),
    );
  }

  outcomes(programme: string, asOf: AsOf): Promise<Answer<OutcomeFigures>> {
    return this.figures(programme, asOf, ['outcome'], ({ items, around }) => outcomesOf(items('outcome'), around));
  }

  /** What people grew in, modules, evaluations and relapse checks. */
  growth(programme: string, asOf: AsOf): Promise<Answer<GrowthFigures>> {
    const kinds = ['competency-measurement', 'role-profile', 'module', 'evaluation', 'relapse-check'] as const;
    return this.figures(programme, asOf, kinds, ({ items, around }) => {
      const [measurements, profiles] = [items('competency-measurement'), items('role-profile')];
      const [modules, evaluations, relapseChecks] = [items('module'), items('evaluation'), items('relapse-check')];
      return growthOf({ measurements, profiles, modules, evaluations, relapseChecks }, around);
    });
  }

  reach(programme: string, asOf: AsOf): Promise<Answer<{ readonly levels: readonly LevelReach[] }>> {
    return this.figures(programme, asOf, ['reach'], ({ items, around }) => ({
      levels: reachOf(items('reach'), around),
    }));
  }

  actions(programme: string, asOf: AsOf): Promise<Answer<ActionFigures>> {
    return this.figures(programme, asOf, ['action'], ({ items, around }) => actionsOf(items('action'), around));
  }

  /** Knowledge products and where they went, and site visits. */
  knowledge(programme: string, asOf: AsOf): Promise<Answer<KnowledgeFigures>> {
    return this.figures(programme, asOf, ['knowledge-product', 'site-visit'], ({ items, around }) =>
      knowledgeOf(items('knowledge-product'), items('site-visit'), around),
    );
  }

  /** Local support, request by request: hours planned, entered by the expert, approved and delivered. */
  support(programme: string, asOf: AsOf): Promise<Answer<SupportFigures>> {
    return this.figures(programme, asOf, ['support-hours'], async ({ items, around, snapshot }) =>
      supportOf(await snapshot.rows(progressView, programme), items('support-hours'), around),
    );
  }

  pool(programme: string, asOf: AsOf): Promise<Answer<PoolFigures>> {
    return this.figures(programme, asOf, ['pool-member', 'pool-request'], ({ items, around }) =>
      poolOf(items('pool-member'), items('pool-request'), around),
    );
  }

  budget(programme: string, asOf: AsOf): Promise<Answer<BudgetFigures>> {
    return this.figures(programme, asOf, ['budget'], ({ items, around }) => budgetOf(items('budget'), around));
  }

  private async figures<T>(
    programme: string,
    asOf: AsOf,
    kinds: readonly ItemKindName[],
    of: (read: ReadItems) => T | Promise<T>,
  ): Promise<Answer<T>> {
    const answer = await this.reader.read(asOf, { programme }, async (snapshot) => {
      const figures = await of(await readItems(snapshot, programme, kinds));
      return { figures, programme: await snapshot.row(programmeView, programme) };
    });
    return withTemplate({ basis: answer.basis, data: answer.data.figures }, answer.data.programme);
  }
}
