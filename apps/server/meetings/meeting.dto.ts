import { type MeetingKind, meetingKind } from '#domain/meeting/events';
import { EvidenceDto, FactDto } from '../commands/shared.dto.ts';
import { key } from '../fields/checks.ts';
import { Day, Entries, Id, ListOf, Name, OneOf, Part } from '../fields/fields.ts';

export class PlanMeetingDto extends FactDto {
  @OneOf(meetingKind.options)
  kind!: MeetingKind;
  @Name()
  title!: string;
  @Day()
  date!: string;
  @OneOf(['provisional', 'agreed'])
  status!: 'provisional' | 'agreed';
}

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
  @ListOf(key, {}, 0, 20, { optional: true, description: 'Roles that were at the table for this trajectory.' })
  roles?: string[];
}

export class AttendanceDto extends FactDto {
  @Entries(() => AttendanceEntryDto, 1, 500)
  entries!: AttendanceEntryDto[];
}
