import { ReasonDto, ReservationDto } from '../commands/shared.dto.ts';
import { id } from '../fields/checks.ts';
import { Day, Id, ListOf, Name, OneOf, Part, ProtectedText, Whole } from '../fields/fields.ts';

/** A decision of the network about one trajectory. */
export class AboutTrajectoryDto {
  @Id()
  trajectory!: string;
}

export class AdmissionDto extends AboutTrajectoryDto {
  @Part(() => ReservationDto, { optional: true })
  reservation?: ReservationDto;
}

export class WaitingListEntryDto extends AboutTrajectoryDto {
  @ProtectedText({ optional: true })
  reason?: string;
}

export class TentativePlaceDto extends WaitingListEntryDto {
  @Day({ description: 'The last day on which it is held.' })
  until!: string;
}

export class ReasonedDecisionDto extends AboutTrajectoryDto {
  @ProtectedText()
  reason!: string;
}

export class ReferralDto extends ReasonedDecisionDto {
  @Name({ description: 'To which programme or organisation.' })
  to!: string;
}

export class PlaceChangeDto extends ReasonDto {
  @Whole(0, 1000)
  minimum!: number;
  @Whole(0, 1000)
  target!: number;
  @Whole(0, 1000)
  maximum!: number;
}

export class ComposeGroupDto extends ReasonDto {
  @OneOf(['learning'])
  kind!: 'learning';
  @Name()
  name!: string;
  @ListOf(id, { format: 'uuid' }, 1, 500, { description: 'Trajectories.' })
  members!: string[];
}
