import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { commitmentSteps } from '#domain/trajectory/commitment';
import { participationSteps } from '#domain/trajectory/participation';
import { Id, Key, Organisation } from '../fields/fields.ts';
import { Cursor, Day, KnownAt, Limit, OneOf, Position, Search, WholeInQuery } from '../fields/query-fields.ts';

/** Of which moment an answer is to be: what was known then, and what was the case on a day. */
export class AsOfDto {
  @KnownAt()
  knownAt?: string;
  @Day({ optional: true, description: 'The day for which statuses are given; today by default.' })
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

const progressSorts = ['name', '-name', 'participation', '-participation', 'last-contact', '-last-contact'] as const;

export class ProgressDto extends ListDto {
  @Id({ optional: true })
  network?: string;
  @OneOf(participationSteps, { optional: true, description: 'Only trajectories at this step of participation.' })
  participation?: string;
  @Key({ optional: true, description: 'Only trajectories with a question in this category.' })
  category?: string;
  @OneOf(progressSorts, { optional: true, description: 'A hyphen before it turns the order round.' })
  sort?: (typeof progressSorts)[number];
}

export class CommitmentsDto extends ListDto {
  @Key({ optional: true, description: 'Executive, council, officials …' })
  layer?: string;
  @OneOf(commitmentSteps, { optional: true, description: 'Only commitments at this step.' })
  step?: string;
  @Id({ optional: true })
  trajectory?: string;
}

export class OrganisationsDto extends ListDto {
  @Organisation({ optional: true, description: 'CBS code.' })
  cbs?: string;
  @Day({ optional: true, description: 'Only organisations that existed on this day.' })
  on?: string;
  @Search('Part of the name.')
  search?: string;
}

export class ComparisonDto {
  @KnownAt({ description: 'From this moment (UTC) or ordinal (`ordinal:12`); by default from the beginning.' })
  from?: string;
  @KnownAt({ description: 'Until this moment (UTC) or ordinal; by default now.' })
  to?: string;
  @Position()
  minPosition?: string;
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
