import { EvidenceDto, FactDto } from '../commands/shared.dto.ts';
import { Day, Entries, Id, OneOf, Part } from '../fields/fields.ts';

export class AgreementDto extends FactDto {
  @Day()
  date!: string;
}

export class SessionDto extends FactDto {
  @Part(() => EvidenceDto, { optional: true })
  minutes?: EvidenceDto;
}

export class AttendanceEntryDto {
  @Id()
  trajectory!: string;
  @OneOf(['present', 'excused', 'absent'])
  attendance!: 'present' | 'excused' | 'absent';
}

export class AttendanceDto extends FactDto {
  @Entries(() => AttendanceEntryDto, 1, 500)
  entries!: AttendanceEntryDto[];
}
