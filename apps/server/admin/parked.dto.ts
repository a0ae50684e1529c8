import { ApiProperty } from '@nestjs/swagger';
import { registry } from '#views/all-views';
import { Name, OneOf } from '../fields/fields.ts';
import { Limit, WholeInQuery, YesOrNo } from '../fields/query-fields.ts';

export class ParkedListDto {
  @OneOf(
    registry.views.map(({ name }) => name),
    { optional: true, description: 'Only rows of this view.' },
  )
  view?: string;
  @YesOrNo('Also what was released, and what is mended since.')
  all?: string;
  @Limit()
  limit?: string;
  @WholeInQuery(1, 2 ** 31 - 1, '`next` of the page before.')
  cursor?: string;
}

export class ReleaseDto {
  @Name({ description: 'Why the row may stay as it is. It is not encrypted: name nobody.' })
  reason!: string;
}

/** A row whose fold threw. */
export class ParkedRowDto {
  @ApiProperty({ type: 'integer' })
  id!: number;
  @ApiProperty({ example: 'progress' })
  view!: string;
  @ApiProperty({ nullable: true, type: String, example: 'trajectory:0197…', description: 'What the row is about.' })
  subject!: string | null;
  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  programme!: string | null;
  @ApiProperty({ format: 'uuid', description: 'At which event it went wrong.' })
  event!: string;
  @ApiProperty({ type: 'integer', description: 'The ordinal of that event: from there on the row is stale.' })
  ordinal!: number;
  @ApiProperty({ description: 'What the fold said.' })
  error!: string;
  @ApiProperty({ format: 'date-time' })
  parkedAt!: string;
  @ApiProperty({ nullable: true, type: 'integer', description: 'The ordinal from which it is right again.' })
  until!: number | null;
  @ApiProperty({ nullable: true, type: Object, description: '`{ at, reason }` when somebody left it as it is.' })
  released!: { readonly at: string; readonly reason: string } | null;
}

export class RetriedDto {
  @ApiProperty({ description: 'False when the fold threw again: the row stays parked, with the new error.' })
  mended!: boolean;
}
