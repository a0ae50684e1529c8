import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { type Organisation as AnOrganisation, organisationKinds } from '#domain/register/events';
import { Organisation } from '../fields/fields.ts';
import { Cursor, Day, KnownAt, Limit, OneOf, Position, Search, WholeInQuery } from '../fields/query-fields.ts';

/** Of which moment an answer is to be: what was known then, and what was the case on a day. */
export class AsOfDto {
  @KnownAt()
  knownAt?: string;
  @Day({
    optional: true,
    description:
      'The day for which statuses are given. Today by default, or with `knownAt` the day of the last event that was known then.',
  })
  validOn?: string;
  @Position()
  minPosition?: string;
}

/** The same for a list, which comes in pages. */
export class ListDto extends AsOfDto {
  @Limit()
  limit?: string;
  @Cursor()
  cursor?: string;
}

export class OrganisationsDto extends ListDto {
  @Organisation({ optional: true, description: 'CBS code.' })
  cbs?: string;
  @OneOf(organisationKinds, { optional: true })
  kind?: AnOrganisation['kind'];
  @Day({ optional: true, description: 'Only organisations that existed on this day.' })
  on?: string;
  @Search('A part of the name; accents, case and punctuation do not matter.')
  search?: string;
  @Search('Only what is within this province: its name or its CBS code.')
  province?: string;
}

export class ManagementReportDto {
  @OneOf(['json', 'csv'], { optional: true, description: '`json` by default.' })
  format?: 'json' | 'csv';
  @Day({ optional: true, description: 'The day for which statuses are given; today by default.' })
  on?: string;
  @WholeInQuery(1, 1_000_000_000, 'The same report again: gives the same bytes for the same ordinal and day.')
  ordinal?: string;
  @Position()
  minPosition?: string;
}

/** A row that could not be made. */
export class StaleRowDto {
  @ApiProperty({ example: 'progress' })
  view!: string;
  @ApiProperty({ description: 'Which row of that view: the id of what it is about.' })
  key!: string;
  @ApiProperty({ type: 'integer', description: 'The ordinal of the event that could not be processed.' })
  since!: number;
}

/** What of an answer is not up to date. */
export class StaleDto {
  @ApiProperty({ type: 'integer', description: 'How many rows there are; `rows` has the first 50 of them.' })
  count!: number;
  @ApiProperty({ format: 'date-time', description: 'When the first event that could not be processed was known.' })
  firstAt!: string;
  @ApiProperty({ type: [StaleRowDto] })
  rows!: StaleRowDto[];
}

export class BasisTemplateDto {
  @ApiProperty({ example: 'regional-network' })
  key!: string;
  @ApiProperty({ type: 'integer' })
  version!: number;
}

export class BasisRegisterDto {
  @ApiProperty({ format: 'date', description: 'The day of its source.' })
  release!: string;
}

export class BasisDto {
  @ApiProperty({ type: 'integer' })
  ordinal!: number;
  @ApiProperty({ format: 'date-time' })
  knownAt!: string;
  @ApiProperty({ format: 'date' })
  validOn!: string;
  @ApiProperty({ format: 'uuid' })
  log!: string;
  @ApiProperty({ description: 'The views and their versions, as one hash.' })
  folds!: string;
  @ApiProperty({ description: 'True on an example log: nothing in it happened.' })
  fictitious!: boolean;
  @ApiProperty({ required: false, description: 'The template of the programme that the answer is about.' })
  template?: BasisTemplateDto;
  @ApiProperty({ required: false, description: 'The release of the organisation register; absent before the first.' })
  register?: BasisRegisterDto;
  @ApiProperty({
    required: false,
    description:
      'Rows that the answer may rest on and that an event broke: they are as they were before it. Absent when there are none.',
  })
  stale?: StaleDto;
  @ApiProperty({
    required: false,
    description:
      'True when `knownAt` is a moment that has not been, or only just: a later answer may hold more. Absent when the answer is final: the same moment gives the same answer for ever.',
  })
  provisional?: boolean;
}

/** The schema of an answer: what it rests on, and the data. */
export const answerSchema = {
  type: 'object',
  required: ['basis', 'data'],
  properties: { basis: { $ref: getSchemaPath(BasisDto) }, data: { type: 'object', additionalProperties: true } },
};

/** The schema of an answer that is one page of a list. */
export const listSchema = {
  type: 'object',
  required: ['basis', 'data'],
  properties: {
    basis: { $ref: getSchemaPath(BasisDto) },
    data: {
      type: 'object',
      required: ['items', 'total'],
      properties: {
        items: { type: 'array', items: { type: 'object', additionalProperties: true } },
        total: { type: 'integer' },
        next: { type: 'string', description: 'Give it as `cursor` for the next page.' },
      },
    },
  },
};
