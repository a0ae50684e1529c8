import { ApiProperty } from '@nestjs/swagger';
import { FactDto } from '../commands/shared.dto.ts';
import { day, text } from '../fields/checks.ts';
import { Address, field, ListOf, Name, ProtectedText } from '../fields/fields.ts';
import { Position } from '../fields/query-fields.ts';

/** For the page of who takes part: it shows what is known now. */
export class OwnPartDto {
  @Position()
  minPosition?: string;
}

export class DatesDto extends FactDto {
  @ListOf(day, { format: 'date' }, 0, 20, {
    description: 'Those of the proposed dates that are possible; none is an answer.',
  })
  possible!: string[];
}

export class DoneDto extends FactDto {
  @ProtectedText({ optional: true, description: 'What came of it; free text, encrypted in the log.' })
  result?: string;
}

export class LinkDto {
  @ApiProperty({
    description: 'The address of the page, with the link behind `#`, where no server and no other site gets to see it.',
    example: '/deelname#eyJ…',
  })
  address!: string;
  @ApiProperty({ format: 'date', description: 'The last day on which it holds.' })
  until!: string;
}

/** Where the link comes in the mail; without it, the link stands below the text. */
export const linkPlace = '{link}';

export class LinkMailDto {
  @Address({ description: 'Used to send the mail, and not recorded.' })
  to!: string;
  @Name({ description: 'What stands above the mail.' })
  subject!: string;
  @ProtectedText({
    description:
      'The mail, in plain text, encrypted in the log as it is given here: the link takes the place of `{link}`.',
  })
  text!: string;
  @field({
    check: text(200),
    api: { type: String, format: 'uri' },
    description: 'Where the pages are, as the sender sees them: scheme, host and port.',
    example: 'https://samenspel.example.org',
  })
  pages!: string;
}
