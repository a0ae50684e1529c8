import { EvidenceDto, FactDto, ReasonedFactDto } from '../commands/shared.dto.ts';
import { Day, Id, Key, Organisation, Part, ProtectedText } from '../fields/fields.ts';

class PledgedDto extends FactDto {
  @ProtectedText({ description: 'What is promised; free text, encrypted in the log.' })
  what!: string;
  @Day({ description: 'By this day.' })
  due!: string;
  @Id({ optional: true, description: 'The meeting in which it was asked for or made.' })
  meeting?: string;
}

/** Of a trajectory: by its own organisation when none is named. */
export class TrajectoryPledgeDto extends PledgedDto {
  @Organisation({ optional: true, description: "CBS code or id; the trajectory's own organisation by default." })
  organisation?: string;
  @Key({ description: 'The role that pledges.', example: 'municipal-secretary' })
  role!: string;
  @Key({ description: 'The role to whom.', example: 'lead' })
  toRole!: string;
}

/** Of any organisation of the programme. */
export class ProgrammePledgeDto extends PledgedDto {
  @Organisation()
  organisation!: string;
  @Key({ description: 'The role that pledges.', example: 'programme-manager' })
  role!: string;
  @Key({ description: 'The role to whom.', example: 'lead' })
  toRole!: string;
}

/** The answer to a request. Where nothing that stands tells any more who was asked, both roles are needed. */
export class PromiseDto extends PledgedDto {
  @Key({
    optional: true,
    description: 'The role that pledges; by default the one that was asked, or that took the request over.',
  })
  role?: string;
  @Key({ optional: true, description: 'The role to whom; by default the one that asked.' })
  toRole?: string;
}

export class KeepingDto extends FactDto {
  @ProtectedText({ optional: true, description: 'What came of it; free text, encrypted in the log.' })
  result?: string;
  @Part(() => EvidenceDto, { optional: true })
  evidence?: EvidenceDto;
}

export class PostponementDto extends ReasonedFactDto {
  @Day()
  to!: string;
  @Day({ optional: true, description: 'By default the date that stands.' })
  from?: string;
}

export class TakeoverDto extends FactDto {
  @Organisation({ description: 'The organisation that is to keep it from then on: CBS code or id.' })
  organisation!: string;
  @Key({ description: 'The role that is to keep it.', example: 'hr-manager' })
  role!: string;
  @ProtectedText({ optional: true })
  reason?: string;
}
