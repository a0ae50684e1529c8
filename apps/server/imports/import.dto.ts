import { ApiProperty } from '@nestjs/swagger';
import { YesOrNo } from '../fields/query-fields.ts';

export class ImportOptionsDto {
  @YesOrNo('Only check: nothing is recorded.')
  dryRun?: 'true' | 'false';
}

/** What a dry run says of a file that is right. */
export class DryRunDto {
  @ApiProperty({ enum: [true] })
  dryRun!: true;
  @ApiProperty({ description: 'Of the bytes of the file, in hexadecimal.' })
  sha256!: string;
  @ApiProperty({ type: 'integer', description: 'Lines that would be taken in.' })
  rows!: number;
}
