import { OneOf, Search, YesOrNo } from '../fields/query-fields.ts';
import { ListDto } from './query.dto.ts';

const networkSorts = ['name', '-name', 'region', '-region', 'free', '-free', 'waiting', '-waiting'] as const;

export class NetworksDto extends ListDto {
  @Search('Only networks of this region: its whole name; accents, case and punctuation do not matter.')
  region?: string;
  @YesOrNo('Only those with a free place on the day that is asked, or only those without.')
  free?: string;
  @YesOrNo('Only those where somebody waits on the day that is asked, or only those where nobody does.')
  waiting?: string;
  @Search('A part of the name; accents, case and punctuation do not matter.')
  search?: string;
  @OneOf(networkSorts, {
    optional: true,
    description:
      'By `name` when left out; by the number of free places, or of those who wait. A hyphen before it turns the order round.',
  })
  sort?: (typeof networkSorts)[number];
}
