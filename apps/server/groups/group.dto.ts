import { ReasonDto } from '../commands/shared.dto.ts';
import { id } from '../fields/checks.ts';
import { ListOf } from '../fields/fields.ts';

export class RecompositionDto extends ReasonDto {
  @ListOf(id, { format: 'uuid' }, 1, 500, { description: 'Trajectories.' })
  members!: string[];
}
