import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandMeta } from '#log/contract/envelope';
import { madeWithin } from '../commands/made-within.ts';
import { correctedData, noted, text } from '../commands/mapping.ts';
import { Meta } from '../commands/meta.ts';
import { Sender } from '../commands/sender.ts';
import { CorrectionDto, RetractionDto } from '../commands/shared.dto.ts';
import { Makes, Step } from '../commands/step.ts';
import { PathId } from '../http/path-id.ts';
import { ContactMomentDto, JudgementDto, LocalChangeDto, QuestionDto } from './trajectory.dto.ts';

/** What a trajectory is about, and what was put right. */
@ApiTags('Deelnames')
@Controller('v1/trajectories/:id')
export class ContentController {
  constructor(private readonly sender: Sender) {}

  @Step('local-changes', 'A local change was brought in')
  bringInLocalChange(@PathId() id: string, @Body() body: LocalChangeDto, @Meta() meta: CommandMeta) {
    const { name, stage, ownerRole } = body;
    const change = { name, stage, ownerRole };
    return this.sender.trajectory({ id }, { type: 'bring-in-local-change', ...noted(body, meta), ...change }, meta);
  }

  @Makes('questions', 'A question was brought in')
  bringInQuestion(@PathId() id: string, @Body() body: QuestionDto, @Meta() meta: CommandMeta) {
    return madeWithin({ name: 'question', within: id }, meta, (question) => {
      const asked = { question, ...questionOf(body) };
      const to = { id, answer: question };
      return this.sender.trajectory(to, { type: 'bring-in-question', ...noted(body, meta), ...asked }, meta);
    });
  }

  @Step('questions/:question/sharpenings', 'A question was sharpened')
  sharpenQuestion(
    @PathId() id: string,
    @PathId('question') question: string,
    @Body() body: QuestionDto,
    @Meta() meta: CommandMeta,
  ) {
    const asked = { question, ...questionOf(body) };
    return this.sender.trajectory({ id }, { type: 'sharpen-question', ...noted(body, meta), ...asked }, meta);
  }

  @Step('contact-moments', 'There was contact')
  recordContact(@PathId() id: string, @Body() body: ContactMomentDto, @Meta() meta: CommandMeta) {
    const { kind, roles } = body;
    const contact = { kind, roles, summary: text(body.summary) };
    return this.sender.trajectory({ id }, { type: 'record-contact', ...noted(body, meta), ...contact }, meta);
  }

  @Step('judgements', "The lead's own judgement, beside the computed status")
  judge(@PathId() id: string, @Body() body: JudgementDto, @Meta() meta: CommandMeta) {
    const judged = { judgement: body.judgement, reason: text(body.reason) };
    return this.sender.trajectory({ id }, { type: 'judge', ...noted(body, meta), ...judged }, meta);
  }

  @Step('corrections', 'Record a fact again, in the place of one that was wrong')
  correct(@PathId() id: string, @Body() body: CorrectionDto, @Meta() meta: CommandMeta) {
    const fact = { event: body.event, data: correctedData(body.data), reason: text(body.reason) };
    return this.sender.trajectory({ id }, { type: 'correct-fact', ...noted(body, meta), ...fact }, meta);
  }

  @Step('retractions', 'Say that a fact did not happen')
  retract(@PathId() id: string, @Body() body: RetractionDto, @Meta() meta: CommandMeta) {
    const fact = { event: body.event, reason: text(body.reason) };
    return this.sender.trajectory({ id }, { type: 'retract-fact', at: meta.at, ...fact }, meta);
  }
}

function questionOf({ category, tags = [], text: clear }: QuestionDto) {
  return { category, tags, text: text(clear) };
}
