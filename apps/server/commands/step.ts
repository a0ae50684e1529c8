import { applyDecorators, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiHeader,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiResponse,
  ApiServiceUnavailableResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { May } from '../auth/access.ts';
import { CommandFigures } from '../metrics/command-figures.interceptor.ts';
import { ReplyInterceptor } from './reply.interceptor.ts';
import { CommandAnswerDto } from './reply.ts';

const answerHeaders = {
  ETag: { description: 'Revision of the stream, for `If-Match`.', schema: { type: 'string' } },
  'Samenspel-Position': { description: 'For `minPosition` of a later query.', schema: { type: 'string' } },
  'Samenspel-Repeated': { description: '`true` when the command was known already.', schema: { type: 'string' } },
} as const;

/** What only somebody who signed in can say: on what condition, and by which simulated clock. */
const conditions = {
  headers: [
    ApiHeader({ name: 'If-Match', required: false, description: 'The ETag that the sender has seen.' }),
    ApiHeader({
      name: 'Samenspel-Clock',
      required: false,
      description:
        'Only on an example log: the moment, UTC. Without it, its clock goes on from the last that was recorded.',
    }),
  ],
  answers: [ApiPreconditionFailedResponse({ description: 'Something was recorded in between; `between` says what.' })],
};

/** What every command of somebody who signed in shares: who may send it, its headers, its answers. */
export const Records = (summary: string, status: 200 | 201) =>
  applyDecorators(May('change'), RecordsFor(summary, status, conditions));

/** The same for who sends it otherwise, by the link of a participant or by an open form: without any condition. */
export function RecordsFor(summary: string, status: 200 | 201, more: Partial<typeof conditions> = {}) {
  return applyDecorators(
    HttpCode(status),
    UseInterceptors(CommandFigures, ReplyInterceptor),
    ApiOperation({ summary }),
    ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key is the same command.' }),
    ...(more.headers ?? []),
    ApiHeader({ name: 'Samenspel-Channel', required: false, enum: ['api', 'page', 'cli'] }),
    ApiResponse({ status, type: CommandAnswerDto, headers: answerHeaders, description: 'Recorded.' }),
    ApiBadRequestResponse({ description: 'Everything that is wrong with the shape, at once.' }),
    ApiConflictResponse({ description: 'The Idempotency-Key was used for another command.' }),
    ...(more.answers ?? []),
    ApiUnprocessableEntityResponse({ description: 'Refused by a rule of the trade; nothing was recorded.' }),
    ApiServiceUnavailableResponse({ description: 'A part is away for a moment; send the same command again.' }),
  );
}

/** A command to something that is there: `POST path`, 200. */
export const Step = (path: string, summary: string) => applyDecorators(Post(path), Records(summary, 200));

/** A command that makes something with an id of its own: `POST path`, 201. */
export const Makes = (path: string, summary: string) => applyDecorators(Post(path), Records(summary, 201));
