import { ApiProperty } from '@nestjs/swagger';
import { Id, Key, Organisation, Part, ProtectedText } from '../fields/fields.ts';
import { Search } from '../fields/query-fields.ts';

export class FindApplicantDto {
  @Search('A part of the name; accents, case and punctuation do not matter.')
  search?: string;
}

export class FormQuestionDto {
  @Key({ description: 'One of the categories of the form.' })
  category!: string;
  @ProtectedText()
  text!: string;
}

export class FormApplicationDto {
  @Id({ description: 'The form that was filled in.' })
  form!: string;
  @Organisation({ description: 'The municipality or province that applies: CBS code or id.' })
  organisation!: string;
  @Key({ description: 'The role of the contact; never a name.', example: 'policy-officer' })
  contactRole!: string;
  @Id({ optional: true, description: 'Which network is applied for, where the form leaves a choice.' })
  network?: string;
  @ProtectedText({ optional: true })
  motivation?: string;
  @Part(() => FormQuestionDto, { optional: true, description: 'The change question that is brought in with it.' })
  question?: FormQuestionDto;
}

class FormNetworkDto {
  @ApiProperty({ format: 'uuid' })
  network!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  region!: string;
}

class BothLanguagesDto {
  @ApiProperty()
  nl!: string;
  @ApiProperty()
  en!: string;
}

class FormCategoryDto {
  @ApiProperty()
  key!: string;
  @ApiProperty()
  label!: BothLanguagesDto;
}

/** What everybody may know of an open form. */
export class FormDto {
  @ApiProperty({ format: 'uuid' })
  form!: string;
  @ApiProperty({ description: 'What the programme is called.' })
  name!: string;
  @ApiProperty({ description: 'Who commissions the programme.' })
  client!: string;
  @ApiProperty({ format: 'date' })
  from!: string;
  @ApiProperty({ format: 'date' })
  until!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The last day on which one can apply.' })
  openUntil!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What the programme tells those who want to apply.' })
  text!: string | null;
  @ApiProperty({ type: [FormNetworkDto] })
  networks!: readonly FormNetworkDto[];
  @ApiProperty({ type: [FormCategoryDto] })
  categories!: readonly FormCategoryDto[];
  @ApiProperty({ description: 'True on an example log: nothing in it happened.' })
  fictitious!: boolean;
}

class ApplicantDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: ['municipality', 'province'] })
  kind!: string;
}

export class ApplicantsDto {
  @ApiProperty({ type: [ApplicantDto] })
  items!: readonly ApplicantDto[];
}
