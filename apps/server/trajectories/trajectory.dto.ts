import { EvidenceDto, FactDto, ReasonedFactDto } from '../commands/shared.dto.ts';
import { key } from '../fields/checks.ts';
import { Day, Id, Key, ListOf, Name, OneOf, Organisation, Part, ProtectedText, Whole } from '../fields/fields.ts';

export const stages = ['idea', 'preparation', 'under-way', 'embedded'] as const;
export const contactKinds = ['phone', 'video', 'visit', 'mail', 'other'] as const;
export const judgements = ['on-schedule', 'attention', 'behind'] as const;

export class AppointmentDto extends FactDto {
  @Day()
  date!: string;
  @OneOf(['provisional', 'agreed'])
  status!: 'provisional' | 'agreed';
}

export class MoveDto extends ReasonedFactDto {
  @Day()
  to!: string;
  @Day({ optional: true, description: 'By default the date that stands.' })
  from?: string;
  @OneOf(['provisional', 'agreed'])
  status!: 'provisional' | 'agreed';
  @Key({ description: 'The role that asked for another date.', example: 'portfolio-holder' })
  by!: string;
}

export class ReportedFactDto extends FactDto {
  @Part(() => EvidenceDto, { optional: true })
  report?: EvidenceDto;
}

export class PauseDto extends ReasonedFactDto {
  @Day({ optional: true })
  until?: string;
}

export class CompletionDto extends FactDto {
  @ProtectedText({ optional: true })
  result?: string;
}

export class SuccessionDto extends FactDto {
  @Organisation({ description: 'The organisation that takes it over: CBS code or id.' })
  successor!: string;
}

export class LocalChangeDto extends FactDto {
  @Name()
  name!: string;
  @OneOf(stages)
  stage!: (typeof stages)[number];
  @Key({ example: 'programme-manager' })
  ownerRole!: string;
}

export class QuestionDto extends FactDto {
  @Key({ description: "One of the template's categories." })
  category!: string;
  @ListOf(key, {}, 0, 20, { optional: true })
  tags?: string[];
  @ProtectedText()
  text!: string;
}

export class ContactMomentDto extends FactDto {
  @OneOf(contactKinds)
  kind!: (typeof contactKinds)[number];
  @ListOf(key, {}, 1, 20, { description: 'Roles that were there.' })
  roles!: string[];
  @ProtectedText()
  summary!: string;
}

export class JudgementDto extends ReasonedFactDto {
  @OneOf(judgements)
  judgement!: (typeof judgements)[number];
}

export class SupportRequestDto extends FactDto {
  @ProtectedText()
  request!: string;
}

export class SupportMatchDto extends FactDto {
  @Id({ description: 'Pseudonymous id of the expert.' })
  expert!: string;
  @Whole(0, 1_000_000)
  plannedMinutes!: number;
}

export class SupportDeliveryDto extends FactDto {
  @Whole(1, 1_000_000)
  minutes!: number;
}

export class SupportCompletionDto extends FactDto {
  @ProtectedText()
  result!: string;
}
