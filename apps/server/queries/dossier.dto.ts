import { common } from '#domain/dossier/kinds/common';
import { kindsByName } from '#domain/dossier/kinds/index';
import { type PublicationLevel, publicationLevels } from '#domain/dossier/publication';
import type { DossierSort } from '#views/dossier/queries';
import { Id, Key } from '../fields/fields.ts';
import { OneOf, Search, YesOrNo } from '../fields/query-fields.ts';
import { OrganisationsListDto } from './follow.dto.ts';

const kinds = [...kindsByName.keys()].filter((kind) => kind !== common.kind);
const sorts = ['due', '-due', 'since', '-since', 'title', '-title'] as const;

export class DossierDto extends OrganisationsListDto {
  @OneOf(kinds, { optional: true, description: 'Only items of this kind.' })
  kind?: string;
  @Key({ optional: true, description: 'Only items of which the last step is this, such as `chosen`.' })
  step?: string;
  @Id({ optional: true })
  trajectory?: string;
  @Id({ optional: true })
  network?: string;
  @Id({ optional: true })
  meeting?: string;
  @Id({ optional: true })
  group?: string;
  @Search('A part of the title; accents, case and punctuation do not matter.')
  title?: string;
  @OneOf(publicationLevels, { optional: true, description: 'Only items of this publication level on that day.' })
  publication?: PublicationLevel;
  @YesOrNo('Only items that are late on the day that is asked, or only those that are not.')
  late?: string;
  @YesOrNo('Only items of which more is expected, or only those that have ended.')
  open?: string;
  @OneOf(sorts, {
    optional: true,
    description: 'By `due` when left out. A hyphen before it turns the order round; what has none comes last.',
  })
  sort?: DossierSort | `-${DossierSort}`;
}
