import { EvidenceDto, FactDto, ReasonedFactDto, ReservationDto } from '../commands/shared.dto.ts';
import { Day, OneOf, Part } from '../fields/fields.ts';

export const doubtCauses = ['election', 'new-portfolio-holder', 'merger'] as const;

export class CommitmentRequestDto extends FactDto {
  @Day({ description: 'An answer is due on this day.' })
  due!: string;
}

export class DueMoveDto extends ReasonedFactDto {
  @Day()
  to!: string;
  @Day({ optional: true, description: 'By default the date that stands.' })
  from?: string;
}

export class AgendaItemDto extends FactDto {
  @Day({ description: 'The day of the meeting.' })
  on!: string;
}

export class GrantDto extends FactDto {
  @Part(() => ReservationDto, { optional: true })
  reservation?: ReservationDto;
}

export class ConfirmationDto extends FactDto {
  @Part(() => EvidenceDto)
  evidence!: EvidenceDto;
}

export class DoubtDto extends FactDto {
  @OneOf(doubtCauses)
  cause!: (typeof doubtCauses)[number];
  @Day({ description: 'To be confirmed again by this day.' })
  due!: string;
}
