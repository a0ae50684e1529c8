import { registry as eventTypes } from '#domain/registry';
import type { CommitmentStep } from '#domain/trajectory/commitment';
import { commitmentSteps } from '#domain/trajectory/commitment';
import { type ParticipationStep, participationSteps } from '#domain/trajectory/participation';
import { channelKinds, roles } from '#log/contract/envelope';
import { type MissingFactKind, missingFactKinds } from '#views/missing-facts/item';
import { statuses } from '#views/standing/mark';
import { Day, Id, Key, Organisation } from '../fields/fields.ts';
import { OneOf, Search, WholeInQuery, YesOrNo } from '../fields/query-fields.ts';
import { AsOfDto, ListDto } from './query.dto.ts';

const turned = 'A hyphen before it turns the order round.';
const ofProvince = 'Only organisations of this province: its name or its CBS code.';
const late = 'Only those with an answer that is late on the day that is asked, or only those without.';

/** Chosen by organisation, as every list of what organisations do. */
export class OrganisationsListDto extends ListDto {
  @Search('A part of the name of the organisation; accents, case and punctuation do not matter.')
  search?: string;
  @Search(ofProvince)
  province?: string;
}

const trajectorySorts = [
  ...['name', '-name', 'participation', '-participation', 'status', '-status'],
  ...['reached', '-reached', 'last-contact', '-last-contact'],
] as const;
type TrajectorySort = 'name' | 'participation' | 'status' | 'reached' | 'last-contact';
const statusesAsked = [...statuses, 'none'] as const;

export class TrajectoriesDto extends OrganisationsListDto {
  @Id({ optional: true })
  network?: string;
  @OneOf(participationSteps, { optional: true, description: 'Only trajectories at this step of participation.' })
  participation?: ParticipationStep;
  @OneOf(statusesAsked, { optional: true, description: 'The computed status; `none` for those that have none.' })
  status?: (typeof statusesAsked)[number];
  @Key({ optional: true, description: 'Only trajectories with a question in this category.' })
  category?: string;
  @YesOrNo(late)
  late?: string;
  @OneOf(trajectorySorts, { optional: true, description: `By \`name\` when left out. ${turned}` })
  sort?: TrajectorySort | `-${TrajectorySort}`;
}

const commitmentSorts = ['name', '-name', 'due', '-due'] as const;

export class CommitmentListDto extends OrganisationsListDto {
  @Id({ optional: true })
  network?: string;
  @Id({ optional: true })
  trajectory?: string;
  @Key({ optional: true, description: 'Executive, council, officials …' })
  layer?: string;
  @OneOf(commitmentSteps, { optional: true, description: 'Only commitments at this step.' })
  step?: CommitmentStep;
  @YesOrNo('Only those that are late on the day that is asked, or only those that are not.')
  late?: string;
  @OneOf(commitmentSorts, { optional: true, description: `By \`name\` when left out. ${turned}` })
  sort?: (typeof commitmentSorts)[number];
}

const questionSorts = ['name', '-name', 'since', '-since', 'category', '-category'] as const;

export class QuestionsDto extends OrganisationsListDto {
  @Id({ optional: true })
  trajectory?: string;
  @Key({ optional: true, description: 'Only questions in this category.' })
  category?: string;
  @Search('A part of one of the tags.')
  tag?: string;
  @OneOf(questionSorts, { optional: true, description: `By \`name\` when left out. ${turned}` })
  sort?: (typeof questionSorts)[number];
}

export class GroupProposalDto extends AsOfDto {
  @WholeInQuery(2, 100, 'The most members of a group; 6 by default.')
  size?: string;
}

export class QuestionDto extends AsOfDto {
  @YesOrNo('Who else has it in all programmes, and not only in its own.')
  everywhere?: string;
}

const missingSorts = ['since', '-since', 'name', '-name', 'kind', '-kind'] as const;

export class MissingFactsDto extends ListDto {
  @Search(
    'A part of the name of the organisation or of the title of the meeting; accents, case and punctuation do not matter.',
  )
  search?: string;
  @Search(ofProvince)
  province?: string;
  @Id({ optional: true })
  network?: string;
  @Id({ optional: true })
  trajectory?: string;
  @OneOf(missingFactKinds, { optional: true, description: 'Only what is missing in this way.' })
  kind?: MissingFactKind;
  @WholeInQuery(0, 36_500, 'Only what has been missing for at least so many days.')
  days?: string;
  @OneOf(missingSorts, { optional: true, description: `By \`since\` when left out: the longest first. ${turned}` })
  sort?: (typeof missingSorts)[number];
}

export class SummaryDto extends AsOfDto {
  @Id({ optional: true })
  network?: string;
  @Search('A part of the name of the organisation; accents, case and punctuation do not matter.')
  search?: string;
  @Search(ofProvince)
  province?: string;
}

export class RegistrationLagDto extends AsOfDto {
  @Day({ optional: true, description: 'Only what was recorded on or after this day.' })
  from?: string;
  @Day({ optional: true, description: 'Only what was recorded on or before this day.' })
  until?: string;
}

const lateFactSorts = ['days', '-days', 'recorded', '-recorded'] as const;

export class LateFactsDto extends ListDto {
  @Day({ optional: true, description: 'Only what was recorded on or after this day.' })
  from?: string;
  @Day({ optional: true, description: 'Only what was recorded on or before this day.' })
  until?: string;
  @OneOf([...eventTypes.keys()], { optional: true, description: 'Only events of this type.' })
  type?: string;
  @OneOf(channelKinds, { optional: true, description: 'Only what came in by this channel.' })
  channel?: string;
  @OneOf(roles, { optional: true, description: 'Only what was recorded in this role.' })
  role?: string;
  @Organisation({ optional: true, description: 'Only what names this organisation: its CBS code or id.' })
  organisation?: string;
  @WholeInQuery(0, 36_500, 'Only what was recorded at least so many days after it happened; by default what is late.')
  minDays?: string;
  @OneOf(lateFactSorts, {
    optional: true,
    description: `By \`-days\` when left out: the worst first; or by when it was recorded. ${turned}`,
  })
  sort?: (typeof lateFactSorts)[number];
}
