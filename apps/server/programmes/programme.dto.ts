import { FactDto, ReasonDto } from '../commands/shared.dto.ts';
import { AnyObject, Day, Id, Key, Name, OneOf, Organisation, ProtectedText, Time, Whole } from '../fields/fields.ts';
import { templateKeys } from './templates.ts';

export class SetUpProgrammeDto {
  @Name({ example: 'Noord-Nederland' })
  name!: string;
  @Organisation({ description: 'Who asked for the programme: CBS code or id.' })
  client!: string;
  @Day({ description: 'First day of interest and application.', example: '2025-09-01' })
  opensOn!: string;
  @Day({ example: '2025-10-01' })
  from!: string;
  @Day({ example: '2026-09-30' })
  until!: string;
  @OneOf(templateKeys, { description: 'The shape of programme.' })
  template!: string;
}

export class ChangeTemplateDto extends ReasonDto {
  @AnyObject({ description: 'The whole template, as the programme shows it, with a higher version.' })
  template!: Record<string, unknown>;
}

export class OpenNetworkDto {
  @Name()
  name!: string;
  @Name({ example: 'Groningen, Fryslân en Drenthe' })
  region!: string;
  @Whole(0, 1000)
  minimum!: number;
  @Whole(0, 1000)
  target!: number;
  @Whole(0, 1000)
  maximum!: number;
}

export class InterestDto extends FactDto {
  @Organisation()
  organisation!: string;
  @Key({ description: 'The role of the contact in the organisation.', example: 'policy-officer' })
  contactRole!: string;
  @Id({ optional: true })
  network?: string;
}

export class ApplicationDto extends FactDto {
  @Organisation()
  organisation!: string;
  @Key({ description: 'The role of the contact in the organisation.', example: 'policy-officer' })
  contactRole!: string;
  @Id()
  network!: string;
  @ProtectedText({ optional: true })
  motivation?: string;
}

export class ReportScheduleDto {
  @OneOf(['management'])
  report!: 'management';
  @OneOf(['week', 'month'])
  every!: 'week' | 'month';
  @Whole(1, 28, { description: 'Day of the week (1 is Monday) or of the month.' })
  day!: number;
  @Time({ description: 'Europe/Amsterdam.' })
  time!: string;
}
