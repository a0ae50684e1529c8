import { Body, Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { itemFactTypes, itemKinds } from '#domain/dossier/kinds/index';
import type { CommandMeta } from '#log/contract/envelope';
import { May } from '../auth/access.ts';
import { correctedData, noted, text } from '../commands/mapping.ts';
import { Meta } from '../commands/meta.ts';
import { Sender } from '../commands/sender.ts';
import { CorrectionDto, RetractionDto } from '../commands/shared.dto.ts';
import { Step } from '../commands/step.ts';
import { PathId } from '../http/path-id.ts';
import { bodySchemaOf } from './kind-controllers.ts';

/** What can be asked and told of items of every kind. */
@ApiTags('Dossier')
@Controller('v1')
export class DossierController {
  constructor(private readonly sender: Sender) {}

  /** For pages and programs that make a form of each. */
  @Get('dossier-kinds')
  @May('follow')
  @ApiOperation({ summary: 'The kinds of items, with what can be told of each: words, paths and JSON Schema' })
  @ApiOkResponse({ description: 'The kinds, in the order of a programme.' })
  kinds() {
    const facts = [...itemFactTypes.values()];
    return {
      data: itemKinds.map(({ kind, label, heading }) => ({
        kind,
        label,
        heading,
        facts: facts
          .filter((fact) => fact.kind.kind === kind)
          .map((fact) => {
            const { type, name, effect, path, words, after } = fact;
            return { type, name, effect, path, words, after, body: bodySchemaOf(fact) };
          }),
      })),
    };
  }

  @Step('dossier-items/:id/corrections', 'Record a fact again, in the place of one that was wrong')
  correct(@PathId() id: string, @Body() body: CorrectionDto, @Meta() meta: CommandMeta) {
    const fact = { event: body.event, data: correctedData(body.data), reason: text(body.reason) };
    return this.sender.item({ id }, { type: 'correct-fact', ...noted(body, meta), ...fact }, meta);
  }

  @Step('dossier-items/:id/retractions', 'Say that a fact did not happen')
  retract(@PathId() id: string, @Body() body: RetractionDto, @Meta() meta: CommandMeta) {
    const fact = { event: body.event, reason: text(body.reason) };
    return this.sender.item({ id }, { type: 'retract-fact', at: meta.at, ...fact }, meta);
  }
}
