import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import type { Refusal } from '#domain/kernel/decision';
import type { LoggedEvent } from '#log/contract/codec';
import type { Outcome } from '#log/repository/outcome';
import { encodePosition } from '#views/query/position-token';
import { Engines } from '../engines.ts';
import { type Between, Problem, problem } from '../http/problem.ts';
import type { ApiRequest } from '../http/request.ts';
import { SimulatedClock } from './clock.ts';
import type { CommandAnswerDto, Reply } from './reply.ts';
import { warningSentence } from './warnings.ts';

type Accepted = Extract<Outcome, { outcome: 'accepted' }>;
type NotAccepted = Exclude<Outcome, Accepted>;

/** Puts what a command came to into HTTP: an answer with its headers, or the problem that says why not. */
@Injectable()
export class ReplyInterceptor implements NestInterceptor<Reply | object, CommandAnswerDto | object> {
  constructor(
    private readonly engines: Engines,
    private readonly clock: SimulatedClock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<Reply | object>): Observable<CommandAnswerDto | object> {
    const http = context.switchToHttp();
    return next.handle().pipe(
      map((reply) => {
        // What is no outcome of a command, such as a dry run, is an answer already.
        if (!('outcome' in reply)) return reply;
        const { id, outcome } = reply;
        const request = http.getRequest<ApiRequest>();
        if (outcome.outcome !== 'accepted') throw refusal(outcome, asked(request));
        if (request.clock && !outcome.answer.repeated) this.clock.advance(request.clock.told);
        return this.accepted(id, outcome, http.getResponse<Response>());
      }),
    );
  }

  private accepted(id: string, { answer, warnings }: Accepted, response: Response): CommandAnswerDto {
    response.set('ETag', `"${answer.revision}"`);
    if (answer.repeated) response.set('Samenspel-Repeated', 'true');
    const said = new Map(warnings.map((warning) => [warning.code, warning]));
    const body: CommandAnswerDto = {
      id,
      events: [...answer.events],
      warnings: answer.warnings.map((code) => said.get(code) ?? warningSentence(code)),
    };
    if (answer.position === undefined) return body;
    const position = encodePosition(this.engines.parts.log.id, answer.position);
    response.set('Samenspel-Position', position);
    return { ...body, position };
  }
}

/** What a refusal has to be seen beside: the id in the path, and the simulated clock that the request was behind. */
interface Asked {
  readonly id?: string | undefined;
  readonly clockWas?: string | undefined;
}

function asked(request: ApiRequest): Asked {
  const { id } = request.params;
  return { id: typeof id === 'string' ? id : undefined, clockWas: request.clock?.behind };
}

/** The problem that says why a command was not accepted. */
export function refusal(outcome: NotAccepted, { id, clockWas }: Asked = {}): Problem {
  switch (outcome.outcome) {
    case 'id-reused':
      return problem(409, 'idempotency-key-reused');
    case 'conflict':
      if (clockWas) return problem(422, 'clock-runs-backwards', { clock: clockWas }, { data: { clock: clockWas } });
      return problem(412, 'changed-in-between', {}, { between: outcome.between.map(between) });
    case 'refused': {
      const { code, nl, en, data, fields } = outcome.refusal;
      const errors = fields.map((field) => ({ field, code, nl, en }));
      // Nothing is known of the path's thing, not even to which programme it belongs.
      if (code === 'programme-unknown' && id !== undefined && !data['programme']) return problem(404, 'not-found');
      if (isAboutPath(outcome.refusal, id)) return new Problem(404, code, { nl, en }, { data });
      return new Problem(422, code, { nl, en }, { data, ...(errors.length > 0 && { errors }) });
    }
  }
}

/** Whether what is unknown is the thing that the path names, and not one that the body names. */
function isAboutPath({ code, data }: Refusal, id: string | undefined): boolean {
  // Bodies name organisations almost everywhere: only the one of the path itself is meant.
  if (code === 'organisation-unknown') return id !== undefined && data['organisation'] === id;
  const unknown = /^(programme|network|trajectory|meeting|group|pledge|item)-unknown$/.exec(code)?.[1];
  if (unknown === undefined || id === undefined) return false;
  const named = data[unknown];
  return named === undefined || named === null || named === '' || named === id;
}

function between({ id, type, recordedAt, envelope }: LoggedEvent): Between {
  return { id, type, recordedAt, actor: envelope.actor, role: envelope.role };
}
