import { type Organisation, organisationKinds } from '#domain/register/events';
import { id } from '../fields/checks.ts';
import { Day, ListOf, Name, OneOf } from '../fields/fields.ts';

/** An organisation that the source of the register does not list, whole. */
export class OrganisationDto {
  @OneOf(organisationKinds)
  kind!: Organisation['kind'];
  @Name()
  name!: string;
  @Name({ optional: true, description: 'The province in which it is.' })
  province?: string;
  @Day({ optional: true, description: 'Its first day.' })
  validFrom?: string;
  @Day({ optional: true, description: 'Its last day.' })
  validUntil?: string;
  @ListOf(id, { format: 'uuid' }, 0, 20, { optional: true, description: 'The organisations that came after it.' })
  successors?: string[];
}
