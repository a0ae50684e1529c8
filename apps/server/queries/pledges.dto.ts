import { type MeetingKind, meetingKind } from '#domain/meeting/events';
import { pledgeSteps } from '#domain/pledge/pledge';
import { Id, Key, Organisation } from '../fields/fields.ts';
import { OneOf, Search, WholeInQuery, YesOrNo } from '../fields/query-fields.ts';
import { ListDto } from './query.dto.ts';

const pledgeSorts = ['due', '-due', 'first-due', '-first-due', 'name', '-name'] as const;
const attendanceSorts = ['name', '-name', 'rate', '-rate', 'missed', '-missed'] as const;
const turned = 'A hyphen before it turns the order round.';

/** Lists that can be narrowed by what the organisations are. */
class OrganisationListDto extends ListDto {
  @Search("Part of the organisation's name; accents and case do not matter.")
  search?: string;
  @Search('The name of the province, or its CBS code.')
  province?: string;
}

export class PledgesDto extends OrganisationListDto {
  @Id({ optional: true, description: 'Only pledges of this trajectory.' })
  trajectory?: string;
  @Organisation({ optional: true, description: 'Only what this organisation pledged, or is to keep: CBS code or id.' })
  organisation?: string;
  @OneOf(pledgeSteps, { optional: true, description: 'Only pledges at this step.' })
  step?: string;
  @YesOrNo('Only those that are late on the day that is asked, or only those that are not.')
  late?: string;
  @OneOf(pledgeSorts, { optional: true, description: `By \`due\` when left out. ${turned}` })
  sort?: (typeof pledgeSorts)[number];
}

const meetingSorts = ['date', '-date', 'title', '-title', 'rate', '-rate'] as const;
const meetingStates = ['planned', 'held', 'cancelled'] as const;

export class MeetingsDto extends ListDto {
  @Id({ optional: true })
  network?: string;
  @OneOf(meetingKind.options, { optional: true })
  kind?: MeetingKind;
  @OneOf(meetingStates, { optional: true, description: 'Only meetings that were so on the day that is asked.' })
  state?: (typeof meetingStates)[number];
  @Search('Part of the title.')
  search?: string;
  @OneOf(meetingSorts, { optional: true, description: `By \`date\` when left out. ${turned}` })
  sort?: (typeof meetingSorts)[number];
}

export class AttendanceListDto extends OrganisationListDto {
  @Id({ optional: true })
  network?: string;
  @Id({ optional: true })
  trajectory?: string;
  @WholeInQuery(1, 1_000, 'Only those who missed at least so many meetings in a row, up to the last.')
  missed?: string;
  @Key({ optional: true, description: 'Only those for whom this role was at the table.' })
  role?: string;
  @OneOf(attendanceSorts, { optional: true, description: `By \`name\` when left out. ${turned}` })
  sort?: (typeof attendanceSorts)[number];
}
