import { type ItemFactType, type ItemKind, shortName } from '../kind.ts';
import { action, assignment } from './actions.ts';
import { admissionRule, assessment, demand, openingProposal } from './admission.ts';
import { common } from './common.ts';
import { contribution } from './contributions.ts';
import { decision, followUp } from './decisions.ts';
import { closing, proposal } from './deliverables.ts';
import { experiment } from './experiments.ts';
import { agendaPoint, datePoll, evaluation, insight } from './gatherings.ts';
import { competencyMeasurement, roleProfile, vision } from './growth.ts';
import { lineage, localChange, needsAnalysis } from './intake.ts';
import { invitation } from './invitations.ts';
import { knowledgeProduct, siteVisit } from './knowledge.ts';
import { informalLearning, learningModule, learningPlans } from './modules.ts';
import { budget } from './money.ts';
import { note } from './notes.ts';
import { outcome, reach, relapseCheck } from './outcomes.ts';
import { party, unit } from './parties.ts';
import { poolMember, poolRequest } from './pool.ts';
import { externalEvent, risk } from './pressure.ts';
import { reminder } from './reminders.ts';
import { supportHours } from './support.ts';
import { applicationForm, participationAccess } from './taking-part.ts';
import { team } from './teams.ts';
import { idea, theme } from './themes.ts';

/** Every kind of item that a dossier can hold. A new kind needs a line here and nothing elsewhere. */
export const itemKinds = [
  common,
  note,
  party,
  unit,
  demand,
  openingProposal,
  applicationForm,
  participationAccess,
  admissionRule,
  assessment,
  localChange,
  lineage,
  needsAnalysis,
  contribution,
  risk,
  externalEvent,
  decision,
  followUp,
  team,
  theme,
  idea,
  reminder,
  action,
  assignment,
  datePoll,
  invitation,
  agendaPoint,
  insight,
  evaluation,
  learningModule,
  informalLearning,
  learningPlans,
  roleProfile,
  vision,
  competencyMeasurement,
  outcome,
  reach,
  relapseCheck,
  experiment,
  proposal,
  closing,
  knowledgeProduct,
  siteVisit,
  poolMember,
  poolRequest,
  budget,
  supportHours,
] as const;

/** What is known of one type of fact, and of which kind of item it is. */
export interface KnownFactType extends ItemFactType {
  readonly type: string;
  /** `chosen` of `theme.chosen.v1`. */
  readonly name: string;
  readonly kind: ItemKind;
}

/** By the type under which it stands in the log. */
export const itemFactTypes: ReadonlyMap<string, KnownFactType> = new Map(
  itemKinds.flatMap((kind: ItemKind) =>
    Object.entries(kind.facts).map(([type, known]) => [type, { ...known, type, name: shortName(type), kind }]),
  ),
);

/** The types of fact of a kind that is known by its name. */
export const kindsByName: ReadonlyMap<string, ItemKind> = new Map(itemKinds.map((kind: ItemKind) => [kind.kind, kind]));
