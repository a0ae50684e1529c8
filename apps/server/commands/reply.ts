import { ApiProperty } from '@nestjs/swagger';
import type { Outcome } from '#log/repository/outcome';

/** What a command came to, and the id of what it is about: of the new thing, else of the stream. */
export interface Reply {
  readonly id: string;
  readonly outcome: Outcome;
}

export class RecordedEventDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: 'trajectory.intake-held.v1' })
  type!: string;
}

export class WarningDto {
  @ApiProperty()
  code!: string;
  @ApiProperty()
  nl!: string;
  @ApiProperty()
  en!: string;
}

/** The answer to a command that was accepted. */
export class CommandAnswerDto {
  @ApiProperty({ format: 'uuid', description: 'Of the new thing, else of the thing that the command was sent to.' })
  id!: string;
  @ApiProperty({ type: [RecordedEventDto], description: 'Empty when there was nothing left to record.' })
  events!: RecordedEventDto[];
  @ApiProperty({ type: [WarningDto], description: 'Recorded all the same, but worth knowing.' })
  warnings!: WarningDto[];
  @ApiProperty({ required: false, description: 'For `minPosition` of a later query; also in `Samenspel-Position`.' })
  position?: string;
}
